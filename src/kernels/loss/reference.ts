import type { LossName, OutputKind } from '../../training/names';

// Losses of examples [rows, columns]: logits or values, and what they should be.

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

interface ErrorLoss {
  readonly value: (error: number) => number;
  readonly slope: (error: number) => number;
}

/** Losses of an error e = output − target, which are averaged over the columns. */
const errorLosses: Readonly<Record<Exclude<LossName, 'crossEntropy'>, ErrorLoss>> = {
  squared: { value: (e) => e * e, slope: (e) => 2 * e },
  absolute: { value: Math.abs, slope: Math.sign },
  /** Huber 1964 with δ = 1: ½e² near zero, |e| − ½ beyond; written as q(|e| − ½q) with q = min(|e|, 1). */
  huber: {
    value(e) {
      const near = Math.min(Math.abs(e), 1);
      return near * (Math.abs(e) - near / 2);
    },
    slope: (e) => Math.min(Math.max(e, -1), 1),
  },
};

/** What is lost in one row, and how outputs and losses are read. */
interface Rows {
  readonly loss: LossName;
  readonly output: OutputKind;
  readonly logits: Float32Array;
  readonly targets: Float32Array;
  readonly columns: number;
}

/** log Σ exp z of the row from `start` on, less its largest, so that nothing overflows; and that largest. */
export function logSum(logits: Float32Array, start: number, columns: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < columns; j++) largest = Math.max(largest, logits[start + j] as number);
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += Math.exp((logits[start + j] as number) - largest);
  return largest + Math.log(sum);
}

/** Sets `to` to the outputs of the row from `start` on: probabilities for classes, the values themselves for numbers. */
function readOutputs({ output, logits, columns }: Rows, start: number, to: Float64Array): void {
  const total = output === 'softmax' ? logSum(logits, start, columns) : 0;
  for (let j = 0; j < columns; j++) {
    const z = logits[start + j] as number;
    to[j] = output === 'linear' ? z : output === 'sigmoid' ? sigmoid(z) : Math.exp(z - total);
  }
}

/** −Σ y·log p; for a sigmoid softplus(z) − z·y, which is the same and never takes the log of 0. */
function crossEntropy({ output, logits, targets, columns }: Rows, start: number): number {
  const total = output === 'softmax' ? logSum(logits, start, columns) : 0;
  let sum = 0;
  for (let j = start; j < start + columns; j++) {
    const z = logits[j] as number;
    const y = targets[j] as number;
    if (output === 'softmax') sum += y * (total - z);
    else sum += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum;
}

/** The loss of the row from `start` on; `outputs` is room for one row. */
function rowLoss(rows: Rows, start: number, outputs: Float64Array): number {
  if (rows.loss === 'crossEntropy') return crossEntropy(rows, start);
  const { value } = errorLosses[rows.loss];
  readOutputs(rows, start, outputs);
  let sum = 0;
  for (let j = 0; j < rows.columns; j++) sum += value((outputs[j] as number) - (rows.targets[start + j] as number));
  return sum / rows.columns;
}

/** Sets `slopes` to the derivatives of the loss of the row from `start` on by its logits. */
function rowSlopes(rows: Rows, start: number, outputs: Float64Array, slopes: Float64Array): void {
  const { loss, output, logits, targets, columns } = rows;
  readOutputs(rows, start, outputs);
  if (loss === 'crossEntropy') {
    let weight = 0;
    for (let j = 0; j < columns; j++) weight += targets[start + j] as number;
    for (let j = 0; j < columns; j++) {
      const p = output === 'softmax' ? weight * (outputs[j] as number) : sigmoid(logits[start + j] as number);
      slopes[j] = p - (targets[start + j] as number);
    }
    return;
  }
  const { slope } = errorLosses[loss];
  let mean = 0;
  for (let j = 0; j < columns; j++) {
    const p = outputs[j] as number;
    slopes[j] = slope(p - (targets[start + j] as number)) / columns;
    mean += p * (slopes[j] as number);
  }
  if (output === 'linear') return;
  for (let j = 0; j < columns; j++) {
    const p = outputs[j] as number;
    const g = slopes[j] as number;
    slopes[j] = output === 'softmax' ? p * (g - mean) : g * p * sigmoid(-(logits[start + j] as number));
  }
}

/**
 * Loss of each example, [rows], from logits or values and targets [rows, columns]. Cross-entropy works on the logits;
 * squared, absolute and Huber errors on the probabilities or values, averaged over the columns.
 */
export function referenceExampleLoss(
  loss: LossName,
  output: OutputKind,
  logits: Float32Array,
  targets: Float32Array,
  columns: number,
): Float32Array {
  const outputs = new Float64Array(columns);
  const losses = new Float32Array(logits.length / columns);
  for (let row = 0; row < losses.length; row++)
    losses[row] = rowLoss({ loss, output, logits, targets, columns }, row * columns, outputs);
  return losses;
}

/** Mean loss of the examples, [1]. */
export function referenceMeanLoss(
  loss: LossName,
  output: OutputKind,
  logits: Float32Array,
  targets: Float32Array,
  columns: number,
): Float32Array {
  const outputs = new Float64Array(columns);
  const rows = logits.length / columns;
  let sum = 0;
  for (let row = 0; row < rows; row++)
    sum += rowLoss({ loss, output, logits, targets, columns }, row * columns, outputs);
  return Float32Array.of(sum / rows);
}

/** dy times the gradient of the mean loss by the logits, [rows, columns]. An error of 0 has no slope. */
export function referenceMeanLossGradient(
  loss: LossName,
  output: OutputKind,
  logits: Float32Array,
  targets: Float32Array,
  dy: number,
  columns: number,
): Float32Array {
  const outputs = new Float64Array(columns);
  const slopes = new Float64Array(columns);
  const gradient = new Float32Array(logits.length);
  const scale = dy / (logits.length / columns);
  for (let start = 0; start < logits.length; start += columns) {
    rowSlopes({ loss, output, logits, targets, columns }, start, outputs, slopes);
    for (let j = 0; j < columns; j++) gradient[start + j] = scale * (slopes[j] as number);
  }
  return gradient;
}
