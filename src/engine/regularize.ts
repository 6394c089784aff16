import * as tf from './tf';

export interface Penalties {
  /** Penalty l1 · Σ|w|. */
  readonly l1: number;
  /** Penalty ½ · l2 · Σw². */
  readonly l2: number;
}

export interface Clipping {
  /** Largest Euclidean length of the whole gradient; 0 is off. */
  readonly clipNorm: number;
  /** Largest absolute value of any component; 0 is off. */
  readonly clipValue: number;
}

/** The gradient of the loss with the gradient of the penalties added, all [total]. */
export function addPenalties(
  gradient: tf.Tensor1D,
  parameters: tf.Tensor1D,
  { l1, l2 }: Penalties,
  mask: tf.Tensor1D,
): tf.Tensor1D {
  if (l1 === 0 && l2 === 0) return gradient;
  const weights: tf.Tensor1D = tf.mul(parameters, mask);
  let sum = gradient;
  if (l2 > 0) sum = tf.add(sum, tf.mul(weights, l2));
  if (l1 > 0) sum = tf.add(sum, tf.mul(tf.sign(weights), l1));
  return sum;
}

/** The gradient cut to size: first every component, then the whole (Pascanu et al. 2013). */
export function clip(gradient: tf.Tensor1D, { clipNorm, clipValue }: Clipping): tf.Tensor1D {
  let clipped = gradient;
  if (clipValue > 0) clipped = tf.clipByValue(clipped, -clipValue, clipValue);
  if (clipNorm > 0) {
    const norm = tf.sqrt(tf.sum(tf.square(clipped)));
    clipped = tf.mul(clipped, tf.div(clipNorm, tf.maximum(norm, clipNorm)));
  }
  return clipped;
}
