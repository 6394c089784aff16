import type * as tf from '../../engine/tf';
import { runKernel } from '../run';

/** Sums of the columns of x [m, n]: [n]. */
export function columnSums(x: tf.Tensor2D): tf.Tensor1D {
  return runKernel('ColumnSums', { x });
}
