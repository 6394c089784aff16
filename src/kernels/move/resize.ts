import * as tf from '../../engine/tf';
import { Reduce } from '../reduce/kinds';
import { axesOf, stridesOf } from '../wasm/axes';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, release, sizeOf } from '../wasm/tensors';
import { moveAlong } from './along';

// Images [batch, height, width, channels], made whole times as large: every value becomes a block of equal ones.

type Sides = readonly [batch: number, height: number, width: number, channels: number];

/** How many times as large, or null where that is no whole number. */
function factors([, height, width]: Sides, [, toHeight, toWidth]: Sides): readonly [number, number] | null {
  const [down, across] = [toHeight / height, toWidth / width];
  return Number.isInteger(down) && Number.isInteger(across) && down > 0 && across > 0 ? [down, across] : null;
}

function enlarge(
  heap: WasmHeap,
  images: tf.TensorInfo,
  { alignCorners, size }: tf.ResizeNearestNeighborAttrs,
): tf.TensorInfo | null {
  const [batch, height, width, channels] = images.shape as unknown as Sides;
  const shape = [batch, ...size, channels] as unknown as Sides;
  const times = factors(images.shape as unknown as Sides, shape);
  if (!times || alignCorners || !isFloat(images)) return null;
  const [down, across] = times;
  const result = heap.output(shape);
  const sides = [batch, height, down, width, across, channels];
  const fromSteps = [height * width * channels, width * channels, 0, channels, 0, 1];
  moveAlong(heap, heap.place(result), heap.place(images), axesOf(sides, stridesOf(sides), fromSteps));
  return result;
}

/** The sum of every block: first of its rows, then along them. */
function enlargeGradient(
  heap: WasmHeap,
  images: tf.TensorInfo,
  dy: tf.TensorInfo,
  alignCorners: boolean,
): tf.TensorInfo | null {
  const [batch, height, width, channels] = images.shape as unknown as Sides;
  const times = factors(images.shape as unknown as Sides, dy.shape as unknown as Sides);
  if (!times || alignCorners || !isFloat(dy) || sizeOf(dy) === 0) return null;
  const [down, across] = times;
  const rows = heap.output([batch, height, width * across, channels]);
  const result = heap.output(images.shape);
  const { place } = heap;
  heap.call('reduce', Reduce.sum, place(rows), place(dy), batch * height, down, width * across * channels);
  heap.call('reduce', Reduce.sum, place(result), place(rows), batch * height * width, across, channels);
  release(heap, rows);
  return result;
}

export function registerResizing(heap: WasmHeap): void {
  precede(tf.ResizeNearestNeighbor, ({ inputs, attrs }) =>
    enlarge(heap, inputs.images as tf.TensorInfo, attrs as unknown as tf.ResizeNearestNeighborAttrs),
  );
  precede(tf.ResizeNearestNeighborGrad, ({ inputs: { images, dy }, attrs }) => {
    const { alignCorners } = attrs as unknown as tf.ResizeNearestNeighborGradAttrs;
    return enlargeGradient(heap, images as tf.TensorInfo, dy as tf.TensorInfo, alignCorners);
  });
}
