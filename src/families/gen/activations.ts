import * as tf from '../../engine/tf';
import { activate as bend } from '../../kernels/activation/op';
import type { GenActivationName } from './config';

/** The activation of pictures of many channels. */
export const activate = (x: tf.Tensor4D, activation: GenActivationName): tf.Tensor4D =>
  tf.reshape(bend(tf.reshape<tf.Rank.R2>(x, [x.shape[0], x.size / x.shape[0]]), activation), x.shape);

/** Slope of an activation, from what it gave. Steps have no slope of their own: a kink is held fast. */
export const slopes: Readonly<Record<GenActivationName, <T extends tf.Tensor>(y: T) => T>> = {
  relu: (y) => tf.step(y),
  leakyRelu: (y) => tf.add(tf.mul(tf.step(y), 0.8), 0.2),
  tanh: (y) => tf.sub(1, tf.square(y)),
  sigmoid: (y) => tf.mul(y, tf.sub(1, y)),
};
