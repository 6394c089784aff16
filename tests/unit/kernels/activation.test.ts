import { describe, expect, test } from 'vitest';
import { referenceActivate, referenceActivateGradient } from '../../../src/kernels/activation/reference';
import { type ActivationName, activationNames } from '../../../src/training/names';

const valueAt = (activation: ActivationName, x: number) =>
  referenceActivate(activation, Float32Array.of(x))[0] as number;
const slopeAt = (activation: ActivationName, x: number) =>
  referenceActivateGradient(activation, Float32Array.of(x), Float32Array.of(1))[0] as number;

/** At −1 and at 1, to six digits. */
const known: Readonly<Record<ActivationName, readonly [number, number]>> = {
  relu: [0, 1],
  leakyRelu: [-0.2, 1],
  elu: [-0.632121, 1],
  selu: [-1.11133, 1.050701],
  gelu: [-0.158808, 0.841192],
  swish: [-0.268941, 0.731059],
  mish: [-0.303401, 0.865098],
  softplus: [0.313262, 1.313262],
  tanh: [-0.761594, 0.761594],
  sigmoid: [0.268941, 0.731059],
  sine: [-0.841471, 0.841471],
  linear: [-1, 1],
};

describe.each(activationNames)('%s', (activation) => {
  test('has its known values', () => {
    expect(valueAt(activation, -1)).toBeCloseTo(known[activation][0], 5);
    expect(valueAt(activation, 1)).toBeCloseTo(known[activation][1], 5);
  });

  test('has the slope of its values', () => {
    const step = 2 ** -6;
    for (const x of [-4.3, -1.1, -0.4, 0.3, 0.9, 2.7]) {
      const slope = (valueAt(activation, x + step) - valueAt(activation, x - step)) / (2 * step);
      expect(slopeAt(activation, x)).toBeCloseTo(slope, 3);
    }
  });

  test('keeps NaN, and is finite wherever it does not tend to infinity', () => {
    expect(valueAt(activation, Number.NaN)).toBeNaN();
    expect(valueAt(activation, -1000)).toBeGreaterThanOrEqual(-1000);
    expect(valueAt(activation, 1000)).toBeLessThan(1100);
    expect(Math.abs(slopeAt(activation, -1000))).toBeLessThanOrEqual(1);
    expect(Math.abs(slopeAt(activation, 1000))).toBeLessThan(1.1);
  });
});
