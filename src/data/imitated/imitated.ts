import type { ColumnType } from '../dataset';
import type { DistributionId } from '../distributions';
import type { Distribution } from '../distributions/distribution';
import type { DataNote } from '../note';
import type { ImitatedInfo } from './info';
import type { PictureSetId, TableSetId } from './sets';

export interface ImitatedOptions {
  readonly dataset: DistributionId | TableSetId | PictureSetId;
  /** Of a person's own, at most so many are taken. */
  readonly samples: number;
  readonly trainFraction: number;
  /** Pixels a side of pictures. */
  readonly size: string;
  /** Types of a table's columns that differ from the detected ones. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The column of a table that networks are told; '' for none. */
  readonly condition: string;
}

/** What the generator's outputs can be: all numbers, or those between two bounds. */
export type OutputRange = 'linear' | 'tanh' | 'sigmoid';

/** Examples as numbers, in training units. */
export interface ImitatedExamples {
  readonly count: number;
  /** count × width. */
  readonly rows: Float32Array;
  /** count × classes, 1 at the class and 0 elsewhere; null where there are no classes. */
  readonly labels: Float32Array | null;
}

/** Examples for a generator to imitate. */
export interface Imitated {
  readonly info: ImitatedInfo;
  readonly train: ImitatedExamples;
  /** Seen by neither network. */
  readonly test: ImitatedExamples;
  /** What points are drawn from. */
  readonly distribution?: Distribution;
  /** What was repaired or left out of a table. */
  readonly notes?: readonly DataNote[];
}

/** Of so many examples, how many are trained on where the first of them are. */
export const trainCountOf = (count: number, share: number) => Math.max(1, Math.round(count * share));
