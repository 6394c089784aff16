import type { ActivationName, LossName, OutputKind } from '../../../src/training/names';

/** The formulas of a multilayer perceptron once more, from the literature and in float64. */

const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
// Klambauer et al. 2017.
const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

export const referenceActivations: Readonly<Record<ActivationName, (x: number) => number>> = {
  relu: (x) => Math.max(x, 0),
  leakyRelu: (x) => (x > 0 ? x : 0.2 * x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: (x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x)),
  gelu: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  swish: (x) => x * sigmoid(x),
  mish: (x) => x * Math.tanh(softplus(x)),
  softplus,
  tanh: Math.tanh,
  sigmoid,
  sine: Math.sin,
  linear: (x) => x,
};

export type Rows = readonly (readonly number[])[];

export function referenceOutputs(kind: OutputKind, logits: readonly number[]): number[] {
  if (kind === 'linear') return [...logits];
  if (kind === 'sigmoid') return logits.map(sigmoid);
  const largest = Math.max(...logits);
  const shares = logits.map((z) => Math.exp(z - largest));
  const total = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / total);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** The loss of one example. */
export function referenceLoss(
  loss: LossName,
  kind: OutputKind,
  logits: readonly number[],
  targets: readonly number[],
): number {
  const outputs = referenceOutputs(kind, logits);
  const target = (i: number) => targets[i] ?? Number.NaN;
  const errors = outputs.map((output, i) => Math.abs(output - target(i)));
  switch (loss) {
    case 'crossEntropy': {
      const each = outputs.map((p, i) =>
        kind === 'softmax' ? -target(i) * Math.log(p) : -target(i) * Math.log(p) - (1 - target(i)) * Math.log(1 - p),
      );
      return each.reduce((a, b) => a + b, 0);
    }
    case 'squared':
      return mean(errors.map((e) => e ** 2));
    case 'absolute':
      return mean(errors);
    case 'huber':
      return mean(errors.map((e) => (e <= 1 ? e ** 2 / 2 : e - 0.5)));
  }
}

export interface ReferenceNet {
  /** Widths from inputs to outputs; every layer has a bias. */
  readonly widths: readonly number[];
  readonly activation: ActivationName;
  readonly loss: LossName;
  readonly kind: OutputKind;
  readonly inputs: Rows;
  readonly targets: Rows;
}

interface Forward {
  readonly loss: number;
  /** The smallest distance of anything from a kink of an activation or a loss. */
  readonly fromKink: number;
}

/** Mean loss over the examples for parameters in the engine's order: kernel 0, bias 0, kernel 1 … */
export function referenceForward(net: ReferenceNet, parameters: readonly number[]): Forward {
  const activate = referenceActivations[net.activation];
  const distances: number[] = [];
  const losses = net.inputs.map((input, example) => {
    let offset = 0;
    let values: readonly number[] = input;
    net.widths.slice(1).forEach((width, layer) => {
      const fanIn = values.length;
      const kernelAt = offset;
      const biasAt = offset + fanIn * width;
      const sums = Array.from({ length: width }, (_, unit) =>
        values.reduce(
          (sum, value, i) => sum + value * (parameters[kernelAt + i * width + unit] ?? Number.NaN),
          parameters[biasAt + unit] ?? Number.NaN,
        ),
      );
      offset = biasAt + width;
      const hidden = layer < net.widths.length - 2;
      if (hidden) distances.push(...sums.map(Math.abs));
      values = hidden ? sums.map(activate) : sums;
    });
    const targets = net.targets[example] ?? [];
    const errors = referenceOutputs(net.kind, values).map((output, i) => Math.abs(output - (targets[i] ?? 0)));
    if (net.loss === 'absolute') distances.push(...errors);
    if (net.loss === 'huber') distances.push(...errors.map((e) => Math.abs(e - 1)));
    return referenceLoss(net.loss, net.kind, values, targets);
  });
  return { loss: mean(losses), fromKink: Math.min(...distances) };
}

/** Central differences, whose error in float64 is about 1e-10. */
export function differences(f: (x: readonly number[]) => number, at: readonly number[], h = 1e-5): number[] {
  return at.map((value, i) => {
    const moved = (by: number) => f(at.map((other, j) => (i === j ? value + by : other)));
    return (moved(h) - moved(-h)) / (2 * h);
  });
}
