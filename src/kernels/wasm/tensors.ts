import * as tf from '../../engine/tf';
import type { WasmHeap } from './heap';

/** Bytes of a float or an integer; a bool has one. */
export const wordBytes = 4;

/** Types of which the heap holds values; others are strings and pairs. */
export type NumericType = 'float32' | 'int32' | 'bool';
type Typed<T extends tf.DataType> = tf.TensorInfo & { readonly dtype: T };

export const isNumericType = (dtype: tf.DataType): dtype is NumericType =>
  dtype === 'float32' || dtype === 'int32' || dtype === 'bool';
export const isNumeric = (info: tf.TensorInfo): info is Typed<NumericType> => isNumericType(info.dtype);
export const isFloat = (info: tf.TensorInfo): info is Typed<'float32'> => info.dtype === 'float32';
/** Whether values have 32 bits. */
export const isWords = (info: tf.TensorInfo): info is Typed<'float32' | 'int32'> =>
  info.dtype === 'float32' || info.dtype === 'int32';
export const sizeOf = ({ shape }: tf.TensorInfo): number => tf.util.sizeFromShape(shape);

/** The same values, under another shape: nothing is copied. */
export function share({ backend }: WasmHeap, { dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** Lets go of a tensor that only a kernel has seen. */
export const release = ({ backend }: WasmHeap, { dataId }: tf.TensorInfo): boolean => backend.disposeData(dataId);

/** The bits of a value as an integer; a bool's byte is repeated four times. */
export function wordOf(value: number, dtype: tf.DataType): number {
  if (dtype === 'bool') return value === 0 ? 0 : 0x01010101;
  if (dtype === 'int32') return value;
  return new Int32Array(Float32Array.of(value).buffer)[0] as number;
}
