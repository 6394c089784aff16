import * as tf from '../../engine/tf';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { BatchAttrs, BatchInputs } from './op';

export function registerBatch(heap: WasmHeap): void {
  registerWasm(heap, 'Batch', ({ place, output, call }, { x, now }: BatchInputs, { from, count }: BatchAttrs) => {
    const inner = x.shape.slice(1);
    const rows = output([count, ...inner], x.dtype as 'float32' | 'int32');
    call('batch', place(rows), place(x), tf.util.sizeFromShape(inner), count, place(now) + 4 * from);
    return rows;
  });
}
