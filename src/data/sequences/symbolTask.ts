import { stream } from '../../random/stream';
import { type ExamplesDataset, emptyExamples, type SequenceExamples } from './dataset';
import { fewerNotes, splitItems } from './distinct';
import type { SequenceInfo } from './info';
import type { SequenceOptions } from './options';
import { symbolEncoder } from './vocabulary';

/** One example in writing: what is read, step by step, and what is to be said at the last steps of it. */
export interface WrittenExample {
  /** T symbols at most. */
  readonly read: string;
  /** As many answers as there are asked steps, which end with the last step read. */
  readonly answers: readonly string[];
}

/**
 * Examples of symbols: what is read fills the first steps, the answers stand at the last of these, and what comes
 * after is padding.
 */
export function encodeExamples(
  info: SequenceInfo & { readonly input: { readonly kind: 'symbols' } },
  written: readonly WrittenExample[],
): SequenceExamples {
  const examples = emptyExamples(info, written.length);
  const { inputs, targets, weights, lengths, length } = examples;
  const encode = symbolEncoder(info.input.vocabulary);
  const said = info.output.kind === 'symbols' ? info.output.vocabulary : [];
  const answers = info.output.kind === 'classes' ? info.output.classes : said;
  const places = new Map(answers.map((answer, place) => [answer, place]));
  for (const [i, example] of written.entries()) {
    const { symbols } = encode(example.read);
    inputs.set(symbols, i * length);
    lengths[i] = symbols.length;
    const from = i * length + symbols.length - example.answers.length;
    for (const [j, answer] of example.answers.entries()) {
      targets[from + j] = places.get(answer) ?? 0;
      weights[from + j] = 1;
    }
  }
  return examples;
}

/** Examples with what tells equal questions: those are never on both sides of the split. */
export interface Question extends WrittenExample {
  readonly key: string;
}

/** A data set of questions and answers in symbols, split at random by their keys. */
export function symbolDataset(
  info: SequenceInfo & { readonly input: { readonly kind: 'symbols' } },
  questions: readonly Question[],
  { samples, trainFraction }: Pick<SequenceOptions, 'samples' | 'trainFraction'>,
  seed: number,
): ExamplesDataset {
  const { train, test } = splitItems(questions, trainFraction, stream(seed, 'split'), ({ key }) => key);
  return {
    kind: 'examples',
    info,
    train: encodeExamples(info, train),
    test: encodeExamples(info, test),
    notes: fewerNotes(samples, questions.length),
  };
}
