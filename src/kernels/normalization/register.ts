import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf } from '../wasm/tensors';

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly mean: tf.TensorInfo;
  readonly variance: tf.TensorInfo;
  readonly offset?: tf.TensorInfo | null;
  readonly scale?: tf.TensorInfo | null;
}

/** Puts our batch normalization (Ioffe and Szegedy 2015) before that of the wasm backend. */
export function registerNormalization(heap: WasmHeap): void {
  precede(tf.FusedBatchNorm, ({ inputs, attrs }) => {
    const { x, mean, variance, offset, scale } = inputs as unknown as Inputs;
    const given = [mean, variance, offset, scale].filter((input) => input !== undefined && input !== null);
    const columns = sizeOf(mean);
    if (sizeOf(x) === 0 || ![x, ...given].every(isFloat) || given.some((input) => sizeOf(input) !== columns))
      return null;
    const result = heap.output(x.shape);
    const placeOf = (input?: tf.TensorInfo | null) => (input ? heap.place(input) : 0);
    const places = [
      placeOf(result),
      placeOf(x),
      placeOf(mean),
      placeOf(variance),
      placeOf(offset),
      placeOf(scale),
    ] as const;
    const { varianceEpsilon } = attrs as unknown as tf.FusedBatchNormAttrs;
    heap.call('normalize', ...places, varianceEpsilon, sizeOf(x) / columns, columns);
    return result;
  });
}
