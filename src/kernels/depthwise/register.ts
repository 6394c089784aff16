import * as tf from '../../engine/tf';
import { type ConvolutionAttrs, windowArguments, windowsOf } from '../convolution/shape';
import { fill } from '../elementwise/register';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf } from '../wasm/tensors';
import { Depthwise } from './kinds';

type Four = [number, number, number, number];
type DepthwiseAttrs = Omit<ConvolutionAttrs, 'dataFormat'> & Partial<Pick<ConvolutionAttrs, 'dataFormat'>>;

/** The shapes of a depthwise convolution's operands; those of the one that is computed are told, not given. */
interface Shapes {
  readonly images: number[];
  /** [filterHeight, filterWidth, channels, multiplier] */
  readonly filter: number[];
}

/**
 * Computes one of the three operands from the other two, in the order of `Depthwise`: the result, or the gradient of
 * images or filter. Null with dilation, or with channels first.
 */
function depthwise(
  heap: WasmHeap,
  kind: Depthwise,
  shapes: Shapes,
  given: { readonly result?: tf.TensorInfo; readonly images?: tf.TensorInfo; readonly filter?: tf.TensorInfo },
  { strides, pad, dataFormat = 'NHWC', dilations = 1, dimRoundingMode }: DepthwiseAttrs,
): tf.TensorInfo | null {
  const format = tf.backend_util.convertConv2DDataFormat(dataFormat);
  const [images, filter] = [shapes.images as Four, shapes.filter as Four];
  const info = tf.backend_util.computeConv2DInfo(
    images,
    filter,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
    format,
  );
  const windows = windowsOf(info);
  if (!windows || !Object.values(given).every((operand) => isFloat(operand) && sizeOf(operand) > 0)) return null;
  const shape = [info.outShape, images, filter][kind] as number[];
  const to = fill(heap, shape, 0, 'float32') as tf.TensorInfo;
  const placeOf = (operand = to) => heap.place(operand);
  const places = [placeOf(given.images), placeOf(given.result), placeOf(given.filter)] as const;
  heap.call('depthwise', kind, ...places, windows.batch, filter[3], ...windowArguments(windows));
  return to;
}

/** Two of these are the inputs of each kernel. */
interface Inputs {
  readonly x: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
}

/** Puts our depthwise convolutions before those of the wasm backend, which has none of their gradients. */
export function registerDepthwise(heap: WasmHeap): void {
  precede(tf.DepthwiseConv2dNative, ({ inputs, attrs }) => {
    const { x, filter } = inputs as unknown as Inputs;
    const shapes = { images: x.shape, filter: filter.shape };
    return depthwise(heap, Depthwise.result, shapes, { images: x, filter }, attrs as unknown as DepthwiseAttrs);
  });
  precede(tf.DepthwiseConv2dNativeBackpropInput, ({ inputs, attrs }) => {
    const { dy, filter } = inputs as unknown as Inputs;
    const { inputShape, ...rest } = attrs as unknown as tf.DepthwiseConv2dNativeBackpropInputAttrs;
    return depthwise(
      heap,
      Depthwise.images,
      { images: inputShape, filter: filter.shape },
      { result: dy, filter },
      rest,
    );
  });
  precede(tf.DepthwiseConv2dNativeBackpropFilter, ({ inputs, attrs }) => {
    const { x, dy } = inputs as unknown as Inputs;
    const { filterShape, ...rest } = attrs as unknown as tf.DepthwiseConv2dNativeBackpropFilterAttrs;
    return depthwise(heap, Depthwise.filter, { images: x.shape, filter: filterShape }, { images: x, result: dy }, rest);
  });
}
