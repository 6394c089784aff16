import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributions } from '../../../../src/data/distributions';
import { samplerFloor } from '../../../../src/families/gen/quality/floor';
import { slicedWasserstein, wasserstein } from '../../../../src/families/gen/quality/wasserstein';
import { stream } from '../../../../src/random/stream';
import { draw, moved, shuffled } from './samples';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
const normals = (count: number, d: number, seed = 1) => {
  const random = stream(seed, 'normals');
  return Float32Array.from({ length: count * d }, () => random.normal());
};

describe('the Wasserstein distance of numbers', () => {
  test('of a shifted set is the shift', () => {
    const values = draw('twoHumps', 1000);
    expect(wasserstein(values, moved(values, [1.5]))).toBeCloseTo(1.5, 5);
  });

  test('is known by hand, in the same and in different numbers', () => {
    expect(wasserstein(Float32Array.of(3, 0), Float32Array.of(1, 5))).toBe(1.5);
    expect(wasserstein(Float32Array.of(0), Float32Array.of(-1, 1, 4))).toBe(2);
    expect(wasserstein(Float32Array.of(0, 1, 3), Float32Array.of(5, 6, 8))).toBe(5);
    expect(wasserstein(Float32Array.of(0, 10), Float32Array.of(0, 0, 10))).toBeCloseTo(10 / 6, 12);
  });

  test('asks for no order, is the same both ways, and does not see a set given twice over', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [left, right] = [Float32Array.from(a), Float32Array.from(b)];
        const distance = wasserstein(left, right);
        expect(wasserstein(left.toReversed(), right)).toBe(distance);
        expect(wasserstein(right, left)).toBeCloseTo(distance, 6);
        expect(wasserstein(Float32Array.from([...a, ...a]), right)).toBeCloseTo(distance, 6);
        expect(wasserstein(left, left)).toBe(0);
      }),
      { seed: 7 },
    );
  });

  test('leaves what it is given as it was', () => {
    const values = Float32Array.of(3, 1, 2);
    wasserstein(values, values);
    slicedWasserstein(values, values, 1);
    expect([...values]).toEqual([3, 1, 2]);
  });

  test('is no number for an empty set or one that is not finite', () => {
    const one = Float32Array.of(1);
    for (const bad of [Float32Array.of(), Float32Array.of(Number.NaN), Float32Array.of(Number.POSITIVE_INFINITY)]) {
      expect(wasserstein(one, bad)).toBeNaN();
      expect(wasserstein(bad, one)).toBeNaN();
      expect(slicedWasserstein(one, bad, 1)).toBeNaN();
    }
  });
});

describe('the sliced distance', () => {
  test('of numbers is the distance itself', () => {
    const [a, b] = [draw('normal', 500), draw('skewed', 500)];
    expect(slicedWasserstein(a, b, 1)).toBeCloseTo(wasserstein(a, b), 6);
  });

  test.each([
    [3, 0],
    [0, 3],
    [1.2, -2.75],
  ])('of points moved by (%d, %d) is 2/π of the way', (x, y) => {
    const points = draw('ring', 400);
    const distance = slicedWasserstein(points, moved(points, [x, y]), 2);
    expect(distance / Math.hypot(x, y)).toBeCloseTo(2 / Math.PI, 3);
  });

  test('of many coordinates moved by v is the mean of |v·θ| over the sphere', () => {
    const points = normals(200, 10);
    const by = Array.from({ length: 10 }, (_, j) => (j === 4 ? 5 : 0));
    // E|θ₁| on the sphere of 10 dimensions: Γ(5) / (√π · Γ(5.5)).
    const expected = (5 * 24) / (Math.sqrt(Math.PI) * 52.342_777);
    expect(slicedWasserstein(points, moved(points, by), 10, 512)).toBeCloseTo(expected, 0);
    expect(slicedWasserstein(points, points, 10)).toBe(0);
  });

  test('asks for no order and gives the same every time', () => {
    const [a, b] = [normals(100, 5), normals(100, 5, 2)];
    expect(slicedWasserstein(shuffled(a, 5), b, 5)).toBe(slicedWasserstein(a, b, 5));
  });

  test('of a perfect sampler falls with the root of the number of samples', () => {
    const floor = (count: number) =>
      samplerFloor(distributions.ring, (a, b) => slicedWasserstein(a, b, 2), { generated: count, data: count });
    expect(floor(400) / floor(6400)).toBeGreaterThan(2.2);
    expect(floor(400) / floor(6400)).toBeLessThan(7);
  });
});
