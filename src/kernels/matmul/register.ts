import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { productShape } from './shape';

/** Activations that are a clamp, and so cost nothing. */
const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  linear: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  relu: [0, Number.POSITIVE_INFINITY],
  relu6: [0, 6],
};

interface Inputs {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
}

export interface Operands extends Inputs {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly activation: string;
}

/** The product of two tensors on the backend's own heap, or null where it is not one of ours. */
export function product(heap: WasmHeap, operands: Operands): tf.TensorInfo | null {
  const { a, b, bias, transposeA, transposeB, activation } = operands;
  const range = ranges[activation];
  if (!range || a.dtype !== 'float32' || b.dtype !== 'float32') return null;
  const shape = productShape(a.shape, b.shape, transposeA, transposeB);
  if (!shape) return null;
  const { batch, m, n, k, left, right } = shape;
  if (bias && (bias.dtype !== 'float32' || bias.shape.length !== 1 || bias.shape[0] !== n)) return null;
  const { place } = heap;
  const result = heap.output(shape.result);
  const [low, high] = range;
  heap.call(
    'products',
    batch,
    m,
    n,
    k,
    place(a),
    left.batch,
    left.row,
    left.column,
    place(b),
    right.batch,
    right.row,
    right.column,
    place(result),
    bias ? place(bias) : 0,
    low,
    high,
    heap.workspace,
  );
  return result;
}

/** Puts our product in the place of those of the wasm backend, which has been started. */
export function registerProducts(heap: WasmHeap): void {
  precede(tf.BatchMatMul, ({ inputs, attrs }) => {
    const { a, b } = inputs as unknown as Inputs;
    const { transposeA, transposeB } = attrs as unknown as tf.BatchMatMulAttrs;
    return product(heap, { a, b, transposeA, transposeB, activation: 'linear' });
  });
  precede(tf._FusedMatMul, ({ inputs, attrs }) => {
    const { a, b, bias } = inputs as unknown as Inputs;
    const { transposeA, transposeB, activation } = attrs as unknown as tf._FusedMatMulAttrs;
    return product(heap, { a, b, bias, transposeA, transposeB, activation });
  });
}
