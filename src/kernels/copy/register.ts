import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isWords, sizeOf, wordBytes } from '../wasm/tensors';

// Cutting a batch out of the data is copying, done here within the heap. The stock gather goes value by value.

interface GatherInputs {
  readonly x: tf.TensorInfo;
  readonly indices: tf.TensorInfo;
}

/** What lies at the indices along one axis, or null for batches of indices; NaN where there is nothing. */
function gather(
  heap: WasmHeap,
  { x, indices }: GatherInputs,
  { axis, batchDims }: tf.GatherV2Attrs,
): tf.TensorInfo | null {
  if (batchDims !== 0 || x.shape.length === 0 || !isWords(x) || indices.dtype !== 'int32') return null;
  const [at = 0] = tf.util.parseAxisParam(axis, x.shape);
  const [before, rows = 0, inner] = [x.shape.slice(0, at), x.shape[at], x.shape.slice(at + 1)];
  const result = heap.output([...before, ...indices.shape, ...inner], x.dtype);
  const [width, count] = [tf.util.sizeFromShape(inner), sizeOf(indices)];
  for (let i = 0; i < tf.util.sizeFromShape(before); i++) {
    const to = heap.place(result) + i * count * width * wordBytes;
    const from = heap.place(x) + i * rows * width * wordBytes;
    heap.call('gather', to, from, width, count, heap.place(indices), rows);
  }
  return result;
}

/** Puts our gather before that of the wasm backend. */
export function registerCopies(heap: WasmHeap): void {
  precede(tf.GatherV2, ({ inputs, attrs }) =>
    gather(heap, inputs as unknown as GatherInputs, attrs as unknown as tf.GatherV2Attrs),
  );
}
