import * as tf from '../../engine/tf';
import { registerCpu, valuesOf } from '../cpu/backend';
import type { BatchAttrs, BatchInputs } from './op';
import { referenceBatch } from './reference';

export function registerBatch(): void {
  registerCpu('Batch', (backend, { x, now }: BatchInputs, { from, count }: BatchAttrs) => {
    const inner = x.shape.slice(1);
    const width = tf.util.sizeFromShape(inner);
    const rows = referenceBatch(valuesOf(backend, x), width, valuesOf(backend, now), from, count);
    return backend.makeTensorInfo([count, ...inner], x.dtype, rows);
  });
}
