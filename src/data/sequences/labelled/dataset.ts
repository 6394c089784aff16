import { stream } from '../../../random/stream';
import { splitRows } from '../../split';
import { meanAndDeviation } from '../../statistics';
import { type ExamplesDataset, emptyExamples, type SequenceExamples } from '../dataset';
import type { ColumnsInfo, SequenceInfo } from '../info';
import type { SequenceNote } from '../note';

/** A sequence of a class: its steps, row after row (steps × columns), in their own units. */
export interface LabelledSequence {
  /** Place among the classes. */
  readonly label: number;
  readonly rows: Float32Array | Float64Array;
}

export interface LabelledSource {
  readonly name: string;
  readonly columns: readonly string[];
  /** What the class is called. */
  readonly target: string;
  readonly classes: readonly string[];
  readonly sequences: readonly LabelledSequence[];
  readonly notes: readonly SequenceNote[];
}

export interface LabelledOptions {
  /** Longer sequences are cut to their first steps. */
  readonly window: number;
  readonly trainFraction: number;
}

/** The standardized steps of a sequence, written to `out[at …]`. */
export function writeSteps(
  rows: ArrayLike<number>,
  { columns, scales }: ColumnsInfo,
  steps: number,
  out: Int32Array | Float32Array,
  at: number,
): void {
  const { mean = [], deviation = [] } = scales[0] ?? {};
  for (let i = 0; i < steps * columns.length; i++) {
    const j = i % columns.length;
    out[at + i] = ((rows[i] ?? 0) - (mean[j] ?? 0)) / (deviation[j] ?? 1);
  }
}

/** Mean and deviation of each column over all steps of the sequences. */
function columnScales(sequences: readonly LabelledSequence[], width: number) {
  const scales = Array.from({ length: width }, (_, j) => {
    const values: number[] = [];
    for (const { rows } of sequences) for (let i = j; i < rows.length; i += width) values.push(rows[i] ?? 0);
    return meanAndDeviation(values);
  });
  return [{ key: '', mean: scales.map(({ mean }) => mean), deviation: scales.map(({ deviation }) => deviation) }];
}

/**
 * Whole sequences of numbers, each of one class, which is asked for at its last step. Split at random, each class
 * by its share; standardized on the training sequences; padded with 0, the columns' mean.
 */
export function labelledDataset(source: LabelledSource, options: LabelledOptions, seed: number): ExamplesDataset {
  const { columns, sequences } = source;
  const width = columns.length;
  const stepsOf = ({ rows }: LabelledSequence) => rows.length / width;
  const longest = sequences.reduce((most, sequence) => Math.max(most, stepsOf(sequence)), 1);
  const length = Math.min(longest, options.window);
  const long = sequences.filter((sequence) => stepsOf(sequence) > length).length;
  const labels = sequences.map(({ label }) => label);
  const { train, test } = splitRows(sequences.length, options.trainFraction, stream(seed, 'split'), labels);
  const take = (part: Int32Array) =>
    Array.from(part).flatMap((i) => {
      const sequence = sequences[i];
      return sequence ? [{ label: sequence.label, rows: sequence.rows.slice(0, length * width) }] : [];
    });
  const training = take(train);
  const input: ColumnsInfo = {
    kind: 'numbers',
    columns: columns.map((name) => ({ name, measure: 'level' })),
    scales: columnScales(training, width),
  };
  const info: SequenceInfo = {
    name: source.name,
    rows: sequences.length,
    task: 'classification',
    length,
    layout: { kind: 'last' },
    input,
    output: { kind: 'classes', name: source.target, classes: source.classes },
  };
  const encode = (part: readonly LabelledSequence[]): SequenceExamples => {
    const examples = emptyExamples(info, part.length);
    for (const [i, sequence] of part.entries()) {
      const steps = stepsOf(sequence);
      writeSteps(sequence.rows, input, steps, examples.inputs, i * length * width);
      examples.targets[i * length + steps - 1] = sequence.label;
      examples.weights[i * length + steps - 1] = 1;
      examples.lengths[i] = steps;
    }
    return examples;
  };
  return {
    kind: 'examples',
    info,
    train: encode(training),
    test: encode(take(test)),
    notes: long > 0 ? [...source.notes, { kind: 'longSequences', count: long, window: length }] : source.notes,
  };
}
