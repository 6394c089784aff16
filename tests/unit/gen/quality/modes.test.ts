import { describe, expect, test } from 'vitest';
import { distributions } from '../../../../src/data/distributions';
import { samplerFloor } from '../../../../src/families/gen/quality/floor';
import { modeCoverage } from '../../../../src/families/gen/quality/modes';
import { draw, shuffled } from './samples';

const modes = { centres: Float32Array.of(0, 0, 10, 0), deviation: 1 };
const evenly = Float32Array.of(0, 0, 10, 0);
const cover = (...samples: number[]) => modeCoverage(Float32Array.from(samples), evenly, modes, 2);

const ringModes = distributions.ring8.modes ?? modes;
const data = draw('ring8', 20_000, 9);

describe('mode coverage', () => {
  test('counts a mode from one sample within three deviations on', () => {
    expect(cover(2.9, 0)).toMatchObject({ covered: 1, modes: 2, highQuality: 1 });
    expect(cover(3.1, 0)).toMatchObject({ covered: 0, modes: 2, highQuality: 0 });
    expect(cover(0, 0, 9, 1)).toMatchObject({ covered: 2 });
  });

  test('measures the distance in all coordinates together', () => {
    expect(cover(2.2, 2.2)).toMatchObject({ covered: 0 });
  });

  test('gives a sample to the nearest of two modes that it is near to', () => {
    const close = { centres: Float32Array.of(0, 2), deviation: 1 };
    expect([...modeCoverage(Float32Array.of(1.2), close.centres, close, 1).shares]).toEqual([0, 1]);
  });

  test('tells the shares, and their divergence from the data’s', () => {
    const { shares, reverseKl, highQuality } = cover(0, 0, 0, 1, 0, -1, 10, 0, 5, 5);
    expect([...shares]).toEqual([0.75, 0.25]);
    expect(highQuality).toBe(0.8);
    expect(reverseKl).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 12);
  });

  test('of one of eight equal modes diverges by ln 8', () => {
    const one = Float32Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 2 : 0));
    const { covered, reverseKl } = modeCoverage(one, data, ringModes, 2);
    expect(covered).toBe(1);
    expect(Math.abs(reverseKl - Math.log(8))).toBeLessThan(0.1);
  });

  test('does not ask for the order of samples', () => {
    const samples = draw('ring8', 1000);
    expect(modeCoverage(shuffled(samples, 2), data, ringModes, 2)).toEqual(modeCoverage(samples, data, ringModes, 2));
  });

  test('counts samples that are no numbers as of low quality', () => {
    expect(cover(0, 0, Number.NaN, 0)).toMatchObject({ covered: 1, highQuality: 0.5, reverseKl: Math.log(2) });
    expect(cover(Number.POSITIVE_INFINITY, 0)).toMatchObject({ covered: 0, highQuality: 0 });
  });

  test('has no divergence to tell without a sample of high quality, and an infinite one for modes the data lack', () => {
    expect(cover()).toMatchObject({ covered: 0, highQuality: Number.NaN, reverseKl: Number.NaN });
    expect(cover(5, 5).reverseKl).toBeNaN();
    expect(modeCoverage(Float32Array.of(10, 0), Float32Array.of(0, 0), modes, 2).reverseKl).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('a perfect sampler', () => {
  test.each(['ring8', 'grid25', 'twoGaussians'] as const)('of %s has 98.9 %% of high quality', (id) => {
    const { modes: own = modes } = distributions[id];
    const count = { generated: 10_000, data: 10_000 };
    const floor = (read: (found: ReturnType<typeof modeCoverage>) => number) =>
      samplerFloor(distributions[id], (a, b) => read(modeCoverage(a, b, own, 2)), count);
    expect(Math.abs(floor(({ highQuality }) => highQuality) - (1 - Math.exp(-4.5)))).toBeLessThan(0.002);
    expect(floor(({ covered }) => covered)).toBe(own.centres.length / 2);
    // Two multinomial samples of n: 2 · (k − 1) / 2n in the mean.
    const expected = (own.centres.length / 2 - 1) / 9889;
    expect(floor(({ reverseKl }) => reverseKl)).toBeLessThan(3 * expected);
  });
});
