import type { ActivationName } from '../training/names';
import * as tf from './tf';

type Activation = (x: tf.Tensor2D) => tf.Tensor2D;

/** Elementwise nonlinearities by name. */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  relu: tf.relu,
  /** Slope 0.2 below zero. */
  leakyRelu: (x) => tf.leakyRelu(x, 0.2),
  elu: tf.elu,
  selu: tf.selu,
  /** x·Φ(x) with Hendrycks and Gimpel's tanh form, 2016. */
  gelu: (x) => {
    const inner = tf.mul(tf.add(x, tf.mul(tf.mul(tf.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
    return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
  },
  swish: (x) => tf.mul(x, tf.sigmoid(x)),
  /** x·tanh(softplus x) (Misra 2019). */
  mish: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  softplus: tf.softplus,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
  sine: tf.sin,
  linear: (x) => x,
};
