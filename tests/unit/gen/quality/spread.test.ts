import { describe, expect, test } from 'vitest';
import { identicalShare, spread } from '../../../../src/families/gen/quality/spread';
import { draw, moved } from './samples';

describe('the spread', () => {
  test('is the deviation over all coordinates together, wherever the points lie', () => {
    expect(spread(Float32Array.of(0, 0, 2, 4), 2)).toBeCloseTo(Math.sqrt(2.5), 12);
    const points = draw('uniform', 20_000);
    expect(spread(points, 1)).toBeCloseTo(Math.sqrt(3), 1);
    expect(spread(moved(points, [50]), 1)).toBeCloseTo(spread(points, 1), 4);
  });

  test('is 0 for one point and no number for none', () => {
    expect(spread(Float32Array.of(3, 4), 2)).toBe(0);
    expect(spread(Float32Array.of(), 2)).toBeNaN();
    expect(spread(Float32Array.of(Number.NaN, 1), 1)).toBeNaN();
  });
});

describe('the share of identical samples', () => {
  test('is small for fresh samples of every width', () => {
    for (const id of ['normal', 'ring8', 'moons'] as const) {
      const d = id === 'normal' ? 1 : 2;
      const points = draw(id, 1000);
      expect(identicalShare(points, d, spread(points, d))).toBeLessThan(0.03);
    }
  });

  test('counts samples that repeat an earlier one, or nearly', () => {
    expect(identicalShare(Float32Array.of(1, 2, 1, 2, 1, 2, 3, 3), 2, 1)).toBe(0.5);
    expect(identicalShare(Float32Array.of(1, 1.000_01, 2), 1, 1)).toBeCloseTo(1 / 3, 12);
  });

  test('of data without spread asks for equal samples', () => {
    expect(identicalShare(Float32Array.of(1, 2, 2, 3), 1, 0)).toBe(0.25);
  });

  test('takes what is not a number for the same, and is no number for no samples', () => {
    expect(identicalShare(new Float32Array(10).fill(Number.NaN), 1, 1)).toBeCloseTo(0.9, 12);
    expect(identicalShare(Float32Array.of(), 1, 1)).toBeNaN();
  });
});
