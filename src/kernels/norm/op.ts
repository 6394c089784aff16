import * as tf from '../../engine/tf';
import { columnSums } from '../reduce/op';
import { runKernel } from '../run';

export interface LayerNormInputs {
  readonly x: tf.TensorInfo;
  readonly gain: tf.TensorInfo;
  readonly bias: tf.TensorInfo;
}
export interface LayerNormGradientInputs {
  readonly x: tf.TensorInfo;
  readonly gain: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
}
export interface LayerNormGainInputs {
  readonly x: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
}

/**
 * Layer normalization (Ba, Kiros and Hinton 2016): every row less its mean and divided by its standard deviation, then
 * gain ⊙ row + bias.
 * @param x [rows, width]
 * @param gain [width]
 * @param bias [width]
 * @returns [rows, width]
 */
export function layerNorm(x: tf.Tensor2D, gain: tf.Tensor1D, bias: tf.Tensor1D): tf.Tensor2D {
  return runKernel('LayerNorm', { x, gain, bias });
}

tf.registerGradient({
  kernelName: 'LayerNorm',
  inputsToSave: ['x', 'gain'],
  gradFunc: (given, saved) => {
    const [x, gain] = saved as [tf.Tensor2D, tf.Tensor1D];
    const dy = given as tf.Tensor2D;
    return {
      x: () => runKernel('LayerNormGradient', { x, gain, dy }),
      gain: () => runKernel('LayerNormGainGradient', { x, dy }),
      bias: () => columnSums(dy),
    };
  },
});
