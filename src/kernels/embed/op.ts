import * as tf from '../../engine/tf';
import { runKernel } from '../run';

export interface EmbedInputs {
  readonly matrix: tf.TensorInfo;
  readonly tokens: tf.TensorInfo;
}
export interface EmbedGradientInputs {
  readonly dy: tf.TensorInfo;
  readonly tokens: tf.TensorInfo;
}
export interface EmbedGradientAttrs {
  /** Rows of the matrix. */
  readonly rows: number;
}

/**
 * Rows of a matrix by the tokens' numbers: the product with one-hot rows, without making them. A token that has no row
 * gives zeros, as a one-hot row of zeros would; −1 is such a token, for where there is none.
 * @param matrix [rows, width]
 * @param tokens [count], whole numbers as floats
 * @returns [count, width]
 */
export function embed(matrix: tf.Tensor2D, tokens: tf.Tensor1D): tf.Tensor2D {
  return runKernel('Embed', { matrix, tokens });
}

tf.registerGradient({
  kernelName: 'Embed',
  inputsToSave: ['matrix', 'tokens'],
  gradFunc: (dy, saved) => {
    const [matrix, tokens] = saved as [tf.Tensor2D, tf.Tensor1D];
    // The rows of dy added up by their tokens, in the order in which they stand.
    return { matrix: () => runKernel('EmbedGradient', { dy: dy as tf.Tensor2D, tokens }, { rows: matrix.shape[0] }) };
  },
});
