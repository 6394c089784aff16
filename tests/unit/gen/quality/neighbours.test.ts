import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachDistances } from '../../../../src/families/gen/quality/distances';
import { copying, nearestTraining, precisionRecall } from '../../../../src/families/gen/quality/neighbours';
import { draw, moved, shuffled } from './samples';

const value = fc.integer({ min: -50, max: 50 });

test('distances in blocks are the distances, for any numbers of points', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 5), fc.array(value, { maxLength: 45 }), fc.array(value), (d, left, right) => {
      const a = Float32Array.from(left.slice(0, left.length - (left.length % d)));
      const b = Float32Array.from(right.slice(0, right.length - (right.length % d)));
      const found: number[][] = [];
      eachDistances(a, b, d, (index, squares) => {
        expect(index).toBe(found.length);
        found.push([...squares]);
      });
      const coordinates = (points: Float32Array, i: number) => points.subarray(i * d, (i + 1) * d);
      const expected = Array.from({ length: a.length / d }, (_, i) =>
        Array.from({ length: b.length / d }, (_, j) =>
          coordinates(a, i).reduce((sum, x, c) => sum + (x - (coordinates(b, j)[c] ?? 0)) ** 2, 0),
        ),
      );
      expect(found).toEqual(expected);
    }),
    { seed: 7 },
  );
});

test('distances onwards are those to the points that come later', () => {
  const points = draw('moons', 50);
  const full: number[][] = [];
  eachDistances(points, points, 2, (_, squares) => full.push([...squares]));
  let seen = 0;
  eachDistances(
    points,
    points,
    2,
    (index, squares) => {
      seen += 1;
      expect([...squares.subarray(index + 1)]).toEqual(full[index]?.slice(index + 1));
    },
    { onwards: true },
  );
  expect(seen).toBe(50);
});

test('distances of equal points are exactly 0, wherever they lie', () => {
  const points = moved(draw('moons', 21), [1234.5, -987]);
  eachDistances(points, points, 2, (index, squares) => expect(squares[index]).toBe(0));
});

describe('precision and recall', () => {
  const data = draw('moons', 600);

  test('of the data themselves are 1', () => {
    expect(precisionRecall(data, data, 2)).toEqual({ precision: 1, recall: 1 });
  });

  test('of fresh samples are high', () => {
    const { precision, recall } = precisionRecall(draw('moons', 600, 2), data, 2);
    expect(precision).toBeGreaterThan(0.85);
    expect(recall).toBeGreaterThan(0.85);
  });

  test('of a collapsed sampler are 1 and next to nothing', () => {
    const one = Float32Array.from({ length: 1200 }, (_, i) => data[i % 2] ?? 0);
    expect(precisionRecall(one, data, 2)).toEqual({ precision: 1, recall: 1 / 600 });
  });

  test('of samples elsewhere are 0', () => {
    expect(precisionRecall(moved(data, [100, 0]), data, 2)).toEqual({ precision: 0, recall: 0 });
  });

  test('of half of the modes are high and about a half', () => {
    const whole = draw('twoGaussians', 1000);
    const right = Float32Array.from(
      Array.from({ length: 1000 }, (_, i) => [...whole.subarray(2 * i, 2 * i + 2)]).flatMap((p) =>
        (p[0] ?? 0) + (p[1] ?? 0) > 0 ? p : [],
      ),
    );
    const { precision, recall } = precisionRecall(right, whole, 2);
    expect(precision).toBe(1);
    expect(Math.abs(recall - 0.5)).toBeLessThan(0.05);
  });

  test('are known by hand', () => {
    // With k = 1 the data reach 1, 1 and 4; the generated points 2 and 2.
    const found = precisionRecall(Float32Array.of(-1.5, 0.5), Float32Array.of(0, 1, 5), 1, 1);
    expect(found.precision).toBe(0.5);
    expect(found.recall).toBeCloseTo(2 / 3, 12);
  });

  test('ask for no order', () => {
    const samples = moved(draw('moons', 300, 2), [0.3, 0]);
    expect(precisionRecall(shuffled(samples, 2), shuffled(data, 2), 2)).toEqual(precisionRecall(samples, data, 2));
  });

  test('are no numbers for too few points or what is not finite', () => {
    const none = { precision: Number.NaN, recall: Number.NaN };
    expect(precisionRecall(data.subarray(0, 6), data, 2)).toEqual(none);
    expect(precisionRecall(Float32Array.of(), data, 2)).toEqual(none);
    expect(precisionRecall(data, Float32Array.from(data).fill(Number.NaN, 0, 1), 2)).toEqual(none);
  });
});

describe('the nearest training example', () => {
  test('is found with its distance, the first among equals', () => {
    const { index, distance } = nearestTraining(
      Float32Array.of(0, 0, 9, 4, 1, 0),
      Float32Array.of(2, 0, 0, 0, 6, 0),
      2,
    );
    expect([...index]).toEqual([1, 2, 0]);
    expect([...distance]).toEqual([0, 5, 1]);
  });

  test('is none where there is none, and none for a sample that is no number', () => {
    expect(nearestTraining(Float32Array.of(1), Float32Array.of(), 1).index).toEqual(Int32Array.of(-1));
    const lost = nearestTraining(Float32Array.of(Number.NaN), Float32Array.of(1), 1);
    expect([...lost.index, ...lost.distance]).toEqual([-1, Number.POSITIVE_INFINITY]);
    expect(nearestTraining(Float32Array.of(), Float32Array.of(1), 1).index.length).toBe(0);
  });
});

describe('the check for copies', () => {
  const [training, fresh] = [draw('moons', 500), draw('moons', 500, 2)];

  test('finds fresh samples about as far as the test', () => {
    const { ratio } = copying(draw('moons', 500, 3), fresh, training, 2);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  test('finds copies at no distance, and slightly moved ones at a small one', () => {
    expect(copying(training, fresh, training, 2)).toMatchObject({ generated: 0, ratio: 0 });
    expect(copying(moved(training, [0.003, 0]), fresh, training, 2).ratio).toBeLessThan(0.2);
  });

  test('finds samples off the data farther than the test', () => {
    expect(copying(moved(fresh, [2, 2]), fresh, training, 2).ratio).toBeGreaterThan(5);
  });

  test('says nothing without samples, training examples, or distance in the test', () => {
    expect(copying(Float32Array.of(), fresh, training, 2).ratio).toBeNaN();
    expect(copying(fresh, Float32Array.of(), training, 2).ratio).toBeNaN();
    expect(copying(fresh, fresh, Float32Array.of(), 2).ratio).toBeNaN();
    expect(copying(fresh, training, training, 2).ratio).toBeNaN();
  });
});
