import { describe, expect, test } from 'vitest';
import { distributions } from '../../../../src/data/distributions';
import { histogram } from '../../../../src/families/gen/quality/histogram';
import { draw } from './samples';

describe('a histogram', () => {
  test('is a density over its bins, both ends included', () => {
    const values = Float32Array.of(0, 0.5, 1, 3, 4, 4);
    // Two bars of width 2 with three of the six numbers each; 4 is in the second.
    for (const bar of histogram(values, { from: 0, to: 4, bins: 2 })) expect(bar).toBeCloseTo(0.25, 12);
  });

  test('covers the share that lies within it', () => {
    const values = Float32Array.of(0.5, 1.5, 9, Number.NaN);
    const density = histogram(values, { from: 0, to: 2, bins: 4 });
    expect(density.reduce((sum, v) => sum + v * 0.5, 0)).toBeCloseTo(0.5, 12);
  });

  test('is all 0 for no numbers', () => {
    expect([...histogram(Float32Array.of(), { from: 0, to: 1, bins: 3 })]).toEqual([0, 0, 0]);
  });

  test('follows the density of what was sampled', () => {
    const density = histogram(draw('threeHumps', 40_000), { from: -6, to: 6, bins: 60 });
    for (const [bin, found] of density.entries()) {
      const expected = distributions.threeHumps.density?.([-6 + 0.2 * (bin + 0.5)]) ?? 0;
      expect(Math.abs(found - expected)).toBeLessThan(0.03);
    }
  });
});
