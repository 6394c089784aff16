import type * as tf from '../../engine/tf';
import { runKernel } from '../run';

export interface BatchInputs {
  readonly x: tf.TensorInfo;
  readonly now: tf.TensorInfo;
}
export interface BatchAttrs {
  readonly from: number;
  readonly count: number;
}

/** The rows of x [rows, …] whose indices stand in `now` from `from` on: [count, …]. */
export function batchRows<T extends tf.Tensor>(x: T, now: tf.Tensor1D, from: number, count: number): T {
  return runKernel<T>('Batch', { x, now }, { from, count });
}
