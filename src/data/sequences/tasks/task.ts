import type { SequenceDataset, SequenceSources } from '../dataset';
import type { TaskKind } from '../info';
import type { SequenceOptions } from '../options';

/** A built-in task, or a kind of file: its metadata and what makes its examples, one file each. */
export interface SequenceTask {
  readonly id: string;
  readonly kind: TaskKind;
  /** The settings it looks at, in no order; the panel hides the others. */
  readonly settings: readonly (keyof SequenceOptions)[];
  /** What it starts from where that differs from the settings' defaults. */
  readonly defaults: Partial<SequenceOptions>;
  /**
   * Its examples, split and encoded; the same options, seed and sources always give the same ones.
   * @throws {Problem} where these cannot be made.
   */
  build(options: SequenceOptions, seed: number, sources: SequenceSources): SequenceDataset;
}
