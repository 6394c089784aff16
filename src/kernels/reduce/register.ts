import * as tf from '../../engine/tf';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { type NumericType, release, share, sizeOf } from '../wasm/tensors';
import { Reduce } from './kinds';
import { reductions } from './shape';

/** Those that have a result where there is nothing to reduce. */
const ofNothing: ReadonlySet<Reduce> = new Set([Reduce.sum, Reduce.sumOfIntegers, Reduce.product]);

/** What reduces values of each type; types that are not named are left to stock. */
type Kinds = Readonly<Partial<Record<tf.DataType, Reduce>>>;

/**
 * Reduces along axes, one group of neighbouring axes after another, from the last to the first.
 * @returns null for types that are not ours, and for the largest or smallest of nothing
 */
function reduce(
  heap: WasmHeap,
  kinds: Kinds,
  x: tf.TensorInfo,
  axis: number | number[] | undefined,
  keepDims: boolean,
): tf.TensorInfo | null {
  const kind = kinds[x.dtype];
  if (kind === undefined || (sizeOf(x) === 0 && !ofNothing.has(kind))) return null;
  const axes = tf.util.parseAxisParam(axis ?? x.shape.map((_, i) => i), x.shape);
  const [kept] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
  const shape = keepDims ? tf.backend_util.expandShapeToKeepDim(kept, axes) : kept;
  const steps = reductions(x.shape, axes);
  if (steps.length === 0) return share(heap, x, shape);
  let from = x;
  steps.forEach(({ outer, n, inner }, i) => {
    const isLast = i === steps.length - 1;
    const to = heap.output(isLast ? shape : [outer, inner], x.dtype as NumericType);
    heap.call('reduce', kind, heap.place(to), heap.place(from), outer, n, inner);
    if (from !== x) release(heap, from);
    from = to;
  });
  return from;
}

/** Positions of the largest or smallest values along one axis: int32. */
function positions(heap: WasmHeap, kind: Reduce, x: tf.TensorInfo, axis: number): tf.TensorInfo | null {
  if (x.dtype !== 'float32' || sizeOf(x) === 0) return null;
  const [at = 0] = tf.util.parseAxisParam(axis, x.shape);
  const [before, n = 1, behind] = [x.shape.slice(0, at), x.shape[at], x.shape.slice(at + 1)];
  const to = heap.output([...before, ...behind], 'int32');
  const [outer, inner] = [tf.util.sizeFromShape(before), tf.util.sizeFromShape(behind)];
  heap.call('reduce', kind, heap.place(to), heap.place(x), outer, n, inner);
  return to;
}

const reducers: Readonly<Record<string, Kinds>> = {
  [tf.Sum]: { float32: Reduce.sum, int32: Reduce.sumOfIntegers },
  [tf.Mean]: { float32: Reduce.mean },
  [tf.Prod]: { float32: Reduce.product, int32: Reduce.productOfIntegers },
  [tf.Max]: { float32: Reduce.maximum, int32: Reduce.maximumOfIntegers },
  [tf.Min]: { float32: Reduce.minimum, int32: Reduce.minimumOfIntegers },
  [tf.All]: { bool: Reduce.all },
  [tf.Any]: { bool: Reduce.any },
};

/** How the kernels name their axes: the largest does it in its own way. */
interface ReduceAttrs {
  readonly axis?: number | number[];
  readonly reductionIndices?: number | number[];
  readonly keepDims: boolean;
}

/** Puts our reductions before those of the wasm backend. */
export function registerReductions(heap: WasmHeap): void {
  for (const [name, kinds] of Object.entries(reducers))
    precede(name, ({ inputs, attrs }) => {
      const { axis, reductionIndices, keepDims } = attrs as unknown as ReduceAttrs;
      return reduce(heap, kinds, inputs.x as tf.TensorInfo, axis ?? reductionIndices, keepDims);
    });
  for (const [name, kind] of [
    [tf.ArgMax, Reduce.argMaximum],
    [tf.ArgMin, Reduce.argMinimum],
  ] as const)
    precede(name, ({ inputs, attrs }) =>
      positions(heap, kind, inputs.x as tf.TensorInfo, (attrs as unknown as tf.ArgMaxAttrs).axis),
    );
}
