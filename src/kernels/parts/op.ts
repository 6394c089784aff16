import * as tf from '../../engine/tf';
import { runKernel } from '../run';

export interface PartsInputs {
  readonly x: tf.TensorInfo;
}
export interface PartsAttrs {
  /** Of the parts, one after another from the beginning. */
  readonly sizes: readonly number[];
}

/** Where each part begins. */
export function partStarts({ sizes }: PartsAttrs): number[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return end - size;
  });
}

/**
 * A vector cut into parts of these sizes; what is behind them is left out. Where the backend can, the parts lie where
 * the vector does: they are not to be read when it has been changed in place.
 */
export function parts(x: tf.Tensor1D, sizes: readonly number[]): tf.Tensor1D[] {
  return runKernel('Parts', { x }, { sizes }) as unknown as tf.Tensor1D[];
}

tf.registerGradient({
  kernelName: 'Parts',
  inputsToSave: ['x'],
  gradFunc: (given, [x], attrs) => ({
    x: () => {
      const slopes = [given].flat() as tf.Tensor1D[];
      const rest = (x as tf.Tensor).size - (attrs.sizes as number[]).reduce((sum, size) => sum + size, 0);
      return tf.concat1d(rest > 0 ? [...slopes, tf.zeros<tf.Rank.R1>([rest])] : slopes);
    },
  }),
});
