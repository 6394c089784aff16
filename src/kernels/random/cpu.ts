import * as tf from '../../engine/tf';
import { registerCpu, valuesOf } from '../cpu/backend';
import type { DropoutAttrs, DropoutInputs, RandomAttrs, RandomInputs } from './op';
import { referenceDropout, referenceRandom } from './reference';

export function registerRandom(): void {
  registerCpu('Random', (backend, { now }: RandomInputs, { shape, kind, key }: RandomAttrs) => {
    const values = referenceRandom(kind, tf.util.sizeFromShape([...shape]), valuesOf(backend, now), key);
    return backend.makeTensorInfo([...shape], 'float32', values);
  });
  registerCpu('Dropout', (backend, { x, now }: DropoutInputs, { rate, key }: DropoutAttrs) => {
    const values = referenceDropout(valuesOf(backend, x), rate, valuesOf(backend, now), key);
    return backend.makeTensorInfo(x.shape, 'float32', values);
  });
}
