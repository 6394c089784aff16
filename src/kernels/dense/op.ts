import * as tf from '../../engine/tf';
import type { ActivationName } from '../../training/names';
import { activate, activateGradient } from '../activation/op';
import { columnSums } from '../reduce/op';
import { runKernel } from '../run';

export interface AffineInputs {
  readonly x: tf.TensorInfo;
  readonly kernel: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
}
export interface AffineAttrs {
  readonly activation: 'linear' | 'relu';
}

/**
 * A dense layer: activation(x · kernel + bias).
 * @param x [batch, inputs]
 * @param kernel [inputs, outputs]
 * @param bias [outputs]
 * @returns [batch, outputs]
 */
export function dense(
  x: tf.Tensor2D,
  kernel: tf.Tensor2D,
  bias: tf.Tensor1D | undefined,
  activation: ActivationName,
): tf.Tensor2D {
  if (activation === 'relu') return runKernel('Affine', { x, kernel, bias }, { activation });
  return activate(runKernel<tf.Tensor2D>('Affine', { x, kernel, bias }, { activation: 'linear' }), activation);
}

tf.registerGradient({
  kernelName: 'Affine',
  inputsToSave: ['x', 'kernel'],
  outputsToSave: [true],
  gradFunc(dy, saved, attrs) {
    const [x, kernel, y] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    // relu(x) > 0 exactly where x > 0, so its output serves as its input.
    const dz = attrs.activation === 'relu' ? activateGradient(y, dy as tf.Tensor2D, 'relu') : (dy as tf.Tensor2D);
    return {
      x: () => tf.matMul(dz, kernel, false, true),
      kernel: () => tf.matMul(x, dz, true, false),
      bias: () => columnSums(dz),
    };
  },
});
