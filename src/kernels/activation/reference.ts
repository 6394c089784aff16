import type { ActivationName } from '../../training/names';

interface Activation {
  readonly value: (x: number) => number;
  /** The derivative; where there is none, that from below. */
  readonly slope: (x: number) => number;
}

// SELU's fixed point (Klambauer et al. 2017).
const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;
const leak = 0.2;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const sigmoidSlope = (x: number) => sigmoid(x) * sigmoid(-x);
/** log(1 + eˣ), which neither overflows nor loses small values. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** What GELU takes the tanh of, doubled: ½(1 + tanh u) = sigmoid(2u). */
const geluInner = (x: number) => 2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
const geluInnerSlope = (x: number) => 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);

/** factor · value, and 0 where the factor is: infinity has no say there. */
const weigh = (factor: number, value: number) => (factor === 0 ? 0 : factor * value);

/** Elementwise nonlinearities with their derivatives. */
const activations: Readonly<Record<ActivationName, Activation>> = {
  /** Nair and Hinton 2010. */
  relu: { value: (x) => (x <= 0 ? 0 : x), slope: (x) => (x > 0 ? 1 : 0) },
  /** Maas, Hannun and Ng 2013, with a slope of 0.2 below zero. */
  leakyRelu: { value: (x) => (x > 0 ? x : leak * x), slope: (x) => (x > 0 ? 1 : leak) },
  /** Clevert, Unterthiner and Hochreiter 2016, with α = 1. */
  elu: { value: (x) => (x > 0 ? x : Math.expm1(x)), slope: (x) => (x > 0 ? 1 : Math.exp(x)) },
  /** Klambauer et al. 2017. */
  selu: {
    value: (x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x)),
    slope: (x) => seluScale * (x > 0 ? 1 : seluAlpha * Math.exp(x)),
  },
  /** x·Φ(x) in the tanh form of Hendrycks and Gimpel 2016: ½x(1 + tanh(√(2/π)·(x + 0.044715x³))). */
  gelu: {
    value: (x) => weigh(sigmoid(geluInner(x)), x),
    slope: (x) => sigmoid(geluInner(x)) + weigh(sigmoidSlope(geluInner(x)), x * geluInnerSlope(x)),
  },
  /** x·sigmoid(x) (Ramachandran, Zoph and Le 2017). */
  swish: {
    value: (x) => weigh(sigmoid(x), x),
    slope: (x) => sigmoid(x) + weigh(sigmoidSlope(x), x),
  },
  /** x·tanh(softplus x) (Misra 2019). */
  mish: {
    value: (x) => weigh(Math.tanh(softplus(x)), x),
    slope: (x) => Math.tanh(softplus(x)) + weigh((1 - Math.tanh(softplus(x)) ** 2) * sigmoid(x), x),
  },
  /** Dugas et al. 2001. */
  softplus: { value: softplus, slope: sigmoid },
  tanh: { value: Math.tanh, slope: (x) => 4 * sigmoidSlope(2 * x) },
  sigmoid: { value: sigmoid, slope: sigmoidSlope },
  /** Sitzmann et al. 2020. */
  sine: { value: Math.sin, slope: Math.cos },
  linear: { value: (x) => x, slope: () => 1 },
};

/** activation(x), elementwise. */
export function referenceActivate(activation: ActivationName, x: Float32Array): Float32Array {
  const { value } = activations[activation];
  const y = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) y[i] = value(x[i] as number);
  return y;
}

/** dy ⊙ activation′(x), where x is what the activation was applied to. */
export function referenceActivateGradient(activation: ActivationName, x: Float32Array, dy: Float32Array): Float32Array {
  const { slope } = activations[activation];
  const dx = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) dx[i] = (dy[i] as number) * slope(x[i] as number);
  return dx;
}
