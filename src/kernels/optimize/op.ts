import type * as tf from '../../engine/tf';
import type { OptimizerName } from '../../training/names';
import { runKernel } from '../run';

/** Coefficients of one optimizer as they stand in `now`, in this order. */
export const coefficientNames = [
  /** After the schedule; Adam's with the bias corrections folded in. */
  'rate',
  /** Adam's times √(1 − β₂ᵗ). */
  'epsilon',
  /** Momentum, or β₁. */
  'first',
  /** RMSProp's decay, or β₂. */
  'second',
  /** Share of the penalized parameters that decoupled decay takes away. */
  'shrink',
  /** Penalty l1 · Σ|w|. */
  'l1',
  /** Penalty ½ · l2 · Σw². */
  'l2',
  /** Largest absolute value of a component of the gradient; `unlimited` is off. */
  'clipValue',
  /** Largest Euclidean length of the gradient. */
  'clipNorm',
  /** Share of the average of parameters (EMA) that is kept at every step. */
  'keep',
] as const;
export type CoefficientName = (typeof coefficientNames)[number];

/** A clipValue that clips nothing: the largest 32-bit float. */
export const unlimited = 3.4028234663852886e38;

export interface OptimizeInputs {
  readonly state: tf.TensorInfo;
  readonly gradient: tf.TensorInfo;
  readonly mask: tf.TensorInfo;
  readonly now: tf.TensorInfo;
}

export interface OptimizeAttrs {
  readonly optimizer: OptimizerName;
  /** The parameters in question: `count` columns of the state from `from` on. */
  readonly from: number;
  readonly count: number;
  /** Where the coefficients begin in `now`. */
  readonly coefficients: number;
  readonly clipNorm: boolean;
  /** Whether the state's last row is the average of the parameters. */
  readonly average: boolean;
}

/**
 * One step of an optimizer over all its parameters at once: penalties, clipping (every component first, then the whole;
 * Pascanu et al. 2013), decoupled decay, the rule, the average. In place where the backend can.
 * @param state [rows, total]: parameters, the optimizer's slots (`optimizerSlots`), and the average if any
 * @param gradient [count]
 * @param mask [total]: 1 where penalties and decay act
 * @param now see engine/feed.ts
 * @returns the state after the step; the one given is no longer to be read
 */
export function optimize(
  state: tf.Tensor2D,
  gradient: tf.Tensor1D,
  mask: tf.Tensor1D,
  now: tf.Tensor1D,
  attrs: OptimizeAttrs,
): tf.Tensor2D {
  return runKernel('Optimize', { state, gradient, mask, now }, { ...attrs });
}
