import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnDistribution } from '../../../../src/data/distributions/drawn';
import { stream } from '../../../../src/random/stream';
import { problemOf } from '../helpers';
import { cellMasses } from './cells';

const random = (seed = 1) => stream(seed, 'data');
const coordinate = fc.float({ min: -100, max: 100, noNaN: true });
const drawings = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 });

test('samples stay close to a point that was drawn, and within the extent, whatever was drawn', () => {
  fc.assert(
    fc.property(drawings, fc.integer({ min: 0, max: 1000 }), (points, seed) => {
      const drawn = drawnDistribution(Float32Array.from(points.flat()));
      const samples = drawn.sample(random(seed), 40);
      expect(samples.length).toBe(80);
      for (let i = 0; i < 40; i++) {
        const [x = 0, y = 0] = samples.subarray(2 * i, 2 * i + 2);
        expect(Math.min(...points.map(([a, b]) => Math.hypot(x - a, y - b)))).toBeLessThan(0.06 * drawn.extent);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1.05 * drawn.extent);
      }
    }),
    { seed: 7, numRuns: 200 },
  );
});

describe('a drawing', () => {
  test('gives each point its share', () => {
    const samples = drawnDistribution(Float32Array.of(-3, 0, 3, 0, 3, 0)).sample(random(), 9000);
    const right = samples.filter((value, i) => i % 2 === 0 && value > 0).length / 9000;
    expect(right).toBeGreaterThan(0.645);
    expect(right).toBeLessThan(0.689);
  });

  test('never gives the same sample twice', () => {
    const samples = drawnDistribution(Float32Array.of(1, 2)).sample(random(), 500);
    expect(new Set(samples.filter((_, i) => i % 2 === 0)).size).toBeGreaterThan(490);
  });

  test('has a density that integrates to 1', () => {
    const masses = cellMasses(drawnDistribution(Float32Array.of(0, 0, 1, -2, 5, 5)));
    expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 3);
  });

  test('reaches as far as its points, or as what it was drawn on', () => {
    expect(drawnDistribution(Float32Array.of(0, 0)).extent).toBe(1);
    expect(drawnDistribution(Float32Array.of(-5, 2)).extent).toBeCloseTo(5.2);
    expect(drawnDistribution(Float32Array.of(-5, 2), { extent: 6 }).extent).toBe(6);
    expect(drawnDistribution(Float32Array.of(-8, 2), { extent: 6 }).extent).toBeCloseTo(8.24);
  });

  test('leaves out points that are not finite, and asks for points where none is left', () => {
    const samples = drawnDistribution(Float32Array.of(Number.NaN, 1, 2, 2)).sample(random(), 50);
    expect(samples.every((value) => Math.abs(value - 2) < 0.2)).toBe(true);
    for (const none of [Float32Array.of(), Float32Array.of(Number.NaN, 1)])
      expect(problemOf(() => drawnDistribution(none)).key).toBe('noDrawnPoints');
  });

  test('keeps the names it is given', () => {
    const { id, coordinates } = drawnDistribution(Float32Array.of(1, 1), { id: 'table', coordinates: ['a', 'b'] });
    expect({ id, coordinates }).toEqual({ id: 'table', coordinates: ['a', 'b'] });
  });
});
