import type * as tf from '../../engine/tf';
import { registerCpu, valuesOf } from '../cpu/backend';
import { referenceColumnSums } from './reference';

export function registerColumnSums(): void {
  registerCpu('ColumnSums', (backend, { x }: { readonly x: tf.TensorInfo }) => {
    const sums = referenceColumnSums(valuesOf(backend, x), x.shape[1] as number);
    return backend.makeTensorInfo([sums.length], 'float32', sums);
  });
}
