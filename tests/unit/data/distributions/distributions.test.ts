import { describe, expect, test } from 'vitest';
import { type DistributionId, distributionIds, distributions } from '../../../../src/data/distributions';
import { articleGen } from '../../../../src/data/distributions/articleGen';
import { stream } from '../../../../src/random/stream';
import { cellMasses, cellShares } from './cells';

const count = 20_000;
const draw = (id: DistributionId, n = count, seed = 1) => distributions[id].sample(stream(seed, 'data'), n);

/** Mean of each coordinate, and the variance summed over them. */
function moments(id: DistributionId): { mean: number[]; variance: number } {
  const points = draw(id);
  const d = distributions[id].coordinates.length;
  const mean = Array.from(
    { length: d },
    (_, j) => points.reduce((sum, v, i) => (i % d === j ? sum + v : sum), 0) / count,
  );
  const variance = points.reduce((sum, v, i) => sum + (v - (mean[i % d] ?? 0)) ** 2, 0) / count;
  return { mean, variance };
}

describe.each(distributionIds)('the distribution %s', (id) => {
  const { coordinates, extent, modes, id: ownId } = distributions[id];
  const d = coordinates.length;

  test('carries its own id, and one or two coordinates', () => {
    expect(ownId).toBe(id);
    expect(coordinates).toEqual(d === 1 ? ['x'] : ['x', 'y']);
  });

  test('gives the same points for the same seed and others for another', () => {
    expect(draw(id, 50)).toEqual(draw(id, 50));
    expect(draw(id, 50)).not.toEqual(draw(id, 50, 2));
  });

  test('gives as many points as asked for, fewer being the first of more', () => {
    expect(draw(id, 100).length).toBe(100 * d);
    expect(draw(id, 100).subarray(0, 30 * d)).toEqual(draw(id, 30));
    expect(draw(id, 0).length).toBe(0);
  });

  test('stays finite and within its extent, but for a few points of a tail', () => {
    const points = draw(id);
    expect(points.every(Number.isFinite)).toBe(true);
    const outside = points.filter((value) => Math.abs(value) > extent).length;
    expect(outside / count).toBeLessThan(id === 'skewed' ? 0.003 : 1e-9);
  });

  test('fills its extent enough to be seen', () => {
    expect(Math.max(...draw(id, 2000).map(Math.abs))).toBeGreaterThan(extent / 2);
  });

  if (modes)
    test('has a centre for every mode, far apart for their deviation', () => {
      const centres = Array.from({ length: modes.centres.length / d }, (_, k) =>
        modes.centres.subarray(k * d, (k + 1) * d),
      );
      for (const [k, a] of centres.entries())
        for (const b of centres.slice(0, k))
          expect(Math.hypot(...a.map((v, j) => v - (b[j] ?? 0)))).toBeGreaterThan(6 * modes.deviation);
    });
});

const withDensity = distributionIds.filter((id) => distributions[id].density);

test('a density is known for all shapes but those blurred along a curve', () => {
  const without = distributionIds.filter((id) => !withDensity.includes(id));
  expect(without).toEqual(['moons', 'swissRoll', 'spiral']);
});

describe.each(withDensity)('the density of %s', (id) => {
  const masses = cellMasses(distributions[id]);

  test('integrates to 1', () => {
    const tail = id === 'skewed' ? 0.0014 : 0;
    expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1 - tail, id === 'skewed' ? 4 : 2);
  });

  test('agrees with a histogram of samples within the error of counting', () => {
    const shares = cellShares(draw(id), distributions[id]);
    for (const [cell, mass] of masses.entries()) {
      // Edges that cut a cell of the integration add at most a hundredth of a cell's mass, or so.
      const error = 5 * Math.sqrt((mass + 1 / count) / count) + 0.02 * mass + 2e-4;
      expect(Math.abs((shares[cell] ?? 0) - mass), `cell ${cell}`).toBeLessThan(error);
    }
  });
});

describe('modes', () => {
  const shareOfModes = (id: DistributionId): number[] => {
    const { modes, coordinates } = distributions[id];
    if (!modes) throw new Error(`${id} has no modes`);
    const d = coordinates.length;
    const counts = new Array<number>(modes.centres.length / d).fill(0);
    const points = draw(id);
    for (let i = 0; i < count; i++) {
      for (const k of counts.keys()) {
        let squares = 0;
        for (let j = 0; j < d; j++) squares += ((points[i * d + j] ?? 0) - (modes.centres[k * d + j] ?? 0)) ** 2;
        if (squares <= (3 * modes.deviation) ** 2) counts[k] = (counts[k] ?? 0) + 1;
      }
    }
    return counts.map((n) => n / count);
  };

  /** Share of a normal mode within three deviations: in one dimension, and 1 − exp(−9/2) in two. */
  const within = { line: 0.9973, plane: 1 - Math.exp(-4.5) };

  test.each([
    ['twoHumps', [0.35, 0.65], within.line],
    ['threeHumps', [0.5, 0.2, 0.3], within.line],
    ['twoGaussians', [0.5, 0.5], within.plane],
    ['threeBlobs', [1 / 3, 1 / 3, 1 / 3], 1],
    ['ring8', new Array<number>(8).fill(1 / 8), within.plane],
    ['grid25', new Array<number>(25).fill(1 / 25), within.plane],
  ] as const)('of %s have their share', (id, weights, inside) => {
    const shares = shareOfModes(id);
    expect(shares.length).toBe(weights.length);
    for (const [k, share] of shares.entries()) {
      const expected = (weights[k] ?? 0) * inside;
      expect(Math.abs(share - expected)).toBeLessThan(4.5 * Math.sqrt(expected / count));
    }
  });

  test('of the ring lie at multiples of an eighth turn, at radius 2', () => {
    const { centres = new Float32Array() } = distributions.ring8.modes ?? {};
    const diagonal = Number(Math.SQRT2.toFixed(4));
    expect([...centres.subarray(0, 6)].map((v) => Number(v.toFixed(4)))).toEqual([2, 0, diagonal, diagonal, 0, 2]);
  });
});

describe('moments', () => {
  /** Mean and summed variance by integration on paper. */
  test.each([
    ['normal', [3], 0.25],
    ['uniform', [0], 3],
    ['skewed', [Math.exp(0.18)], (Math.exp(0.36) - 1) * Math.exp(0.36)],
    ['articleGen', [0.7], 0.0025],
    ['twoHumps', [0.6], 0.25 + 16 * 0.35 * 0.65],
    ['line', [0, 0], 4.8 ** 2 / 12 + 0.08 ** 2],
    ['twoGaussians', [0, 0], 2 * 0.16 + 1.2 ** 2 + 1],
    ['ring', [0, 0], 4 + 0.12 ** 2],
    ['threeBlobs', [0, 0], 1.7 ** 2 + 0.6 ** 2 / 2],
    ['ring8', [0, 0], 4 + 2 * 0.02 ** 2],
    ['grid25', [0, 0], 2 * (8 + 0.05 ** 2)],
    ['checkerboard', [0, 0], (2 * 4.8 ** 2) / 12],
    ['moons', [0, 0], 1.6 ** 2 * (1.25 + 1 / 16 - 1 / Math.PI) + 2 * 0.01],
    ['spiral', [0, 0], 2.5 ** 2 / 2 + 2 * 0.06 ** 2],
  ] as const)('of %s are those of its formula', (id, mean, variance) => {
    const found = moments(id);
    for (const [j, value] of mean.entries())
      expect(Math.abs((found.mean[j] ?? 0) - value)).toBeLessThan(5 * Math.sqrt(variance / count));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.05);
  });
});

test('the article’s real values lie between 0 and 1', () => {
  expect(articleGen.sample(stream(3, 'data'), 5000).every((value) => value >= 0 && value <= 1)).toBe(true);
});
