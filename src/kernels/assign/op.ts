import type * as tf from '../../engine/tf';
import { runKernel } from '../run';

export interface AssignInputs {
  readonly to: tf.TensorInfo;
  readonly from: tf.TensorInfo;
}

/**
 * Puts a tensor's values in the place of another's, of the same shape: what has to last from step to step stays where it
 * is. On webgl, where a texture cannot be changed, a tensor of its own. It has no gradient.
 * @param to 32-bit floats; no longer to be read but through what is returned
 * @returns the values of `from` in the place of `to`
 * @throws where shapes differ
 */
export function assign<T extends tf.Tensor>(to: T, from: T): T {
  if (to.shape.join() !== from.shape.join())
    throw new Error(`Values of [${from.shape.join()}] do not fit in the place of [${to.shape.join()}].`);
  return runKernel<T>('Assign', { to, from });
}
