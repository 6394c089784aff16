import * as tf from '../../engine/tf';
import type { ActivationName } from '../../training/names';
import { runKernel } from '../run';

export interface ActivateInputs {
  readonly x: tf.TensorInfo;
}
export interface ActivateGradientInputs extends ActivateInputs {
  readonly dy: tf.TensorInfo;
}
export interface ActivationAttrs {
  readonly activation: ActivationName;
}

/** activation(x), elementwise. */
export function activate<T extends tf.Tensor>(x: T, activation: ActivationName): T {
  return activation === 'linear' ? x : runKernel<T>('Activate', { x }, { activation });
}

/** dy ⊙ activation′(x), where x is what the activation was applied to. */
export function activateGradient<T extends tf.Tensor>(x: T, dy: T, activation: ActivationName): T {
  return runKernel<T>('ActivateGradient', { x, dy }, { activation });
}

tf.registerGradient({
  kernelName: 'Activate',
  inputsToSave: ['x'],
  gradFunc: (dy, [x], attrs) => ({
    x: () => activateGradient(x as tf.Tensor, dy as tf.Tensor, attrs.activation as ActivationName),
  }),
});
