import * as tf from '../../engine/tf';
import { windowArguments, windowsOf } from '../convolution/shape';
import { fill } from '../elementwise/register';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf } from '../wasm/tensors';
import { Pool } from './kinds';

type PoolAttrs = Omit<tf.MaxPoolAttrs, 'dimRoundingMode'> & Partial<Pick<tf.MaxPoolAttrs, 'dimRoundingMode'>>;

/** Windows over images [batch, height, width, channels], or null where tfjs would have them otherwise. */
function windowsOn(x: tf.TensorInfo, { filterSize, strides, pad, dimRoundingMode }: PoolAttrs) {
  if (!isFloat(x) || sizeOf(x) === 0) return null;
  const shape = x.shape as [number, number, number, number];
  return windowsOf(tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode));
}

function pool(heap: WasmHeap, kind: Pool, x: tf.TensorInfo, attrs: PoolAttrs): tf.TensorInfo | null {
  const windows = windowsOn(x, attrs);
  if (!windows) return null;
  const { batch, outHeight, outWidth, channels } = windows;
  const to = heap.output([batch, outHeight, outWidth, channels]);
  heap.call('pool', kind, heap.place(to), heap.place(x), batch, ...windowArguments(windows));
  return to;
}

function poolGradient(
  heap: WasmHeap,
  kind: Pool,
  dy: tf.TensorInfo,
  x: tf.TensorInfo,
  attrs: PoolAttrs,
): tf.TensorInfo | null {
  const windows = windowsOn(x, attrs);
  if (!windows || !isFloat(dy)) return null;
  const dx = fill(heap, x.shape, 0, 'float32') as tf.TensorInfo;
  const places = [heap.place(dx), heap.place(dy), heap.place(x)] as const;
  heap.call('poolGradient', kind, ...places, windows.batch, ...windowArguments(windows));
  return dx;
}

/** Puts our poolings before those of the wasm backend. */
export function registerPooling(heap: WasmHeap): void {
  const kinds = [
    [tf.MaxPool, tf.MaxPoolGrad, Pool.maximum],
    [tf.AvgPool, tf.AvgPoolGrad, Pool.average],
  ] as const;
  for (const [forward, backward, kind] of kinds) {
    precede(forward, ({ inputs, attrs }) => pool(heap, kind, inputs.x as tf.TensorInfo, attrs as unknown as PoolAttrs));
    precede(backward, ({ inputs: { dy, input }, attrs }) =>
      poolGradient(heap, kind, dy as tf.TensorInfo, input as tf.TensorInfo, attrs as unknown as PoolAttrs),
    );
  }
}
