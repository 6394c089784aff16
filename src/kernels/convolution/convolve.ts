import type * as tf from '../../engine/tf';
import { Binary } from '../elementwise/kinds';
import { fill } from '../elementwise/register';
import type { WasmHeap } from '../wasm/heap';
import { scratchOf } from '../wasm/scratch';
import { isFloat, release, sizeOf, wordBytes } from '../wasm/tensors';
import {
  type Convolution,
  type ConvolutionAttrs,
  convolutionOf,
  coveredBy,
  isUnfolded,
  placesOf,
  windowArguments,
} from './shape';

// Convolutions as products with unfolded images (Chellapilla et al. 2006), some places of the filter at a time: see
// unfold.as.ts. All of them give null where a convolution is not one of ours.

/** Floats unfolded at a time, at most: they stay in the second or third cache until they are multiplied. */
const mostUnfolded = 2 ** 19;

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/** What is done with every value at the end: a bias [outChannels] added, then a clamp. */
export interface Finish {
  readonly bias?: tf.TensorInfo | undefined;
  readonly low?: number;
  readonly high?: number;
}

/** Places of the filter that are unfolded at a time; 0 where not even one fits. */
function placesAtOnce(convolution: Convolution): number {
  const places = placesOf(convolution);
  return isUnfolded(convolution) ? places : Math.min(places, Math.floor(mostUnfolded / coveredBy(convolution)));
}

/** Calls back with the next places, until all have been taken. */
function forEachBlock(convolution: Convolution, visit: (first: number, count: number) => void): void {
  const places = placesOf(convolution);
  const step = placesAtOnce(convolution);
  for (let first = 0; first < places; first += step) visit(first, Math.min(step, places - first));
}

const unfoldedPlace = (heap: WasmHeap, convolution: Convolution): number =>
  scratchOf(heap, placesAtOnce(convolution) * coveredBy(convolution) * wordBytes);

/** One matrix [rows, columns] in memory. */
interface Matrix {
  readonly place: number;
  readonly row: number;
  readonly column: number;
}

/** result [m, n] = clamp(left [m, k] · right [k, n] + bias [n]) */
function multiply(
  heap: WasmHeap,
  m: number,
  n: number,
  k: number,
  left: Matrix,
  right: Matrix,
  result: number,
  { bias, low = NEGATIVE_INFINITY, high = POSITIVE_INFINITY }: Finish = {},
): void {
  const biasPlace = bias ? heap.place(bias) : 0;
  const operands = [left.place, 0, left.row, left.column, right.place, 0, right.row, right.column] as const;
  heap.call('products', 1, m, n, k, ...operands, result, biasPlace, low, high, heap.workspace);
}

/** Images [batch, height, width, channels] and a filter [filterHeight, filterWidth, channels, outChannels]. */
export function convolve(
  heap: WasmHeap,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  attrs: ConvolutionAttrs,
  finish: Finish = {},
): tf.TensorInfo | null {
  const convolution = convolutionOf(x.shape, filter.shape, attrs);
  if (!convolution || placesAtOnce(convolution) === 0 || !isFloat(x) || !isFloat(filter)) return null;
  const { outChannels, shape } = convolution;
  const covered = coveredBy(convolution);
  const result = heap.output(shape);
  const right = { place: heap.place(filter), row: outChannels, column: 1 };
  forEachBlock(convolution, (first, count) => {
    const left = { place: unfold(heap, x, convolution, first, count), row: covered, column: 1 };
    const to = heap.place(result) + first * outChannels * wordBytes;
    multiply(heap, count, outChannels, covered, left, right, to, finish);
  });
  return result;
}

/** The place of the values that the filter covers at so many places, a row for each. */
function unfold(heap: WasmHeap, x: tf.TensorInfo, convolution: Convolution, first: number, count: number): number {
  if (isUnfolded(convolution)) return heap.place(x);
  const place = unfoldedPlace(heap, convolution);
  heap.call('unfold', place, heap.place(x), first, count, ...windowArguments(convolution));
  return place;
}

/** The gradient of the images, of `inputShape`: what every output passes back to where its values came from. */
export function convolveInputGradient(
  heap: WasmHeap,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  inputShape: number[],
  attrs: ConvolutionAttrs,
): tf.TensorInfo | null {
  const convolution = convolutionOf(inputShape, filter.shape, attrs);
  if (!convolution || placesAtOnce(convolution) === 0 || !isFloat(dy) || !isFloat(filter)) return null;
  const { outChannels } = convolution;
  const covered = coveredBy(convolution);
  const transposed = { place: heap.place(filter), row: 1, column: outChannels };
  const whole = isUnfolded(convolution);
  const result = whole ? heap.output(inputShape) : (fill(heap, inputShape, 0, 'float32') as tf.TensorInfo);
  const unfolded = whole ? heap.place(result) : unfoldedPlace(heap, convolution);
  forEachBlock(convolution, (first, count) => {
    const left = { place: heap.place(dy) + first * outChannels * wordBytes, row: outChannels, column: 1 };
    multiply(heap, count, covered, outChannels, left, transposed, unfolded);
    if (!whole) heap.call('fold', heap.place(result), unfolded, first, count, ...windowArguments(convolution));
  });
  return result;
}

/** The gradient of the filter, of `filterShape`: the sum over all places of what it covered times what came of it. */
export function convolveFilterGradient(
  heap: WasmHeap,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  filterShape: number[],
  attrs: ConvolutionAttrs,
): tf.TensorInfo | null {
  const convolution = convolutionOf(x.shape, filterShape, attrs);
  if (!convolution || placesAtOnce(convolution) === 0 || !isFloat(x) || !isFloat(dy)) return null;
  const { outChannels } = convolution;
  const covered = coveredBy(convolution);
  const result = heap.output(filterShape);
  const part = heap.output(filterShape);
  const [sum, next] = [heap.place(result), heap.place(part)];
  forEachBlock(convolution, (first, count) => {
    const transposed = { place: unfold(heap, x, convolution, first, count), row: 1, column: covered };
    const right = { place: heap.place(dy) + first * outChannels * wordBytes, row: outChannels, column: 1 };
    multiply(heap, covered, outChannels, count, transposed, right, first === 0 ? sum : next);
    if (first > 0) heap.call('binary', Binary.add, sum, sum, next, 1, sizeOf(result), 0, 1, 0, 1);
  });
  release(heap, part);
  return result;
}
