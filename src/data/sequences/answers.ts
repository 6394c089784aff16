import { blank, go, type SequenceInfo, type SequenceLayout } from './info';

/** A task whose answer is written after the whole question was read. */
export type AnswerLayout = SequenceLayout & { readonly kind: 'answer' };
export type AnswerInfo = SequenceInfo & {
  readonly layout: AnswerLayout;
  readonly input: { readonly kind: 'symbols' };
};

/**
 * What is read, `question + answer` steps: the question with blanks before it, `go`, and blanks while the answer
 * is said. The layout of Keras's “Implementation of sequence to sequence learning for performing addition”
 * (F. Chollet, 2015), but for one network that reads and says, and with the blanks before the question instead of
 * after it, so that its end is never far.
 */
export function layOutQuestion(question: string, layout: AnswerLayout): string {
  const symbols = Array.from(question);
  const read = (layout.reversed ? symbols.toReversed() : symbols).join('');
  return `${read.padStart(layout.question, blank)}${go}${blank.repeat(layout.answer - 1)}`;
}

/** What is to be said: the answer and the blanks after it, one for each of its steps. */
export function layOutAnswer(answer: string, layout: AnswerLayout): string[] {
  return Array.from(answer.padEnd(layout.answer, blank));
}

/** The answer in symbols that were said at its steps; the inverse of layOutAnswer for answers without blanks. */
export function readAnswer(said: string): string {
  return said.trimEnd();
}
