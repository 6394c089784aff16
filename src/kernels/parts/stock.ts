import * as tf from '../../engine/tf';
import { type PartsAttrs, type PartsInputs, partStarts } from './op';

/** Parts by the backend's own slices. */
export function registerStockParts(backendName: 'cpu' | 'wasm' | 'webgl'): void {
  const slice = tf.getKernel(tf.Slice, backendName).kernelFunc;
  tf.registerKernel({
    kernelName: 'Parts',
    backendName,
    kernelFunc({ inputs, backend, attrs }) {
      const { x } = inputs as unknown as PartsInputs;
      const given = attrs as unknown as PartsAttrs;
      const starts = partStarts(given);
      return given.sizes.map(
        (size, i) =>
          slice({ inputs: { x }, backend, attrs: { begin: [starts[i] as number], size: [size] } }) as tf.TensorInfo,
      );
    },
  });
}
