import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '../../engine/tf';
import { precede } from '../precede';

// Cutting a batch out of the data and the parameters out of their vector is copying, done here within the heap. The
// stock slice copies its whole operand out of the heap first, at every call; the stock gather goes value by value.

const bytesPerValue = 4;

const placeOf = (backend: BackendWasm, { dataId }: tf.TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset >>> 0;

interface GatherInputs {
  readonly x: tf.TensorInfo;
  readonly indices: tf.TensorInfo;
}

const isPlain = ({ dtype }: tf.TensorInfo) => dtype === 'float32' || dtype === 'int32';

/** A slice that lies in one piece, or null. */
function slice(memory: WebAssembly.Memory, backend: BackendWasm, x: tf.TensorInfo, attrs: tf.SliceAttrs) {
  if (!isPlain(x)) return null;
  const [begin = [], size = []] = tf.slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  if (!tf.slice_util.isSliceContinous(x.shape, begin, size)) return null;
  const result = backend.makeOutput(size, x.dtype);
  const first = tf.slice_util.computeFlatOffset(begin, tf.util.computeStrides(x.shape));
  const from = placeOf(backend, x) + first * bytesPerValue;
  const bytes = tf.util.sizeFromShape(size) * bytesPerValue;
  new Uint8Array(memory.buffer).copyWithin(placeOf(backend, result), from, from + bytes);
  return result;
}

/** Rows of x in the order of the indices, or null for other axes and for indices out of range. */
function gather(
  memory: WebAssembly.Memory,
  backend: BackendWasm,
  { x, indices }: GatherInputs,
  { axis, batchDims }: tf.GatherV2Attrs,
) {
  const [rows = 0, ...inner] = x.shape;
  if (axis !== 0 || batchDims !== 0 || x.shape.length === 0 || !isPlain(x) || indices.dtype !== 'int32') return null;
  const count = tf.util.sizeFromShape(indices.shape);
  // Takes place on the heap, which may have to grow for it: views come after.
  const result = backend.makeOutput([...indices.shape, ...inner], x.dtype);
  const wanted = new Int32Array(memory.buffer, placeOf(backend, indices), count);
  if (wanted.some((row) => row < 0 || row >= rows)) {
    backend.disposeData(result.dataId);
    return null;
  }
  const bytes = new Uint8Array(memory.buffer);
  const width = tf.util.sizeFromShape(inner) * bytesPerValue;
  const from = placeOf(backend, x);
  let to = placeOf(backend, result);
  for (const row of wanted) {
    bytes.copyWithin(to, from + row * width, from + (row + 1) * width);
    to += width;
  }
  return result;
}

/** Puts our copies in the place of those of the wasm backend, whose memory this is. */
export function registerCopies(memory: WebAssembly.Memory): void {
  precede(tf.Slice, ({ inputs, attrs, backend }) =>
    slice(memory, backend as BackendWasm, inputs.x as tf.TensorInfo, attrs as unknown as tf.SliceAttrs),
  );
  precede(tf.GatherV2, ({ inputs, attrs, backend }) =>
    gather(memory, backend as BackendWasm, inputs as unknown as GatherInputs, attrs as unknown as tf.GatherV2Attrs),
  );
}
