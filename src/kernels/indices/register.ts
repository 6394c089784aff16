import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf, wordOf } from '../wasm/tensors';

function oneHot(heap: WasmHeap, indices: tf.TensorInfo, attrs: tf.OneHotAttrs): tf.TensorInfo | null {
  const { depth, onValue, offValue, dtype } = attrs;
  if (indices.dtype !== 'int32' || (dtype !== 'float32' && dtype !== 'int32')) return null;
  const to = heap.output([...indices.shape, depth], dtype);
  const [on, off] = [wordOf(onValue, dtype), wordOf(offValue, dtype)];
  if (sizeOf(to) > 0) heap.call('oneHot', heap.place(to), heap.place(indices), sizeOf(indices), depth, on, off);
  return to;
}

/**
 * Sums of the rows of x [n, …] that belong together: [numSegments, …]. Stock has no such kernel for wasm, and without it
 * nothing that was gathered has a gradient.
 */
function segmentSum(
  heap: WasmHeap,
  x: tf.TensorInfo,
  segmentIds: tf.TensorInfo,
  numSegments: number,
): tf.TensorInfo | null {
  if (!isFloat(x) || segmentIds.dtype !== 'int32' || segmentIds.shape.length !== 1) return null;
  const [, ...inner] = x.shape;
  const to = heap.output([numSegments, ...inner]);
  const width = tf.util.sizeFromShape(inner);
  const { place } = heap;
  if (sizeOf(to) > 0)
    heap.call('segmentSum', place(to), place(x), width, sizeOf(segmentIds), place(segmentIds), numSegments);
  return to;
}

/** Puts our kernels that go by indices before those of the wasm backend. */
export function registerIndices(heap: WasmHeap): void {
  precede(tf.OneHot, ({ inputs, attrs }) =>
    oneHot(heap, inputs.indices as tf.TensorInfo, attrs as unknown as tf.OneHotAttrs),
  );
  precede(tf.UnsortedSegmentSum, ({ inputs: { x, segmentIds }, attrs }) =>
    segmentSum(
      heap,
      x as tf.TensorInfo,
      segmentIds as tf.TensorInfo,
      (attrs as unknown as tf.UnsortedSegmentSumAttrs).numSegments,
    ),
  );
}
