import * as tf from '../../engine/tf';

/** Where the matrices of an operand lie, in elements. A batch stride of 0 is one matrix for the whole batch. */
export interface Strides {
  readonly batch: number;
  readonly row: number;
  readonly column: number;
}

/** `batch` products of [m, k] and [k, n]. */
export interface ProductShape {
  readonly batch: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly left: Strides;
  readonly right: Strides;
  /** Of the result: the batch's sides, m, n. */
  readonly result: number[];
}

interface Operand {
  readonly batchShape: number[];
  readonly batch: number;
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

function operandOf(shape: readonly number[], transposed: boolean): Operand {
  const batchShape = shape.slice(0, -2);
  const [height = 1, width = 1] = shape.slice(-2);
  const batch = tf.util.sizeFromShape(batchShape);
  return transposed
    ? { batchShape, batch, rows: width, columns: height, row: 1, column: width }
    : { batchShape, batch, rows: height, columns: width, row: width, column: 1 };
}

/**
 * What a product of tensors of these shapes computes: a transposed operand is the same memory with its strides
 * exchanged. Null where the shapes do not fit, or where a batch is repeated in parts.
 */
export function productShape(
  leftShape: readonly number[],
  rightShape: readonly number[],
  transposeLeft: boolean,
  transposeRight: boolean,
): ProductShape | null {
  const left = operandOf(leftShape, transposeLeft);
  const right = operandOf(rightShape, transposeRight);
  if (left.columns !== right.rows) return null;
  const batchShape = tf.broadcast_util.assertAndGetBroadcastShape(left.batchShape, right.batchShape);
  const batch = tf.util.sizeFromShape(batchShape);
  const partly = (operand: Operand) => operand.batch !== batch && operand.batch !== 1;
  if (partly(left) || partly(right)) return null;
  const stridesOf = ({ rows, columns, row, column, ...operand }: Operand): Strides => ({
    batch: operand.batch === 1 ? 0 : rows * columns,
    row,
    column,
  });
  return {
    batch,
    m: left.rows,
    n: right.columns,
    k: left.columns,
    left: stridesOf(left),
    right: stridesOf(right),
    result: [...batchShape, left.rows, right.columns],
  };
}
