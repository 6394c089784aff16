import * as tf from '../../engine/tf';
import type { LossName, OutputKind } from '../../training/names';
import { runKernel } from '../run';

export interface WeightedLossInputs {
  readonly logits: tf.TensorInfo;
  readonly targets: tf.TensorInfo;
  readonly weights: tf.TensorInfo;
}
export interface WeightedLossGradientInputs extends WeightedLossInputs {
  readonly dy: tf.TensorInfo;
}
export interface WeightedLossAttrs {
  readonly loss: LossName;
  readonly output: OutputKind;
}

/** Whether targets are the classes' numbers instead of a value for every output. */
export const areClasses = ({ targets }: WeightedLossInputs): boolean => targets.shape.length === 1;

/**
 * Weighted mean of the losses of rows, Σ w·loss / max(Σ w, 1); loss of a row as in `exampleLoss`. Rows of weight 0 count
 * for nothing, whatever is in them. Its gradient is for the logits alone.
 * @param logits [rows, outputs]
 * @param targets [rows, outputs]; or [rows], numbers of classes as floats, for the cross-entropy of a softmax
 * @param weights [rows], none below 0
 * @throws where numbers of classes are given for another loss
 */
export function weightedLoss(
  loss: LossName,
  output: OutputKind,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D | tf.Tensor1D,
  weights: tf.Tensor1D,
): tf.Scalar {
  if (targets.rank === 1 && (loss !== 'crossEntropy' || output !== 'softmax'))
    throw new Error(`Numbers of classes are targets for the cross-entropy of a softmax, not for ${loss} of ${output}.`);
  return runKernel('WeightedLoss', { logits, targets, weights }, { loss, output });
}

tf.registerGradient({
  kernelName: 'WeightedLoss',
  inputsToSave: ['logits', 'targets', 'weights'],
  gradFunc: (dy, [logits, targets, weights], attrs) => ({
    logits: () => runKernel('WeightedLossGradient', { logits, targets, weights, dy: dy as tf.Scalar }, attrs),
  }),
});
