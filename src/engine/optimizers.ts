import type { OptimizerName } from '../training/names';
import * as tf from './tf';

/** Coefficients of one step; they may change from step to step while the slots live on. */
export interface Coefficients {
  /** After the schedule. */
  readonly learningRate: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly decay: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** Updates since the slots were started, from 1. */
  readonly t: number;
}

export type Slots = Readonly<Record<string, tf.Tensor1D>>;

interface Update {
  readonly parameters: tf.Tensor1D;
  readonly slots: Slots;
}

/** An update rule over the vector of all parameters; its slots (`optimizerSlots`) start at zero. */
export interface Optimizer {
  update(parameters: tf.Tensor1D, gradient: tf.Tensor1D, slots: Slots, c: Coefficients, mask: tf.Tensor1D): Update;
}

const slot = (slots: Slots, name: string): tf.Tensor1D => {
  const found = slots[name];
  if (!found) throw new Error(`optimizer slot ${name} is missing`);
  return found;
};

/** before − factor · direction */
const descend = (before: tf.Tensor1D, factor: number, direction: tf.Tensor): tf.Tensor1D =>
  tf.sub(before, tf.mul(direction, factor));

/** keep · average + (1 − keep) · value */
const blend = (average: tf.Tensor1D, keep: number, value: tf.Tensor): tf.Tensor1D =>
  tf.add(tf.mul(average, keep), tf.mul(value, 1 - keep));

/** Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, with the bias corrections folded into the rate. */
function adamStep(parameters: tf.Tensor1D, gradient: tf.Tensor1D, slots: Slots, c: Coefficients): Update {
  const mean = blend(slot(slots, 'mean'), c.beta1, gradient);
  const square = blend(slot(slots, 'square'), c.beta2, tf.square(gradient));
  const correction = Math.sqrt(1 - c.beta2 ** c.t);
  const rate = (c.learningRate * correction) / (1 - c.beta1 ** c.t);
  const direction = tf.div(mean, tf.add(tf.sqrt(square), c.epsilon * correction));
  return { parameters: descend(parameters, rate, direction), slots: { mean, square } };
}

export const optimizers: Readonly<Record<OptimizerName, Optimizer>> = {
  sgd: {
    update: (parameters, gradient, _, c) => ({
      parameters: descend(parameters, c.learningRate, gradient),
      slots: {},
    }),
  },
  /** Polyak 1964: velocity ← μ·velocity + gradient. */
  momentum: {
    update(parameters, gradient, slots, c) {
      const velocity: tf.Tensor1D = tf.add(tf.mul(slot(slots, 'velocity'), c.momentum), gradient);
      return { parameters: descend(parameters, c.learningRate, velocity), slots: { velocity } };
    },
  },
  /** Nesterov's momentum in the form of Sutskever et al. 2013, looked at from the point ahead. */
  nesterov: {
    update(parameters, gradient, slots, c) {
      const velocity: tf.Tensor1D = tf.add(tf.mul(slot(slots, 'velocity'), c.momentum), gradient);
      const direction = tf.add(gradient, tf.mul(velocity, c.momentum));
      return { parameters: descend(parameters, c.learningRate, direction), slots: { velocity } };
    },
  },
  /** Duchi, Hazan and Singer 2011. */
  adagrad: {
    update(parameters, gradient, slots, c) {
      const squareSum: tf.Tensor1D = tf.add(slot(slots, 'squareSum'), tf.square(gradient));
      const direction = tf.div(gradient, tf.add(tf.sqrt(squareSum), c.epsilon));
      return { parameters: descend(parameters, c.learningRate, direction), slots: { squareSum } };
    },
  },
  /** Tieleman and Hinton 2012: square ← decay·square + (1 − decay)·gradient². */
  rmsprop: {
    update(parameters, gradient, slots, c) {
      const square = blend(slot(slots, 'square'), c.decay, tf.square(gradient));
      const direction = tf.div(gradient, tf.add(tf.sqrt(square), c.epsilon));
      return { parameters: descend(parameters, c.learningRate, direction), slots: { square } };
    },
  },
  adam: {
    update: adamStep,
  },
  /** Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019. */
  adamw: {
    update(parameters, gradient, slots, c, mask) {
      const shrunk = descend(parameters, c.learningRate * c.weightDecay, tf.mul(parameters, mask));
      return adamStep(shrunk, gradient, slots, c);
    },
  },
};
