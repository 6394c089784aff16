import type { LossName, OutputKind } from '../training/names';
import * as tf from './tf';

/** Outputs as they are read: probabilities for classes, the values themselves for numbers. */
export function activateOutputs(kind: OutputKind, logits: tf.Tensor2D): tf.Tensor2D {
  switch (kind) {
    case 'sigmoid':
      return tf.sigmoid(logits);
    case 'softmax':
      return tf.softmax(logits);
    case 'linear':
      return logits;
  }
}

/** −Σ y·log p; for one logit softplus(z) − z·y, which is the same and never takes the log of 0. */
function crossEntropy(kind: OutputKind, logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Tensor1D {
  const each =
    kind === 'softmax'
      ? tf.neg(tf.mul(targets, tf.logSoftmax(logits)))
      : tf.sub(tf.softplus(logits), tf.mul(logits, targets));
  return tf.sum(each, 1);
}

/** Huber 1964 with δ = 1: ½e² near zero, |e| − ½ beyond; written as q(|e| − ½q) with q = min(|e|, 1). */
function huber(error: tf.Tensor2D): tf.Tensor2D {
  const size = tf.abs(error);
  const near = tf.minimum(size, 1);
  return tf.mul(near, tf.sub(size, tf.mul(near, 0.5)));
}

/**
 * Loss of each example, [batch], from logits or values [batch, outputs] and targets of the same shape.
 * Cross-entropy works on the logits; squared, absolute and Huber errors on the probabilities or values, averaged
 * over the outputs.
 */
export function lossPerExample(
  loss: LossName,
  kind: OutputKind,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Tensor1D {
  if (loss === 'crossEntropy') return crossEntropy(kind, logits, targets);
  const error: tf.Tensor2D = tf.sub(activateOutputs(kind, logits), targets);
  switch (loss) {
    case 'squared':
      return tf.mean(tf.square(error), 1);
    case 'absolute':
      return tf.mean(tf.abs(error), 1);
    case 'huber':
      return tf.mean(huber(error), 1);
  }
}
