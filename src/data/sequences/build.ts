import type { SequenceDataset, SequenceSources } from './dataset';
import type { SequenceOptions } from './options';
import { type SequenceTaskId, sequenceTasks } from './tasks';

/**
 * The sequences that a config asks for; the same options, seed and sources always give the same ones.
 * @throws {Problem} `noText` or `noTable` where one is needed and none is given, and what the tasks throw.
 */
export function buildSequences(
  data: SequenceOptions & { readonly dataset: SequenceTaskId },
  seed: number,
  sources: SequenceSources = {},
): SequenceDataset {
  return sequenceTasks[data.dataset].build(data, seed, sources);
}
