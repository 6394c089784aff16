import type { ActivationName } from '../../training/names';

interface Formula {
  readonly value: string;
  readonly slope: string;
}

const geluInner = '1.5957691216057308 * (x + 0.044715 * x * x * x)';
const geluInnerSlope = '1.5957691216057308 * (1.0 + 0.134145 * x * x)';

/** The activations of `x` and their derivatives for shaders (shader/functions.ts); see reference.ts for their sources. */
export const activationFormulas: Readonly<Record<ActivationName, Formula>> = {
  relu: { value: 'when(x <= 0.0, 0.0, x)', slope: 'when(x > 0.0, 1.0, 0.0)' },
  leakyRelu: { value: 'when(x > 0.0, x, 0.2 * x)', slope: 'when(x > 0.0, 1.0, 0.2)' },
  elu: { value: 'when(x > 0.0, x, exp(x) - 1.0)', slope: 'when(x > 0.0, 1.0, exp(x))' },
  selu: {
    value: 'when(x > 0.0, 1.0507009873554805 * x, 1.7580993408473766 * (exp(x) - 1.0))',
    slope: 'when(x > 0.0, 1.0507009873554805, 1.7580993408473766 * exp(x))',
  },
  gelu: {
    value: `weigh(sigmoid(${geluInner}), x)`,
    slope: `sigmoid(${geluInner}) + weigh(sigmoidSlope(${geluInner}), x * ${geluInnerSlope})`,
  },
  swish: { value: 'weigh(sigmoid(x), x)', slope: 'sigmoid(x) + weigh(sigmoidSlope(x), x)' },
  mish: {
    value: 'weigh(hyperbolicTangent(softplus(x)), x)',
    slope: 'hyperbolicTangent(softplus(x)) + weigh(4.0 * sigmoidSlope(2.0 * softplus(x)) * sigmoid(x), x)',
  },
  softplus: { value: 'softplus(x)', slope: 'sigmoid(x)' },
  tanh: { value: 'hyperbolicTangent(x)', slope: '4.0 * sigmoidSlope(2.0 * x)' },
  sigmoid: { value: 'sigmoid(x)', slope: 'sigmoidSlope(x)' },
  sine: { value: 'sineOfTurns(turnsOf(x))', slope: 'sineOfTurns(turnsOf(x) + 0.25)' },
  linear: { value: 'x', slope: '1.0' },
};
