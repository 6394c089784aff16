import type { ProblemData, ProblemValues } from '../problem';
import type { Messages } from './en';
import { formatMessage } from './format';

/** Values that are codes rather than words, such as why a backend is missing, in words. */
function inWords(values: ProblemValues, { backends }: Messages): ProblemValues {
  const reasons: Readonly<Record<string, string>> = backends.reasons;
  const reason = reasons[String(values.reason)];
  return reason ? { ...values, reason } : values;
}

/** The sentence for a problem in the language of the messages. */
export function describeProblem(problem: ProblemData, messages: Messages): string {
  return formatMessage(messages.problems[problem.key], inWords(problem.values, messages));
}
