import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawRow } from '../../../src/data/dataset';
import { decodeOutputs, encodeInputs, encodePoints, predictedClass } from '../../../src/data/encode';
import type { DataInfo, TargetInfo } from '../../../src/data/info';
import { Problem } from '../../../src/problem';
import { problemOf } from './helpers';

const classes = (...names: string[]): TargetInfo => ({ kind: 'classes', name: 'kind', classes: names });

const people: DataInfo = {
  name: 'people.csv',
  rows: 10,
  inputs: {
    kind: 'columns',
    columns: [
      { name: 'age', type: 'number', mean: 30, deviation: 10, fill: 28 },
      { name: 'town', type: 'category', categories: ['3', 'Bern', 'Rome'], fill: 'Rome' },
    ],
  },
  target: classes('no', 'yes'),
};

const plane: DataInfo = {
  name: 'spiral',
  rows: 10,
  inputs: { kind: 'points', coordinates: ['x', 'y'], features: ['x', 'xy'], extent: 6 },
  target: classes('0', '1', '2'),
};

describe('encoding rows of a table', () => {
  test('standardizes numbers and sets one input per category', () => {
    expect(encodeInputs(people, [[50, 'Bern']])).toEqual(Float32Array.of(2, 0, 1, 0));
  });

  test('reads numbers from text, with white space around', () => {
    expect(encodeInputs(people, [[' 4e1 ', ' Rome']])).toEqual(Float32Array.of(1, 0, 0, 1));
  });

  test.each([null, '', '  ', Number.NaN])('fills a blank written as %j', (blank) => {
    expect(encodeInputs(people, [[blank, blank]])).toEqual(Float32Array.of(Math.fround(-0.2), 0, 0, 1));
  });

  test('sets no input for a category that was not in training', () => {
    expect(encodeInputs(people, [[30, 'Oslo']])).toEqual(Float32Array.of(0, 0, 0, 0));
  });

  test('knows a category that is a number in every spelling', () => {
    expect(encodeInputs(people, [[30, 3]])).toEqual(Float32Array.of(0, 1, 0, 0));
    expect(encodeInputs(people, [[30, '3.0']])).toEqual(Float32Array.of(0, 1, 0, 0));
  });

  test('puts rows one after another', () => {
    const rows: RawRow[] = [
      [30, 'Bern'],
      [40, 'Rome'],
    ];
    expect(encodeInputs(people, rows)).toEqual(Float32Array.of(0, 0, 1, 0, 1, 0, 0, 1));
  });

  test.each([[[30]], [[30, 'Bern', 1]], [['old', 'Bern']], [[Number.POSITIVE_INFINITY, 'Bern']], [['1e99', 'Bern']]])(
    'refuses %j and names what is expected',
    (row) => {
      const problem = problemOf(() => encodeInputs(people, [[30, 'Bern'], row]));
      expect(problem.key).toBe('predictInput');
      expect(problem.values).toMatchObject({ row: 2, expected: 2, names: 'age, town' });
    },
  );

  test('answers any value that is no row with a problem', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          // What a script passes has no type.
          encodeInputs(people, JSON.parse(JSON.stringify([value]) ?? '[]'));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('encoding points', () => {
  test('computes the chosen features', () => {
    expect(encodeInputs(plane, [[2, '3']])).toEqual(Float32Array.of(2, 6));
    expect(encodePoints(plane, Float32Array.of(2, 3, 1, 1))).toEqual(Float32Array.of(2, 6, 1, 1));
  });

  test('refuses a blank coordinate', () => {
    expect(problemOf(() => encodeInputs(plane, [[2, null]])).key).toBe('predictInput');
  });

  test('is not for tables', () => {
    expect(() => encodePoints(people, Float32Array.of(1, 2))).toThrow(TypeError);
  });
});

describe('decoding outputs', () => {
  test('gives both probabilities of two classes', () => {
    expect(decodeOutputs(people, Float32Array.of(0.25, 1))).toEqual([
      [0.75, 0.25],
      [0, 1],
    ]);
  });

  test('gives one probability per class', () => {
    expect(decodeOutputs(plane, Float32Array.of(0.5, 0.25, 0.25))).toEqual([[0.5, 0.25, 0.25]]);
  });

  test('gives numbers back in their own units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (values) => {
          const target: TargetInfo = { kind: 'numbers', names: ['price'], mean: [12.5], deviation: [3] };
          const encoded = Float32Array.from(values, (value) => (value - 12.5) / 3);
          const decoded = decodeOutputs({ ...people, target }, encoded);
          for (const [i, value] of values.entries()) {
            const error = Math.abs((decoded[i]?.[0] ?? Number.NaN) - value);
            expect(error).toBeLessThanOrEqual(1e-6 * (20 + Math.abs(value)));
          }
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  test('predicts the first of the most probable classes', () => {
    expect(predictedClass([0.2, 0.5, 0.3])).toBe(1);
    expect(predictedClass([0.5, 0.5])).toBe(0);
  });
});
