import * as tf from '../../engine/tf';
import { type Axis, axesOf, broadcastStrides, mergeAxes } from '../wasm/axes';

/** Lines of values side by side, `outer` times `inner`, with the operands' strides (elements). */
export interface Lines {
  readonly outer: number;
  readonly inner: number;
  readonly aOuter: number;
  readonly aInner: number;
  readonly bOuter: number;
  readonly bInner: number;
}

export interface BinaryShape {
  /** Of the result. */
  readonly shape: number[];
  readonly lines: Lines;
  /** Axes outside of the lines, with the steps of the result and of both operands. */
  readonly around: readonly Axis[];
}

const whole: Axis = { length: 1, steps: [0, 0, 0] };

/** How two shapes are broadcast against each other. @throws where they do not fit. */
export function binaryShape(aShape: number[], bShape: number[]): BinaryShape {
  const shape = tf.broadcast_util.assertAndGetBroadcastShape(aShape, bShape);
  const [a, b] = [broadcastStrides(aShape, shape), broadcastStrides(bShape, shape)];
  const axes = mergeAxes(axesOf(shape, broadcastStrides(shape, shape), a, b));
  const inner = axes.pop() ?? { length: 1, steps: [1, 1, 1] };
  const outer = axes.pop() ?? whole;
  return {
    shape,
    lines: {
      outer: outer.length,
      inner: inner.length,
      aOuter: outer.steps[1] as number,
      aInner: inner.steps[1] as number,
      bOuter: outer.steps[2] as number,
      bInner: inner.steps[2] as number,
    },
    around: axes,
  };
}
