import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributions } from '../../../../src/data/distributions';
import { gridCounts, gridDivergence, jensenShannon } from '../../../../src/families/gen/quality/divergence';
import { samplerFloor } from '../../../../src/families/gen/quality/floor';
import { draw, shuffled } from './samples';

describe('the Jensen-Shannon divergence', () => {
  test('is 0 for the same shares and 1 for shares that never meet', () => {
    expect(jensenShannon([1, 2, 3], [2, 4, 6])).toBe(0);
    expect(jensenShannon([1, 2, 0, 0], [0, 0, 5, 1])).toBe(1);
  });

  test('is known for a half that is shared', () => {
    // m = (¾, ¼): ½·log₂(4/3) + ½·(½·log₂(2/3) + ½·log₂ 2)
    expect(jensenShannon([1, 0], [1, 1])).toBeCloseTo(
      0.5 * Math.log2(4 / 3) + 0.25 * Math.log2(2 / 3) + 0.25 * Math.log2(2),
      12,
    );
  });

  test('lies between 0 and 1 and is the same both ways', () => {
    const counts = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(a.some((n) => n > 0) && b.some((n) => n > 0));
        const bits = jensenShannon(a, b);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(1);
        expect(jensenShannon(b, a)).toBeCloseTo(bits, 12);
      }),
      { seed: 7 },
    );
  });

  test('is no number for an empty side', () => {
    expect(jensenShannon([0, 0], [1, 2])).toBeNaN();
    expect(gridDivergence(Float32Array.of(), Float32Array.of(1), { d: 1, extent: 2 })).toBeNaN();
  });
});

describe('a grid', () => {
  const grid = { d: 2, extent: 2, bins: 4 };

  test('counts points row after row from the lowest, its edges included', () => {
    const counts = gridCounts(Float32Array.of(-2, -2, 2, -2, -2, 2, 2, 2, 0.5, -0.5), grid);
    const filled = [...counts.entries()].filter(([, count]) => count > 0);
    expect(filled).toEqual([
      [0, 1],
      [3, 1],
      [6, 1],
      [12, 1],
      [15, 1],
    ]);
  });

  test('counts what lies outside, and what is no number, in one further cell', () => {
    const points = Float32Array.of(2.1, 0, 0, -9, Number.NaN, 0, 0, Number.NaN, Number.POSITIVE_INFINITY, 0);
    const counts = gridCounts(points, grid);
    expect(counts.length).toBe(17);
    expect(counts[16]).toBe(5);
  });

  test('has 30 cells a coordinate unless told', () => {
    expect(gridCounts(Float32Array.of(), { d: 1, extent: 1 }).length).toBe(31);
    expect(gridCounts(Float32Array.of(), { d: 2, extent: 1 }).length).toBe(901);
  });

  test('takes samples that broke out for as far from the data as can be', () => {
    const data = draw('ring', 1000);
    const options = { d: 2, extent: 3 };
    expect(gridDivergence(new Float32Array(2000).fill(Number.NaN), data, options)).toBe(1);
    expect(gridDivergence(new Float32Array(2000).fill(50), data, options)).toBe(1);
  });

  test('does not ask for the order of samples', () => {
    const [a, b] = [draw('ring', 2000), draw('moons', 2000)];
    const options = { d: 2, extent: 3 };
    expect(gridDivergence(shuffled(a, 2), b, options)).toBe(gridDivergence(a, b, options));
  });

  test('tells shapes apart far above the floor of one shape', () => {
    const floor = samplerFloor(distributions.ring, (a, b) => gridDivergence(a, b, { d: 2, extent: 3 }), {
      generated: 20_000,
      data: 20_000,
    });
    // Two samples of n over k cells in use: about (k − 1) / (4 n ln 2) bits, k being some 350 here.
    expect(floor).toBeGreaterThan(0.004);
    expect(floor).toBeLessThan(0.009);
    expect(gridDivergence(draw('moons', 20_000), draw('ring', 20_000), { d: 2, extent: 3 })).toBeGreaterThan(0.5);
  });

  test('works on a line', () => {
    const options = { d: 1, extent: 6 };
    const same = gridDivergence(draw('normal', 20_000), draw('normal', 20_000, 2), options);
    expect(same).toBeLessThan(0.002);
    expect(gridDivergence(draw('normal', 5000), draw('twoHumps', 5000), options)).toBeGreaterThan(0.2);
  });
});
