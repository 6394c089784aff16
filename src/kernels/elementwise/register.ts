import * as tf from '../../engine/tf';
import { forEachPlace } from '../wasm/axes';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, isNumeric, isNumericType, isWords, share, sizeOf, wordBytes, wordOf } from '../wasm/tensors';
import { Binary, Cast, Unary } from './kinds';
import { binaryShape } from './shape';

// Functions of every value by itself. Everything else, such as integers in functions of floats, is left to stock.

/** Functions of floats. */
const unaries: Readonly<Record<string, Unary>> = {
  [tf.Abs]: Unary.abs,
  [tf.Neg]: Unary.negate,
  [tf.Sign]: Unary.sign,
  [tf.Square]: Unary.square,
  [tf.Sqrt]: Unary.squareRoot,
  [tf.Rsqrt]: Unary.inverseSquareRoot,
  [tf.Reciprocal]: Unary.reciprocal,
  [tf.Floor]: Unary.floor,
  [tf.Ceil]: Unary.ceil,
  [tf.Round]: Unary.round,
  [tf.Relu]: Unary.relu,
  [tf.Relu6]: Unary.relu6,
  [tf.LeakyRelu]: Unary.leakyRelu,
  [tf.Step]: Unary.step,
  [tf.ClipByValue]: Unary.clip,
  [tf.Exp]: Unary.exp,
  [tf.Expm1]: Unary.expm1,
  [tf.Log]: Unary.log,
  [tf.Log1p]: Unary.log1p,
  [tf.Sin]: Unary.sin,
  [tf.Cos]: Unary.cos,
  [tf.Tanh]: Unary.tanh,
  [tf.Sigmoid]: Unary.sigmoid,
  [tf.Softplus]: Unary.softplus,
  [tf.Elu]: Unary.elu,
  [tf.Selu]: Unary.selu,
};

interface UnaryAttrs {
  readonly alpha?: number;
  readonly clipValueMin?: number;
  readonly clipValueMax?: number;
}

function unary(heap: WasmHeap, kind: Unary, x: tf.TensorInfo, p = 0, q = 0): tf.TensorInfo | null {
  if (!isFloat(x)) return null;
  const result = heap.output(x.shape);
  if (sizeOf(x) > 0) heap.call('unary', kind, heap.place(result), heap.place(x), sizeOf(x), p, q);
  return result;
}

/** A function of two numbers for each type that it is ours for. */
interface BinaryKinds {
  readonly float32?: Binary;
  readonly int32?: Binary;
  readonly bool?: Binary;
  /** Type of the result, where it is not that of the operands. */
  readonly gives?: 'bool';
}

const binaries: Readonly<Record<string, BinaryKinds>> = {
  [tf.Add]: { float32: Binary.add, int32: Binary.addIntegers },
  [tf.Sub]: { float32: Binary.subtract, int32: Binary.subtractIntegers },
  [tf.Multiply]: { float32: Binary.multiply, int32: Binary.multiplyIntegers },
  [tf.RealDiv]: { float32: Binary.divide },
  [tf.Maximum]: { float32: Binary.maximum, int32: Binary.maximumOfIntegers },
  [tf.Minimum]: { float32: Binary.minimum, int32: Binary.minimumOfIntegers },
  [tf.SquaredDifference]: { float32: Binary.squaredDifference },
  [tf.Pow]: { float32: Binary.power },
  [tf.Equal]: { float32: Binary.equal, int32: Binary.equalIntegers, gives: 'bool' },
  [tf.NotEqual]: { float32: Binary.notEqual, int32: Binary.notEqualIntegers, gives: 'bool' },
  [tf.Greater]: { float32: Binary.greater, int32: Binary.greaterIntegers, gives: 'bool' },
  [tf.GreaterEqual]: { float32: Binary.greaterEqual, int32: Binary.greaterEqualIntegers, gives: 'bool' },
  [tf.Less]: { float32: Binary.less, int32: Binary.lessIntegers, gives: 'bool' },
  [tf.LessEqual]: { float32: Binary.lessEqual, int32: Binary.lessEqualIntegers, gives: 'bool' },
  [tf.LogicalAnd]: { bool: Binary.and },
  [tf.LogicalOr]: { bool: Binary.or },
};

const widthOf = (dtype: tf.DataType): number => (dtype === 'bool' ? 1 : wordBytes);

/** f(a, b) with either of them broadcast. */
function binary(heap: WasmHeap, kinds: BinaryKinds, a: tf.TensorInfo, b: tf.TensorInfo): tf.TensorInfo | null {
  if (a.dtype !== b.dtype || !isNumeric(a)) return null;
  const kind = kinds[a.dtype];
  if (kind === undefined) return null;
  const { shape, lines, around } = binaryShape(a.shape, b.shape);
  const { outer, inner, aOuter, aInner, bOuter, bInner } = lines;
  const dtype = kinds.gives ?? a.dtype;
  const result = heap.output(shape, dtype);
  if (sizeOf(result) === 0) return result;
  const [to, toWidth, fromWidth] = [heap.place(result), widthOf(dtype), widthOf(a.dtype)];
  forEachPlace(around, 3, ([toAt = 0, aAt = 0, bAt = 0]) => {
    const aPlace = heap.place(a) + aAt * fromWidth;
    const bPlace = heap.place(b) + bAt * fromWidth;
    heap.call('binary', kind, to + toAt * toWidth, aPlace, bPlace, outer, inner, aOuter, aInner, bOuter, bInner);
  });
  return result;
}

/** Σ of tensors of one shape, from the first to the last. */
function addAll(heap: WasmHeap, inputs: readonly tf.TensorInfo[]): tf.TensorInfo | null {
  const [first, second = first, ...others] = inputs;
  if (!first || !inputs.every(isFloat)) return null;
  if (inputs.length === 1) return share(heap, first, first.shape);
  const sum = heap.output(first.shape);
  const size = sizeOf(sum);
  const add = (a: tf.TensorInfo, b: tf.TensorInfo) =>
    heap.call('binary', Binary.add, heap.place(sum), heap.place(a), heap.place(b), 1, size, 0, 1, 0, 1);
  if (size === 0) return sum;
  add(first, second as tf.TensorInfo);
  for (const other of others) add(sum, other);
  return sum;
}

const casts: Readonly<Record<string, Cast>> = {
  'float32 int32': Cast.floatToInteger,
  'int32 float32': Cast.integerToFloat,
  'bool float32': Cast.boolToFloat,
  'bool int32': Cast.boolToInteger,
  'float32 bool': Cast.floatToBool,
  'int32 bool': Cast.integerToBool,
};

/** The same values in another type; see castOne in cast.as.ts for those that it does not have. */
export function cast(heap: WasmHeap, x: tf.TensorInfo, dtype: tf.DataType): tf.TensorInfo | null {
  if (x.dtype === dtype && isNumeric(x)) return share(heap, x, x.shape);
  const kind = casts[`${x.dtype} ${dtype}`];
  if (kind === undefined || !isNumericType(dtype)) return null;
  const result = heap.output(x.shape, dtype);
  if (sizeOf(x) > 0) heap.call('cast', kind, heap.place(result), heap.place(x), sizeOf(x));
  return result;
}

/** t where the condition holds, else e. */
function select(heap: WasmHeap, condition: tf.TensorInfo, t: tf.TensorInfo, e: tf.TensorInfo): tf.TensorInfo | null {
  if (condition.dtype !== 'bool' || !isWords(t) || e.dtype !== t.dtype) return null;
  if (sizeOf(condition) !== sizeOf(t) || sizeOf(e) !== sizeOf(t)) return null;
  const result = heap.output(t.shape, t.dtype);
  const { place } = heap;
  if (sizeOf(t) > 0) heap.call('select', place(result), place(condition), place(t), place(e), sizeOf(t));
  return result;
}

function not(heap: WasmHeap, x: tf.TensorInfo): tf.TensorInfo | null {
  if (x.dtype !== 'bool') return null;
  const result = heap.output(x.shape, 'bool');
  if (sizeOf(x) > 0) heap.call('not', heap.place(result), heap.place(x), sizeOf(x));
  return result;
}

/** One value everywhere. */
export function fill(heap: WasmHeap, shape: number[], value: number, dtype: tf.DataType): tf.TensorInfo | null {
  if (!isNumericType(dtype)) return null;
  const result = heap.output(shape, dtype);
  if (sizeOf(result) > 0) heap.call('fill', heap.place(result), sizeOf(result) * widthOf(dtype), wordOf(value, dtype));
  return result;
}

/** Puts our elementwise functions before those of the wasm backend. */
export function registerElementwise(heap: WasmHeap): void {
  for (const [name, kind] of Object.entries(unaries))
    precede(name, ({ inputs, attrs }) => {
      const { alpha = 0, clipValueMin = alpha, clipValueMax = 0 } = (attrs ?? {}) as UnaryAttrs;
      return unary(heap, kind, inputs.x as tf.TensorInfo, clipValueMin, clipValueMax);
    });
  for (const [name, kinds] of Object.entries(binaries))
    precede(name, ({ inputs: { a, b } }) => binary(heap, kinds, a as tf.TensorInfo, b as tf.TensorInfo));
  precede(tf.Prelu, ({ inputs: { x, alpha } }) =>
    binary(heap, { float32: Binary.prelu }, x as tf.TensorInfo, alpha as tf.TensorInfo),
  );
  precede(tf.EluGrad, ({ inputs: { dy, y } }) =>
    binary(heap, { float32: Binary.eluGradient }, dy as tf.TensorInfo, y as tf.TensorInfo),
  );
  precede(tf.AddN, ({ inputs }) => addAll(heap, inputs as unknown as tf.TensorInfo[]));
  precede(tf.Cast, ({ inputs, attrs }) =>
    cast(heap, inputs.x as tf.TensorInfo, (attrs as unknown as tf.CastAttrs).dtype),
  );
  precede(tf.Identity, ({ inputs }) => {
    const x = inputs.x as tf.TensorInfo;
    return isNumeric(x) ? share(heap, x, x.shape) : null;
  });
  precede(tf.LogicalNot, ({ inputs }) => not(heap, inputs.x as tf.TensorInfo));
  precede(tf.Select, ({ inputs: { condition, t, e } }) =>
    select(heap, condition as tf.TensorInfo, t as tf.TensorInfo, e as tf.TensorInfo),
  );
  precede(tf.Fill, ({ attrs }) => {
    const { shape, value, dtype } = attrs as unknown as tf.FillAttrs;
    return typeof value === 'number' ? fill(heap, shape, value, dtype ?? 'float32') : null;
  });
  for (const [name, value] of [
    [tf.ZerosLike, 0],
    [tf.OnesLike, 1],
  ] as const)
    precede(name, ({ inputs }) => {
      const { shape, dtype } = inputs.x as tf.TensorInfo;
      return fill(heap, shape, value, dtype);
    });
}
