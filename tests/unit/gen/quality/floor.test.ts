import { describe, expect, test } from 'vitest';
import { distributions } from '../../../../src/data/distributions';
import { samplerFloor } from '../../../../src/families/gen/quality/floor';
import { wasserstein } from '../../../../src/families/gen/quality/wasserstein';

const mean = (values: Float32Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('the floor of a perfect sampler', () => {
  const { normal } = distributions;

  test('measures independent draws of the sizes that are asked for', () => {
    const sizes: number[][] = [];
    const differ: boolean[] = [];
    samplerFloor(
      normal,
      (a, b) => {
        sizes.push([a.length, b.length]);
        differ.push(a[0] !== b[0]);
        return 0;
      },
      { generated: 30, data: 50, draws: 3 },
    );
    expect(sizes).toEqual([
      [30, 50],
      [30, 50],
      [30, 50],
    ]);
    expect(differ).toEqual([true, true, true]);
  });

  test('is the mean over the draws, the same for the same seed', () => {
    const sizes = { generated: 40, data: 40 };
    const floor = (seed: number) => samplerFloor(normal, wasserstein, { ...sizes, seed });
    expect(floor(1)).toBe(floor(1));
    expect(floor(1)).not.toBe(floor(2));
    let call = 0;
    expect(samplerFloor(normal, () => call++, { ...sizes, draws: 5 })).toBe(2);
  });

  test('has the error of sampling: means of n lie √(2/n) deviations apart', () => {
    const squared = samplerFloor(normal, (a, b) => (mean(a) - mean(b)) ** 2, { generated: 200, data: 200, draws: 400 });
    expect(squared / ((2 * 0.25) / 200)).toBeGreaterThan(0.75);
    expect(squared / ((2 * 0.25) / 200)).toBeLessThan(1.25);
  });
});
