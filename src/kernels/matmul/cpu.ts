import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '../../engine/tf';
import { valuesOf } from '../cpu/backend';
import { multiply } from './multiply';
import { productShape } from './shape';

interface Operands {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
}

/** The product, or null where it is not one of ours. */
function product(backend: MathBackendCPU, { a, b }: Operands, attrs: tf.BatchMatMulAttrs): tf.TensorInfo | null {
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return null;
  const shape = productShape(a.shape, b.shape, attrs.transposeA, attrs.transposeB);
  if (!shape) return null;
  return backend.makeTensorInfo(shape.result, 'float32', multiply(shape, valuesOf(backend, a), valuesOf(backend, b)));
}

/** Puts our product before that of the cpu backend, which goes on computing what is not ours. */
export function registerProducts(): void {
  const stock = tf.getKernel(tf.BatchMatMul, 'cpu');
  tf.unregisterKernel(tf.BatchMatMul, 'cpu');
  tf.registerKernel({
    ...stock,
    kernelFunc(given) {
      const attrs = given.attrs as unknown as tf.BatchMatMulAttrs;
      return (
        product(given.backend as MathBackendCPU, given.inputs as unknown as Operands, attrs) ?? stock.kernelFunc(given)
      );
    },
  });
}
