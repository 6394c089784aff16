import { describe, expect, test } from 'vitest';
import { feedLayout, writeClock, writeCoefficients } from '../../../src/engine/feed';
import { coefficientNames } from '../../../src/kernels/optimize/op';
import { configOf } from './helpers';

const { train } = configOf();
const coefficient = (row: Float32Array, name: (typeof coefficientNames)[number]) =>
  row[coefficientNames.indexOf(name)] as number;

describe('a row of the feed', () => {
  test('holds the number of any step exactly', () => {
    for (const step of [0, 1, 65535, 65536, 2 ** 24 + 1, 2 ** 33 + 12345]) {
      const row = new Float32Array(4);
      writeClock(row, step);
      expect((row[0] as number) + (row[1] as number) * 65536).toBe(step);
    }
  });

  test('has room for all coefficients of every optimizer and for the batch', () => {
    const { coefficients, indices, width } = feedLayout(2, 10);
    const [first = 0, second = 0] = coefficients;
    expect(second - first).toBeGreaterThanOrEqual(coefficientNames.length);
    expect(indices - second).toBeGreaterThanOrEqual(coefficientNames.length);
    expect(width).toBe(indices + 10);
  });

  test('is written far ahead for small batches, and at least once for the largest', () => {
    expect(feedLayout(1, 10).rows).toBe(1024);
    expect(feedLayout(1, 1_000_000).rows).toBe(1);
  });

  test("has Adam's bias corrections in rate and epsilon", () => {
    const row = new Float32Array(12);
    const settings = { ...train, optimizer: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
    writeCoefficients(row, 0, settings, 0.01, 1);
    // At the first step mean = (1 − β₁)g and square = (1 − β₂)g², so that the step is the rate itself.
    expect(coefficient(row, 'rate')).toBeCloseTo((0.01 * Math.sqrt(0.001)) / 0.1, 8);
    expect(coefficient(row, 'epsilon')).toBeCloseTo(1e-8 * Math.sqrt(0.001), 12);
    writeCoefficients(row, 0, settings, 0.01, 1e6);
    expect(coefficient(row, 'rate')).toBeCloseTo(0.01, 8);
  });

  test('decays weights for adamw alone, and clips nothing where clipping is off', () => {
    const row = new Float32Array(12);
    const off = { ...train, clipValue: 0, weightDecay: 0.1 };
    writeCoefficients(row, 0, { ...off, optimizer: 'adam' }, 0.5, 1);
    expect(coefficient(row, 'shrink')).toBe(0);
    expect(coefficient(row, 'clipValue')).toBeGreaterThan(3e38);
    expect(coefficient(row, 'clipValue')).toBeLessThan(Number.POSITIVE_INFINITY);
    writeCoefficients(row, 0, { ...off, optimizer: 'adamw' }, 0.5, 1);
    expect(coefficient(row, 'shrink')).toBeCloseTo(0.05, 6);
  });
});
