import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRows } from '../../../src/data/split';
import { stream } from '../../../src/random/stream';

const random = (seed = 1) => stream(seed, 'split');
const sorted = (...parts: Int32Array[]) => parts.flatMap((part) => [...part]).sort((a, b) => a - b);
const everyRow = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a split', () => {
  test('is the same for the same seed and another for another', () => {
    expect(splitRows(100, 0.5, random())).toEqual(splitRows(100, 0.5, random()));
    expect(splitRows(100, 0.5, random())).not.toEqual(splitRows(100, 0.5, random(2)));
  });

  test('takes the training share, rounded', () => {
    expect(splitRows(10, 0.35, random()).train.length).toBe(4);
  });

  test('leaves no test rows at a share of 1', () => {
    const { train, test: rest } = splitRows(10, 1, random(), new Int32Array(10));
    expect(sorted(train)).toEqual(everyRow(10));
    expect(rest.length).toBe(0);
  });

  test('leaves a test row at any lower share, and a training row at any', () => {
    expect(splitRows(10, 0.99, random()).test.length).toBe(1);
    expect(splitRows(10, 0.01, random()).train.length).toBe(1);
  });

  test('moves rows only from test to training as the share grows', () => {
    const few = new Set(splitRows(50, 0.3, random()).train);
    const more = new Set(splitRows(50, 0.6, random()).train);
    expect([...few].every((row) => more.has(row))).toBe(true);
  });
});

test('every row is in one part, each class keeps its share to within one row, and has a training row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 80 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 1000 }),
      (classOf, fraction, seed) => {
        const { train, test: rest } = splitRows(classOf.length, fraction, random(seed), classOf);
        expect(sorted(train, rest)).toEqual(everyRow(classOf.length));
        for (const label of new Set(classOf)) {
          const all = classOf.filter((other) => other === label).length;
          const taken = [...train].filter((row) => classOf[row] === label).length;
          expect(taken).toBeGreaterThanOrEqual(1);
          expect(Math.abs(taken - all * fraction)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test('the parts of a split by class have the size that was asked for', () => {
  const classOf = Array.from({ length: 150 }, (_, i) => i % 3);
  const { train, test: rest } = splitRows(150, 0.77, random(), classOf);
  expect(train.length).toBe(Math.round(150 * 0.77));
  expect(rest.length).toBe(150 - train.length);
});
