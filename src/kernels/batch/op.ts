import * as tf from '../../engine/tf';
import { runKernel } from '../run';

/** Columns by names of their own, of as many rows each; and `now`. */
export type BatchInputs = Readonly<Record<string, tf.TensorInfo>> & { readonly now: tf.TensorInfo };
export interface BatchAttrs {
  /** The numbers of the rows: `count` values of `now` from here on. */
  readonly from: number;
  readonly count: number;
  /** Where examples are sequences: their time steps, which then come step after step instead of row after row. */
  readonly steps?: number | undefined;
  /** Rows that a sequence consists of: one, or one for each of its steps. */
  readonly rowsPerExample?: number | undefined;
}

export const columnsOf = ({ now: _, ...columns }: BatchInputs): tf.TensorInfo[] => Object.values(columns);

/** A batch of one column has a result, of several a list. */
export const results = (all: tf.TensorInfo[]): tf.TensorInfo | tf.TensorInfo[] =>
  all.length === 1 ? (all[0] as tf.TensorInfo) : all;

/**
 * A batch as pieces of `width` values, of `steps` time steps and in each of them of all examples. The piece of example b
 * at step t lies in the row of number b, at t · width; or, where every step is a row, in that of number b · steps + t.
 */
export function batchSides(x: tf.TensorInfo, { count, steps, rowsPerExample = 1 }: BatchAttrs) {
  const [rows = 0, ...inner] = x.shape;
  const rest = steps === undefined || rowsPerExample > 1 ? inner : inner.slice(1);
  const examples = count / rowsPerExample;
  return {
    rows,
    rowWidth: tf.util.sizeFromShape(inner),
    width: tf.util.sizeFromShape(rest),
    steps: steps ?? 1,
    examples,
    rowsPerExample,
    shape: [(steps ?? 1) * examples, ...rest],
  };
}

/**
 * The rows of each column whose numbers stand in `now`.
 * @param columns [rows, …]; of sequences [rows, steps, …], or [rows, …] where every step is a row
 * @returns of each [count, …]; of sequences [steps · examples, …], step after step
 */
export function batchColumns(columns: readonly tf.Tensor[], now: tf.Tensor1D, attrs: BatchAttrs): tf.Tensor[] {
  const named = Object.fromEntries(columns.map((column, i) => [`column${i}`, column]));
  return [runKernel('Batch', { ...named, now }, { ...attrs })].flat();
}

/** The rows of x [rows, …] whose numbers stand in `now` from `from` on: [count, …]. */
export function batchRows<T extends tf.Tensor>(x: T, now: tf.Tensor1D, from: number, count: number): T {
  return batchColumns([x], now, { from, count })[0] as T;
}
