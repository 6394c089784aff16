import { buildSequences } from '../../../../src/data/sequences/build';
import type {
  ExamplesDataset,
  RunningDataset,
  SequenceExamples,
  SequenceSources,
  SeriesDataset,
} from '../../../../src/data/sequences/dataset';
import { decodeRead, decodeSaid } from '../../../../src/data/sequences/decode';
import type { SequenceInfo } from '../../../../src/data/sequences/info';
import type { SequenceOptions } from '../../../../src/data/sequences/options';
import { type SequenceTaskId, sequenceTasks } from '../../../../src/data/sequences/tasks';

/** What the settings say when nobody has changed them. */
export const standard: SequenceOptions = {
  samples: 150,
  noise: 0.1,
  trainFraction: 0.8,
  form: 'auto',
  window: 20,
  digits: 2,
  reversed: false,
  length: 6,
  symbols: 6,
  distance: 12,
  horizon: 1,
  season: 0,
  measure: 'auto',
  target: '',
  time: '',
  key: '',
  columns: {},
};

export function build(
  dataset: SequenceTaskId,
  options: Partial<SequenceOptions> = {},
  seed = 1,
  sources: SequenceSources = {},
) {
  return buildSequences({ dataset, ...standard, ...options }, seed, sources);
}

/** The built examples; any other kind of data fails the test. */
export function buildExamples(...given: Parameters<typeof build>): ExamplesDataset {
  const dataset = build(...given);
  if (dataset.kind !== 'examples') throw new Error(`these are ${dataset.kind}`);
  return dataset;
}

export function buildRunning(...given: Parameters<typeof build>): RunningDataset {
  const dataset = build(...given);
  if (dataset.kind !== 'running') throw new Error(`these are ${dataset.kind}`);
  return dataset;
}

export function buildSeries(...given: Parameters<typeof build>): SeriesDataset {
  const dataset = build(...given);
  if (dataset.kind !== 'series') throw new Error(`these are ${dataset.kind}`);
  return dataset;
}

/** What is read of every example, in writing. */
export function questions(info: SequenceInfo, examples: SequenceExamples): string[] {
  return Array.from({ length: examples.count }, (_, i) => decodeRead(info, examples, i));
}

/** The right answer of every example, in writing. */
export function answers(info: SequenceInfo, examples: SequenceExamples): string[] {
  return decodeSaid(info, examples, examples.targets);
}

/** The tasks that need nothing from a person. */
export const builtIn = (Object.keys(sequenceTasks) as SequenceTaskId[]).filter(
  (id) => !['text', 'table', 'sequences'].includes(id),
);
