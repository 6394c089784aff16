import * as tf from './tf';

/** One kind of value that every example has: a tensor of `shape` each, row after row. */
export interface Column {
  readonly shape: readonly number[];
  /** rows × the shape's size. Indices of a vocabulary are numbers too. */
  readonly values: Float32Array;
}

/** Examples on the host, as columns by name. */
export interface Rows {
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
  /**
   * `shuffled`: batches are drawn at random. `streams`: examples are windows that follow one another; a batch has the
   * next window of as many streams as it is large, so that a model may carry its state from window to window.
   */
  readonly order?: 'shuffled' | 'streams';
}

/** Examples on the device, or a batch of them: tensors [count, …shape] by name. */
export type DeviceRows = Readonly<Record<string, tf.Tensor>>;

export function uploadRows({ count, columns }: Rows): DeviceRows {
  const upload = ([name, { shape, values }]: readonly [string, Column]) =>
    [name, tf.tensor(values, [count, ...shape])] as const;
  return Object.fromEntries(Object.entries(columns).map(upload));
}

/** The same of every column. */
export function mapRows(rows: DeviceRows, map: (column: tf.Tensor) => tf.Tensor): DeviceRows {
  return Object.fromEntries(Object.entries(rows).map(([name, column]) => [name, map(column)]));
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
