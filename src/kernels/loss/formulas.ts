import type { LossName, OutputKind } from '../../training/names';

/**
 * A loss as shaders compute it (shader/functions.ts). Of one output: `z` its logit or value, `y` its target, `p` its
 * probability or value, `e` = p − y. Of a row: `top` its largest logit and `sum` = Σ exp(z − top), which only softmax
 * has, `weight`, and `n`, the number of its outputs. The loss of an example is Σ term.
 */
export interface LossFormulas {
  readonly p: string;
  readonly term: string;
  /** What is added up over the row to be its `weight` before its gradient; null where it has none. */
  readonly weight: string | null;
  /** ∂(Σ term)/∂z */
  readonly slope: string;
}

const probabilities: Readonly<Record<OutputKind, string>> = {
  softmax: 'exp(z - top) / sum',
  sigmoid: 'sigmoid(z)',
  linear: 'z',
};

interface ErrorFormula {
  readonly value: string;
  readonly slope: string;
}

const errors: Readonly<Record<Exclude<LossName, 'crossEntropy'>, ErrorFormula>> = {
  squared: { value: 'e * e', slope: '2.0 * e' },
  absolute: { value: 'abs(e)', slope: 'signOf(e)' },
  /** Huber 1964 with δ = 1. */
  huber: {
    value: 'when(abs(e) < 1.0, 0.5 * e * e, abs(e) - 0.5)',
    slope: 'when(e > 1.0, 1.0, when(e < -1.0, -1.0, e))',
  },
};

export function lossFormulas(loss: LossName, output: OutputKind): LossFormulas {
  const p = probabilities[output];
  if (loss === 'crossEntropy') {
    return output === 'softmax'
      ? { p, term: 'y * (log(sum) - (z - top))', weight: 'y', slope: 'p * weight - y' }
      : { p: 'sigmoid(z)', term: 'softplus(z) - z * y', weight: null, slope: 'p - y' };
  }
  const { value, slope } = errors[loss];
  const term = `(${value}) / n`;
  switch (output) {
    case 'softmax':
      return { p, term, weight: `p * (${slope})`, slope: `p * ((${slope}) - weight) / n` };
    case 'sigmoid':
      return { p, term, weight: null, slope: `(${slope}) * sigmoidSlope(z) / n` };
    case 'linear':
      return { p, term, weight: null, slope: `(${slope}) / n` };
  }
}
