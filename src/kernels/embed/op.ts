import * as tf from '../../engine/tf';
import { columnSums } from '../reduce/op';
import { runKernel } from '../run';

export interface EmbedInputs {
  readonly matrix: tf.TensorInfo;
  readonly tokens: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
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
 * Rows of a matrix by the tokens' numbers, plus a bias: the layer of one-hot rows, without making them. A token that has
 * no row counts as a row of zeros; −1 is such a token, for where there is none.
 * @param matrix [rows, width]
 * @param tokens [count], whole numbers as floats
 * @param bias [width]
 * @returns [count, width]
 */
export function embed(matrix: tf.Tensor2D, tokens: tf.Tensor1D, bias?: tf.Tensor1D): tf.Tensor2D {
  return runKernel('Embed', { matrix, tokens, bias });
}

tf.registerGradient({
  kernelName: 'Embed',
  inputsToSave: ['matrix', 'tokens'],
  gradFunc: (dy, saved) => {
    const [matrix, tokens] = saved as [tf.Tensor2D, tf.Tensor1D];
    // The rows of dy added up by their tokens, in the order in which they stand.
    return {
      matrix: () => runKernel('EmbedGradient', { dy: dy as tf.Tensor2D, tokens }, { rows: matrix.shape[0] }),
      bias: () => columnSums(dy as tf.Tensor2D),
    };
  },
});
