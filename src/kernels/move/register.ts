import * as tf from '../../engine/tf';
import { cast, fill } from '../elementwise/register';
import { axesOf, stridesOf } from '../wasm/axes';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isWords, release, share, sizeOf, wordBytes } from '../wasm/tensors';
import { moveAlong } from './along';
import { registerResizing } from './resize';

// Kernels that put values elsewhere and change none. The stock slice copies its whole operand out of the heap first, at
// every call.

/** Distance of a position from the beginning, in elements. */
const offsetOf = (position: readonly number[], strides: readonly number[]): number =>
  position.reduce((sum, at, i) => sum + at * (strides[i] as number), 0);

/**
 * A part of a tensor.
 * @param begin position of its first value
 * @param steps how far apart its values are along each axis; 1 for neighbours, negative for the reverse order
 * @param size its sides
 * @param shape of the result, where axes are added or left out
 */
function part(
  heap: WasmHeap,
  x: tf.TensorInfo,
  begin: readonly number[],
  steps: readonly number[],
  size: readonly number[],
  shape: readonly number[] = size,
): tf.TensorInfo | null {
  if (!isWords(x)) return null;
  const result = heap.output(shape, x.dtype);
  const strides = stridesOf(x.shape);
  const fromSteps = strides.map((stride, i) => stride * (steps[i] as number));
  const from = heap.place(x) + offsetOf(begin, strides) * wordBytes;
  moveAlong(heap, heap.place(result), from, axesOf(size, stridesOf(size), fromSteps));
  return result;
}

const ones = (count: number) => new Array<number>(count).fill(1);

function slice(heap: WasmHeap, x: tf.TensorInfo, attrs: tf.SliceAttrs): tf.TensorInfo | null {
  const [begin = [], size = []] = tf.slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  tf.slice_util.assertParamsValid(x, begin, size);
  return part(heap, x, begin, ones(size.length), size);
}

function stridedSlice(heap: WasmHeap, x: tf.TensorInfo, attrs: tf.StridedSliceAttrs): tf.TensorInfo | null {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attrs;
  const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
  const info = tf.slice_util.sliceInfo(x.shape, begin, end, strides, ...masks);
  if (info.isIdentity) return isWords(x) ? share(heap, x, info.finalShape) : null;
  const size = tf.slice_util.computeOutShape(info.begin, info.end, info.strides);
  return part(heap, x, info.begin, info.strides, size, info.finalShape);
}

/** Pieces along one axis. */
function split(heap: WasmHeap, x: tf.TensorInfo, axis: number, sizes: readonly number[]): tf.TensorInfo[] | null {
  if (!isWords(x)) return null;
  let first = 0;
  return sizes.map((length) => {
    const begin = x.shape.map((_, i) => (i === axis ? first : 0));
    const size = x.shape.map((side, i) => (i === axis ? length : side));
    first += length;
    return part(heap, x, begin, ones(size.length), size) as tf.TensorInfo;
  });
}

/** Tensors one behind another along an axis. */
function concat(heap: WasmHeap, inputs: readonly tf.TensorInfo[], axis: number): tf.TensorInfo | null {
  const [first] = inputs;
  if (!first || !isWords(first) || inputs.some(({ dtype }) => dtype !== first.dtype)) return null;
  const shapes = inputs.map(({ shape }) => shape);
  tf.backend_util.assertParamsConsistent(shapes, axis);
  const shape = tf.backend_util.computeOutShape(shapes, axis);
  const filled = inputs.filter((input) => sizeOf(input) > 0);
  if (filled.length === 1) return share(heap, filled[0] as tf.TensorInfo, shape);
  const result = heap.output(shape, first.dtype);
  const strides = stridesOf(shape);
  let to = heap.place(result);
  for (const input of inputs) {
    moveAlong(heap, to, heap.place(input), axesOf(input.shape, strides, stridesOf(input.shape)));
    to += (input.shape[axis] as number) * (strides[axis] as number) * wordBytes;
  }
  return result;
}

/** Tensors of one shape along a new axis. */
function pack(heap: WasmHeap, inputs: readonly tf.TensorInfo[], axis: number): tf.TensorInfo | null {
  const expanded = inputs.map((input) => ({ ...input, shape: input.shape.toSpliced(axis, 0, 1) }));
  return concat(heap, expanded, axis);
}

function unpack(heap: WasmHeap, value: tf.TensorInfo, axis: number): tf.TensorInfo[] | null {
  const [at = 0] = tf.util.parseAxisParam(axis, value.shape);
  const pieces = split(heap, value, at, ones(value.shape[at] as number));
  return pieces && pieces.map((piece) => ({ ...piece, shape: piece.shape.toSpliced(at, 1) }));
}

function pad(
  heap: WasmHeap,
  x: tf.TensorInfo,
  paddings: readonly (readonly [number, number])[],
  value: number,
): tf.TensorInfo | null {
  if (!isWords(x)) return null;
  const shape = x.shape.map((side, i) => side + (paddings[i]?.[0] ?? 0) + (paddings[i]?.[1] ?? 0));
  if (sizeOf(x) === tf.util.sizeFromShape(shape)) return share(heap, x, shape);
  const result = fill(heap, shape, value, x.dtype) as tf.TensorInfo;
  const strides = stridesOf(shape);
  const begin = paddings.map(([before]) => before);
  const to = heap.place(result) + offsetOf(begin, strides) * wordBytes;
  moveAlong(heap, to, heap.place(x), axesOf(x.shape, strides, stridesOf(x.shape)));
  return result;
}

function transpose(heap: WasmHeap, x: tf.TensorInfo, perm: readonly number[]): tf.TensorInfo | null {
  if (!isWords(x)) return null;
  const shape = perm.map((axis) => x.shape[axis] as number);
  const inOrder = perm.filter((axis) => x.shape[axis] !== 1);
  if (inOrder.every((axis, i) => i === 0 || (inOrder[i - 1] as number) < axis)) return share(heap, x, shape);
  const strides = stridesOf(x.shape);
  const fromSteps = perm.map((axis) => strides[axis] as number);
  const result = heap.output(shape, x.dtype);
  moveAlong(heap, heap.place(result), heap.place(x), axesOf(shape, stridesOf(shape), fromSteps));
  return result;
}

/** The tensor `reps` times over along each axis. */
function tile(heap: WasmHeap, x: tf.TensorInfo, reps: readonly number[]): tf.TensorInfo | null {
  if (!isWords(x)) return null;
  const shape = x.shape.map((side, i) => side * (reps[i] as number));
  const result = heap.output(shape, x.dtype);
  // Along each axis first the repetitions, then the tensor's own values.
  const sides = x.shape.flatMap((side, i) => [reps[i] as number, side]);
  const fromSteps = stridesOf(x.shape).flatMap((stride) => [0, stride]);
  moveAlong(heap, heap.place(result), heap.place(x), axesOf(sides, stridesOf(sides), fromSteps));
  return result;
}

function reverse(heap: WasmHeap, x: tf.TensorInfo, dims: number | number[]): tf.TensorInfo | null {
  if (sizeOf(x) === 0) return null;
  const reversed = new Set(tf.util.parseAxisParam(dims, x.shape));
  const begin = x.shape.map((side, i) => (reversed.has(i) ? side - 1 : 0));
  const steps = x.shape.map((_, i) => (reversed.has(i) ? -1 : 1));
  return part(heap, x, begin, steps, x.shape);
}

type Moved = tf.TensorInfo | tf.TensorInfo[] | null;

/** Has a kernel of words move bools too: as integers, for as long as it takes. */
function inWords(heap: WasmHeap, x: tf.TensorInfo, kernel: (x: tf.TensorInfo) => Moved): Moved {
  const wide = x.dtype === 'bool' ? cast(heap, x, 'int32') : null;
  if (!wide) return kernel(x);
  const moved = kernel(wide);
  release(heap, wide);
  const narrow = (info: tf.TensorInfo) => {
    const result = cast(heap, info, 'bool') as tf.TensorInfo;
    release(heap, info);
    return result;
  };
  return Array.isArray(moved) ? moved.map(narrow) : moved && narrow(moved);
}

/** Attributes of the kernels that move one tensor, x. */
interface AttrsOf {
  readonly Slice: tf.SliceAttrs;
  readonly StridedSlice: tf.StridedSliceAttrs;
  readonly PadV2: tf.PadV2Attrs;
  readonly Transpose: tf.TransposeAttrs;
  readonly Tile: tf.TileAttrs;
  readonly Reverse: tf.ReverseAttrs;
  readonly SplitV: tf.SplitVAttrs;
}

/** Puts our copies before those of the wasm backend. */
export function registerMoves(heap: WasmHeap): void {
  const onX = <Name extends keyof AttrsOf>(
    name: Name,
    kernel: (x: tf.TensorInfo, attrs: AttrsOf[Name]) => Moved,
  ): void =>
    precede(name, ({ inputs, attrs }) =>
      inWords(heap, inputs.x as tf.TensorInfo, (x) => kernel(x, attrs as unknown as AttrsOf[Name])),
    );

  onX(tf.Slice, (x, attrs) => slice(heap, x, attrs));
  onX(tf.StridedSlice, (x, attrs) => stridedSlice(heap, x, attrs));
  onX(tf.PadV2, (x, { paddings, constantValue }) => pad(heap, x, paddings, constantValue));
  onX(tf.Transpose, (x, { perm }) => transpose(heap, x, perm));
  onX(tf.Tile, (x, { reps }) => tile(heap, x, reps));
  onX(tf.Reverse, (x, { dims }) => reverse(heap, x, dims));
  onX(tf.SplitV, (x, { numOrSizeSplits, axis }) => {
    const [at = 0] = tf.util.parseAxisParam(axis, x.shape);
    return split(heap, x, at, tf.backend_util.prepareSplitSize(x, numOrSizeSplits, at));
  });
  precede(tf.Concat, ({ inputs, attrs }) => {
    const tensors = inputs as unknown as tf.TensorInfo[];
    const [axis = 0] = tf.util.parseAxisParam((attrs as unknown as tf.ConcatAttrs).axis, tensors[0]?.shape ?? []);
    return concat(heap, tensors, axis);
  });
  precede(tf.Pack, ({ inputs, attrs }) =>
    pack(heap, inputs as unknown as tf.TensorInfo[], (attrs as unknown as tf.PackAttrs).axis),
  );
  precede(tf.Unpack, ({ inputs, attrs }) =>
    unpack(heap, inputs.value as tf.TensorInfo, (attrs as unknown as tf.UnpackAttrs).axis),
  );
  registerResizing(heap);
}
