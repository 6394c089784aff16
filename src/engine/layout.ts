import { parts } from '../kernels/parts/op';
import { initialValues } from './initializers';
import type { NamedTensors, ParameterSpec } from './model';
import * as tf from './tf';

/**
 * All parameters of a model in one vector, one after another. An optimizer then updates one tensor instead of
 * dozens, a checkpoint is one readback, and slots have the same layout for free.
 */
export interface Layout {
  readonly specs: readonly ParameterSpec[];
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  readonly total: number;
}

/** Where each parameter lies in the vector. */
export function layoutOf(specs: readonly ParameterSpec[]): Layout {
  const offsets: number[] = [];
  const sizes: number[] = [];
  let total = 0;
  for (const { shape } of specs) {
    const size = shape.reduce((product, side) => product * side, 1);
    offsets.push(total);
    sizes.push(size);
    total += size;
  }
  return { specs, offsets, sizes, total };
}

/** Start values of all parameters, [total]. */
export function initialVector(layout: Layout, seed: number): Float32Array {
  const vector = new Float32Array(layout.total);
  layout.specs.forEach((spec, i) => {
    vector.set(initialValues(spec, seed), layout.offsets[i]);
  });
  return vector;
}

/** The vector's parts as tensors of their own shapes, in the order of the layout. */
export function unpackList(layout: Layout, vector: tf.Tensor1D): tf.Tensor[] {
  return parts(vector, layout.sizes).map((part, i) => {
    const { shape } = layout.specs[i] as ParameterSpec;
    return shape.length === 1 ? part : tf.reshape(part, [...shape]);
  });
}

/** Tensors in the order of the layout, by name. */
export function nameTensors(layout: Layout, tensors: readonly tf.Tensor[]): NamedTensors {
  return Object.fromEntries(layout.specs.map((spec, i) => [spec.name, tensors[i] as tf.Tensor]));
}

/** The vector's parts by name. */
export function unpack(layout: Layout, vector: tf.Tensor1D): NamedTensors {
  return nameTensors(layout, unpackList(layout, vector));
}

/** Tensors in the order of the layout joined to one vector, [total]. */
export function pack(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.concat1d(
    tensors.map((tensor) => (tensor.rank === 1 ? (tensor as tf.Tensor1D) : tf.reshape(tensor, [tensor.size]))),
  );
}

/** 1 where penalties and decay act, 0 elsewhere; [total]. */
export function penaltyMask(layout: Layout): Float32Array {
  const mask = new Float32Array(layout.total);
  layout.specs.forEach((spec, i) => {
    const start = layout.offsets[i] as number;
    if (spec.penalized) mask.fill(1, start, start + (layout.sizes[i] as number));
  });
  return mask;
}
