import { formatMessage } from './i18n/format';
import { problems } from './i18n/problems.en';

export type ProblemKey = keyof typeof problems;
export type ProblemValues = Readonly<Record<string, string | number>>;

/** What crosses the glass in place of an error: a key into the message tables and the values it speaks of. */
export interface ProblemData {
  readonly key: ProblemKey;
  readonly values: ProblemValues;
}

/**
 * An error that a person can act on. Its key selects the sentence in each language, its values are what went
 * wrong; `message` is the English sentence, for logs and scripts.
 */
export class Problem extends Error implements ProblemData {
  override readonly name = 'Problem';

  constructor(
    readonly key: ProblemKey,
    readonly values: ProblemValues = {},
  ) {
    super(formatMessage(problems[key], values));
  }

  static from(data: ProblemData): Problem {
    return new Problem(data.key, data.values);
  }

  toData(): ProblemData {
    return { key: this.key, values: this.values };
  }
}

/** Any thrown value as a problem; what is no problem yet becomes `unexpected` with its text. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('unexpected', { reason: error instanceof Error ? error.message : String(error) });
}
