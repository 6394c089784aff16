import type { LossName, OutputKind } from '../../training/names';
import { logSum, referenceExampleLoss, referenceMeanLossGradient } from '../loss/reference';

/** What is lost in rows of logits [rows, columns], and how it is weighted. */
export interface WeightedRows {
  readonly loss: LossName;
  readonly output: OutputKind;
  readonly logits: Float32Array;
  /** [rows, columns], or [rows] numbers of classes. */
  readonly targets: Float32Array;
  readonly weights: Float32Array;
  readonly columns: number;
}

/** max(Σ w, 1) */
const totalOf = (weights: Float32Array) =>
  Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    1,
  );

const row = (values: Float32Array, index: number, width: number) => values.subarray(index * width, (index + 1) * width);

/** Σ w·loss / max(Σ w, 1), where a row of weight 0 counts for nothing. */
export function referenceWeightedLoss(rows: WeightedRows, classes: boolean): Float32Array {
  const { loss, output, logits, targets, weights, columns } = rows;
  let sum = 0;
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    if (classes) {
      const target = i * columns + (targets[i] as number);
      sum += weight * (logSum(logits, i * columns, columns) - (logits[target] as number));
    } else {
      const [lost = 0] = referenceExampleLoss(loss, output, row(logits, i, columns), row(targets, i, columns), columns);
      sum += weight * lost;
    }
  });
  return Float32Array.of(sum / totalOf(weights));
}

/** dy times its gradient by the logits, [rows, columns]. */
export function referenceWeightedLossGradient(rows: WeightedRows, classes: boolean, dy: number): Float32Array {
  const { loss, output, logits, targets, weights, columns } = rows;
  const gradient = new Float32Array(logits.length);
  const total = totalOf(weights);
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    const scale = (dy * weight) / total;
    const to = row(gradient, i, columns);
    const z = row(logits, i, columns);
    if (!classes) to.set(referenceMeanLossGradient(loss, output, z, row(targets, i, columns), scale, columns));
    else {
      const all = logSum(z, 0, columns);
      for (let j = 0; j < columns; j++) to[j] = scale * (Math.exp((z[j] as number) - all) - Number(j === targets[i]));
    }
  });
  return gradient;
}
