import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributionIds, distributions } from '../../../../src/data/distributions';
import { applyScaling, standardize, undoScaling } from '../../../../src/data/distributions/standardize';
import { stream } from '../../../../src/random/stream';

test.each(distributionIds)('standardize brings %s around 0 with a mean variance of 1', (id) => {
  const d = distributions[id].coordinates.length;
  const { points } = standardize(distributions[id].sample(stream(1, 'data'), 1000), d);
  for (let j = 0; j < d; j++)
    expect(points.filter((_, i) => i % d === j).reduce((sum, v) => sum + v, 0) / 1000).toBeCloseTo(0, 5);
  expect(points.reduce((sum, v) => sum + v * v, 0) / points.length).toBeCloseTo(1, 5);
});

test('undoing the scaling gives the points back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 3),
      fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), { maxLength: 40 }),
      (d, values) => {
        const points = Float32Array.from(values.slice(0, values.length - (values.length % d)));
        const { points: standard, scaling } = standardize(points, d);
        expect(standard.every(Number.isFinite)).toBe(true);
        expect(applyScaling(points, scaling)).toEqual(standard);
        for (const [i, value] of undoScaling(standard, scaling).entries())
          expect(Math.abs(value - (points[i] ?? 0))).toBeLessThan(1e-3);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

describe('the scaling', () => {
  test('is one for both coordinates, so that proportions stay', () => {
    const { points, scaling } = standardize(Float32Array.of(0, 0, 8, 2), 2);
    expect(scaling.shift).toEqual([4, 1]);
    expect((points[2] ?? 0) / (points[3] ?? 0)).toBeCloseTo(4, 6);
  });

  test('is plain JSON', () => {
    const { scaling } = standardize(Float32Array.of(1, 2, 3), 1);
    expect(JSON.parse(JSON.stringify(scaling))).toEqual(scaling);
  });

  test.each([
    ['no points', Float32Array.of()],
    ['one point', Float32Array.of(3, 4)],
    ['equal points whose mean is rounded', new Float32Array(14).fill(0.1)],
  ])('of %s is 1', (_, points) => {
    const { scaling, points: moved } = standardize(points, 2);
    expect(scaling.scale).toBe(1);
    expect(moved.every((value) => Math.abs(value) < 1e-6)).toBe(true);
  });
});
