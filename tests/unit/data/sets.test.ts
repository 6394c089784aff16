import { describe, expect, test } from 'vitest';
import { type PointSetId, pointSetIds, pointSets } from '../../../src/data/sets';
import { stream } from '../../../src/random/stream';

const samples = 600;

function generate(id: PointSetId, { seed = 1, noise = 0, classes = 5 } = {}) {
  return pointSets[id].generate(stream(seed, 'data'), { samples, noise, classes });
}

/** The share of points whose class a rule tells. */
function accuracy(id: PointSetId, rule: (x: number, y: number) => boolean): number {
  const { points, targets } = generate(id);
  const right = targets.filter((label, i) => (rule(points[2 * i] ?? 0, points[2 * i + 1] ?? 0) ? 1 : 0) === label);
  return right.length / samples;
}

describe.each(pointSetIds)('the set %s', (id) => {
  const set = pointSets[id];

  test('carries its own id', () => {
    expect(set.id).toBe(id);
  });

  test('gives the same points for the same seed and others for another', () => {
    expect(generate(id, { noise: 0.3 })).toEqual(generate(id, { noise: 0.3 }));
    expect(generate(id).points).not.toEqual(generate(id, { seed: 2 }).points);
  });

  test('has as many points and targets as asked for', () => {
    const { points, targets } = generate(id);
    expect(points.length).toBe(samples * set.coordinates.length);
    expect(targets.length).toBe(samples);
  });

  test('stays within its extent without noise', () => {
    const within = generate(id).points.filter((value) => Math.abs(value) <= set.extent);
    expect(within.length / (samples * set.coordinates.length)).toBeGreaterThan(0.999);
  });

  test('changes with noise but moves no point to another place in the order', () => {
    const calm = generate(id);
    const noisy = generate(id, { noise: 1e-6 });
    expect(noisy).not.toEqual(calm);
    for (const [i, value] of noisy.points.entries()) expect(value).toBeCloseTo(calm.points[i] ?? 0, 3);
  });
});

const classSets = pointSetIds.filter((id) => pointSets[id].target === 'classes');
const numberSets = pointSetIds.filter((id) => pointSets[id].target === 'number');

test.each(classSets)('%s has equally many points of each class', (id) => {
  const classes = pointSets[id].classes === 'chosen' ? 5 : 2;
  const counts = Array.from({ length: classes }, () => 0);
  for (const label of generate(id).targets) counts[label] = (counts[label] ?? 0) + 1;
  expect(counts).toEqual(counts.map(() => samples / classes));
});

test.each(numberSets)('%s has values that fill about −1 to 1', (id) => {
  const values = [...generate(id).targets];
  expect(Math.max(...values)).toBeGreaterThan(0.7);
  expect(Math.max(...values)).toBeLessThan(1.15);
  expect(Math.min(...values)).toBeLessThan(-0.7);
  expect(Math.min(...values)).toBeGreaterThan(-1.15);
});

test('clusters have the chosen number of classes, from 3 to 10', () => {
  for (const classes of [3, 10]) expect(new Set(generate('clusters', { classes }).targets).size).toBe(classes);
});

describe('without noise the simplest rule tells the classes of', () => {
  test('circle, by the distance from the middle', () => {
    expect(accuracy('circle', (x, y) => Math.hypot(x, y) < 3)).toBe(1);
  });
  test('xor, by the signs', () => {
    expect(accuracy('xor', (x, y) => x * y > 0)).toBe(1);
  });
  test('gauss, by a line', () => {
    expect(accuracy('gauss', (x, y) => x + y > 0)).toBeGreaterThan(0.995);
  });
  test('checkerboard, by the square', () => {
    expect(accuracy('checkerboard', (x, y) => (Math.floor(x / 2.5) + Math.floor(y / 2.5)) % 2 !== 0)).toBe(1);
  });
});

test('the arms of the spiral never meet without noise', () => {
  const { points, targets } = generate('spiral');
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, a] of targets.entries())
    for (const [j, b] of targets.entries()) {
      const [x, y] = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
      if (a !== b && Math.hypot(x, y) > 1)
        nearest = Math.min(nearest, Math.hypot(x - (points[2 * j] ?? 0), y - (points[2 * j + 1] ?? 0)));
    }
  expect(nearest).toBeGreaterThan(0.9);
});
