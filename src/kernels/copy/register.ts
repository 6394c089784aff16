import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';

// Cutting a batch out of the data and the parameters out of their vector is copying, done here within the heap. The
// stock slice copies its whole operand out of the heap first, at every call; the stock gather goes value by value.

const bytesPerValue = 4;

interface GatherInputs {
  readonly x: tf.TensorInfo;
  readonly indices: tf.TensorInfo;
}

const isPlain = ({ dtype }: tf.TensorInfo): boolean => dtype === 'float32' || dtype === 'int32';
const plainType = ({ dtype }: tf.TensorInfo) => dtype as 'float32' | 'int32';

/** A slice that lies in one piece, or null. */
function slice(heap: WasmHeap, x: tf.TensorInfo, attrs: tf.SliceAttrs): tf.TensorInfo | null {
  if (!isPlain(x)) return null;
  const [begin = [], size = []] = tf.slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  if (!tf.slice_util.isSliceContinous(x.shape, begin, size)) return null;
  const result = heap.output(size, plainType(x));
  const first = tf.slice_util.computeFlatOffset(begin, tf.util.computeStrides(x.shape));
  const bytes = tf.util.sizeFromShape(size) * bytesPerValue;
  heap.call('copy', heap.place(result), heap.place(x) + first * bytesPerValue, bytes);
  return result;
}

/** Rows of x in the order of the indices, or null for other axes; NaN where there is no such row. */
function gather(
  heap: WasmHeap,
  { x, indices }: GatherInputs,
  { axis, batchDims }: tf.GatherV2Attrs,
): tf.TensorInfo | null {
  const [rows = 0, ...inner] = x.shape;
  if (axis !== 0 || batchDims !== 0 || x.shape.length === 0 || !isPlain(x) || indices.dtype !== 'int32') return null;
  const result = heap.output([...indices.shape, ...inner], plainType(x));
  const width = tf.util.sizeFromShape(inner);
  const count = tf.util.sizeFromShape(indices.shape);
  heap.call('gather', heap.place(result), heap.place(x), width, count, heap.place(indices), rows);
  return result;
}

/** Puts our copies in the place of those of the wasm backend. */
export function registerCopies(heap: WasmHeap): void {
  precede(tf.Slice, ({ inputs, attrs }) => slice(heap, inputs.x as tf.TensorInfo, attrs as unknown as tf.SliceAttrs));
  precede(tf.GatherV2, ({ inputs, attrs }) =>
    gather(heap, inputs as unknown as GatherInputs, attrs as unknown as tf.GatherV2Attrs),
  );
}
