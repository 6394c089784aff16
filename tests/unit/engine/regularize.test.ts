import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOf, penaltyMask } from '../../../src/engine/layout';
import { addPenalties, type Clipping, clip } from '../../../src/engine/regularize';
import * as tf from '../../../src/engine/tf';
import { netModel } from '../../../src/families/net/model';
import { configOf, relativeError } from './helpers';
import { infoOf, outputCases } from './outputCases';
import { differences } from './reference';

const weights = [0.5, -1.5, 2, -0.25, 3, 1];
const mask = [1, 1, 1, 0, 1, 0];
const gradient = [0.1, -0.2, 0.3, -0.4, 0.5, 0];

const withPenalties = (l1: number, l2: number) =>
  addPenalties(tf.tensor1d(gradient), tf.tensor1d(weights), { l1, l2 }, tf.tensor1d(mask)).data();

describe('penalties', () => {
  for (const { l1, l2 } of [
    { l1: 0.3, l2: 0 },
    { l1: 0, l2: 0.7 },
    { l1: 0.02, l2: 0.05 },
  ]) {
    test(`add the slope of ${l1}·Σ|w| + ½·${l2}·Σw² over the kernels`, async () => {
      const penalty = (w: readonly number[]) =>
        w.reduce((sum, v, i) => sum + (mask[i] ?? 0) * (l1 * Math.abs(v) + 0.5 * l2 * v * v), 0);
      const slope = differences(penalty, weights);
      const added = (await withPenalties(l1, l2)).map((v, i) => v - (gradient[i] ?? 0));
      expect(relativeError(added, slope)).toBeLessThan(1e-5);
    });
  }

  test('that are off add nothing', async () => {
    expect(await withPenalties(0, 0)).toEqual(Float32Array.from(gradient));
  });

  test('leave a weight of exactly zero where it is', async () => {
    const zero = tf.tensor1d([0]);
    expect([...(await addPenalties(zero, zero, { l1: 1, l2: 1 }, tf.tensor1d([1])).data())]).toEqual([0]);
  });

  test('act on the kernels of a net and not on its biases', () => {
    const model = netModel(configOf({ model: { layers: [2] } }), infoOf(3, outputCases[1]));
    expect([...penaltyMask(layoutOf(model.parameters))]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0]);
  });
});

const vectors = fc.array(fc.double({ min: -100, max: 100, noNaN: true }).map(Math.fround), {
  minLength: 1,
  maxLength: 20,
});
const limits = fc.double({ min: 0.01, max: 100, noNaN: true });
const length = (v: ArrayLike<number>) => Math.hypot(...Array.from(v));
const clipped = (vector: readonly number[], clipping: Partial<Clipping>) =>
  clip(tf.tensor1d([...vector]), { clipNorm: 0, clipValue: 0, ...clipping }).dataSync<'float32'>();
const cases = { seed: 1, numRuns: 200 } as const;

describe('clipping by length', () => {
  test('never leaves a gradient longer than the limit, and keeps its direction', () => {
    fc.assert(
      fc.property(vectors, limits, (vector, clipNorm) => {
        const result = clipped(vector, { clipNorm });
        const before = length(vector);
        const share = Math.min(1, before > 0 ? clipNorm / before : 1);
        expect(length(result)).toBeLessThanOrEqual(clipNorm * (1 + 1e-6));
        for (const [i, value] of vector.entries())
          expect(Math.abs((result[i] ?? Number.NaN) - value * share)).toBeLessThanOrEqual(
            1e-6 * (Math.abs(value) + 1e-6),
          );
      }),
      cases,
    );
  });

  test('does not touch a gradient that is shorter', () => {
    fc.assert(
      fc.property(vectors, (vector) => {
        expect(clipped(vector, { clipNorm: length(vector) * 1.001 + 0.01 })).toEqual(Float32Array.from(vector));
      }),
      cases,
    );
  });

  test('keeps a gradient of zeros', () => {
    expect([...clipped([0, 0], { clipNorm: 1 })]).toEqual([0, 0]);
  });
});

describe('clipping by value', () => {
  test('cuts each component at the limit and touches no other', () => {
    fc.assert(
      fc.property(vectors, limits, (vector, clipValue) => {
        const limit = Math.fround(clipValue);
        const expected = vector.map((v) => Math.max(-limit, Math.min(limit, v)));
        // Adding 0 makes −0 and 0 one.
        expect(clipped(vector, { clipValue: limit }).map((v) => v + 0)).toEqual(
          Float32Array.from(expected, (v) => v + 0),
        );
      }),
      cases,
    );
  });

  test('comes before clipping by length', () => {
    const result = clipped([3, 100], { clipValue: 4, clipNorm: 2.5 });
    expect(relativeError(result, [1.5, 2])).toBeLessThan(1e-6);
  });
});

test('a gradient is as it was where both kinds of clipping are off', () => {
  expect(clipped([1e6, -1e-6], {})).toEqual(Float32Array.from([1e6, -1e-6]));
});
