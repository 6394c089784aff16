import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf } from '../wasm/tensors';

/** Probabilities along the last axis, which is the only one that tfjs allows. */
export function registerSoftmax(heap: WasmHeap): void {
  precede(tf.Softmax, ({ inputs }) => {
    const logits = inputs.logits as tf.TensorInfo;
    const columns = logits.shape.at(-1) ?? 1;
    if (!isFloat(logits) || sizeOf(logits) === 0) return null;
    const result = heap.output(logits.shape);
    heap.call('softmax', heap.place(result), heap.place(logits), sizeOf(logits) / columns, columns);
    return result;
  });
}
