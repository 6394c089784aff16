import * as tf from '../../engine/tf';
import type { LossName, OutputKind } from '../../training/names';
import { runKernel } from '../run';

export interface LossInputs {
  readonly logits: tf.TensorInfo;
  readonly targets: tf.TensorInfo;
}
export interface LossGradientInputs extends LossInputs {
  readonly dy: tf.TensorInfo;
}
export interface LossAttrs {
  readonly loss: LossName;
  readonly output: OutputKind;
}

/**
 * Loss of each example, [batch], from logits or values [batch, outputs] and targets of the same shape.
 * Cross-entropy works on the logits; squared, absolute and Huber (δ = 1) errors on the probabilities or values,
 * averaged over the outputs.
 */
export function exampleLoss(
  loss: LossName,
  output: OutputKind,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Tensor1D {
  return runKernel('ExampleLoss', { logits, targets }, { loss, output });
}

/** Mean of `exampleLoss` over the batch. Its gradient is for the logits alone. */
export function meanLoss(loss: LossName, output: OutputKind, logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  return runKernel('MeanLoss', { logits, targets }, { loss, output });
}

tf.registerGradient({
  kernelName: 'MeanLoss',
  inputsToSave: ['logits', 'targets'],
  gradFunc: (dy, [logits, targets], attrs) => ({
    logits: () => runKernel('MeanLossGradient', { logits, targets, dy: dy as tf.Scalar }, attrs),
  }),
});
