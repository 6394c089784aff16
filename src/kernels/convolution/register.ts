import * as tf from '../../engine/tf';
import { Unary } from '../elementwise/kinds';
import type { WasmHeap } from '../wasm/heap';
import { precede } from '../wasm/precede';
import { isFloat, sizeOf } from '../wasm/tensors';
import { convolve, convolveFilterGradient, convolveInputGradient, type Finish } from './convolve';
import type { ConvolutionAttrs } from './shape';

/** Activations that are a clamp, and so cost nothing. */
const clamps: Readonly<Record<string, Omit<Finish, 'bias'>>> = {
  linear: {},
  relu: { low: 0 },
  relu6: { low: 0, high: 6 },
};
/** Those that are applied to the finished result. */
const curves: Readonly<Record<string, Unary>> = {
  elu: Unary.elu,
  sigmoid: Unary.sigmoid,
  leakyrelu: Unary.leakyRelu,
};

interface FusedInputs {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | null;
}

/** A convolution with its bias and activation; others than those above are left to stock. */
function fused(heap: WasmHeap, { x, filter, bias }: FusedInputs, attrs: tf.FusedConv2DAttrs): tf.TensorInfo | null {
  const { activation, leakyreluAlpha = 0 } = attrs;
  const curve = curves[activation];
  const clamp = curve === undefined ? clamps[activation] : {};
  if (!clamp || (bias && (!isFloat(bias) || sizeOf(bias) !== filter.shape[3]))) return null;
  const result = convolve(heap, x, filter, attrs, { ...clamp, bias: bias ?? undefined });
  if (!result || curve === undefined) return result;
  const place = heap.place(result);
  heap.call('unary', curve, place, place, sizeOf(result), leakyreluAlpha, 0);
  return result;
}

/** Puts our convolutions before those of the wasm backend, which has none that gives the gradient of a filter. */
export function registerConvolutions(heap: WasmHeap): void {
  precede(tf.Conv2D, ({ inputs: { x, filter }, attrs }) =>
    convolve(heap, x as tf.TensorInfo, filter as tf.TensorInfo, attrs as unknown as ConvolutionAttrs),
  );
  precede(tf.FusedConv2D, ({ inputs, attrs }) =>
    fused(heap, inputs as unknown as FusedInputs, attrs as unknown as tf.FusedConv2DAttrs),
  );
  precede(tf.Conv2DBackpropInput, ({ inputs: { dy, filter }, attrs }) => {
    const { inputShape, ...given } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
    return convolveInputGradient(heap, dy as tf.TensorInfo, filter as tf.TensorInfo, inputShape, given);
  });
  precede(tf.Conv2DBackpropFilter, ({ inputs: { x, dy }, attrs }) => {
    const { filterShape, ...given } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
    return convolveFilterGradient(heap, x as tf.TensorInfo, dy as tf.TensorInfo, filterShape, given);
  });
}
