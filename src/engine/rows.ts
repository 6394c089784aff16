import { batchColumns } from '../kernels/batch/op';
import type { FeedLayout } from './feed';
import * as tf from './tf';

/** One kind of value that every example has: a tensor of `shape` each, row after row. */
export interface Column {
  readonly shape: readonly number[];
  /** rows × the shape's size. Indices of a vocabulary are numbers too. */
  readonly values: Float32Array;
}

/** The rows that make up a batch. */
export interface DrawnBatch {
  /** batchSize × rowsPerExample. */
  readonly rows: ArrayLike<number>;
  /** Whether the state that a model carries from step to step starts anew. */
  readonly fresh: boolean;
}

/** Batches of examples that are no rows of their own, such as windows of a long text. */
export interface Draw {
  readonly rowsPerExample: number;
  /** The batch of a step; the same at every call. */
  batch(step: number, batchSize: number): DrawnBatch;
}

/** Examples on the host, as columns by name. */
export interface Rows {
  /** Examples in an epoch. */
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
  /** How batches come about; by itself an epoch goes through the rows in an order of its own. */
  readonly draw?: Draw | undefined;
}

/** Examples on the device, or a batch of them: tensors [count, …shape] by name. */
export type DeviceRows = Readonly<Record<string, tf.Tensor>>;

export function uploadRows({ columns }: Rows): DeviceRows {
  const upload = ([name, { shape, values }]: readonly [string, Column]) =>
    [name, tf.tensor(values, [values.length / tf.util.sizeFromShape([...shape]), ...shape])] as const;
  return Object.fromEntries(Object.entries(columns).map(upload));
}

/** The same of every column. */
export function mapRows(rows: DeviceRows, map: (column: tf.Tensor) => tf.Tensor): DeviceRows {
  return Object.fromEntries(Object.entries(rows).map(([name, column]) => [name, map(column)]));
}

/**
 * The batch that the step under way takes.
 * @param steps of examples that are sequences: see `Model`
 */
export function takeBatch(
  rows: DeviceRows,
  now: tf.Tensor1D,
  { indices, count }: Pick<FeedLayout, 'indices' | 'count'>,
  steps?: number,
  rowsPerExample?: number,
): DeviceRows {
  const taken = batchColumns(Object.values(rows), now, { from: indices, count, steps, rowsPerExample });
  return Object.fromEntries(Object.keys(rows).map((name, i) => [name, taken[i] as tf.Tensor]));
}

/** Sequences from one after another to step after step: [count, steps, …] → [steps · count, …]. */
export function stepAfterStep(column: tf.Tensor): tf.Tensor {
  const [count = 0, steps = 0, ...rest] = column.shape;
  const flat = tf.reshape(column, [count, steps, tf.util.sizeFromShape(rest)]);
  return tf.reshape(tf.transpose(flat, [1, 0, 2]), [steps * count, ...rest]);
}

/** Floats in all columns. */
export const rowFloats = ({ columns }: Rows): number =>
  Object.values(columns).reduce((sum, { values }) => sum + values.length, 0);

/** Inputs and targets of one width each. */
export function pairs(
  { count, inputs, targets }: { readonly count: number; readonly inputs: Float32Array; readonly targets: Float32Array },
  inputWidth: number,
  outputWidth: number,
): Rows {
  return {
    count,
    columns: { inputs: { shape: [inputWidth], values: inputs }, targets: { shape: [outputWidth], values: targets } },
  };
}
