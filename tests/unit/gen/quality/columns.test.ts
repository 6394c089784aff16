import { describe, expect, test } from 'vitest';
import { type ColumnValues, columnsQuality } from '../../../../src/families/gen/quality/columns';
import { stream } from '../../../../src/random/stream';

const numbers = (...values: number[]): ColumnValues => ({ kind: 'number', values });
const texts = (...values: string[]): ColumnValues => ({ kind: 'category', values });

describe('the quality of columns', () => {
  test('of the same table is 0 throughout', () => {
    const table = [numbers(1, 2, 5), texts('a', 'b', 'a'), numbers(3, 1, 1)];
    expect(columnsQuality(table, table)).toEqual({ marginals: [0, 0, 0], correlation: 0 });
  });

  test('measures numbers in deviations of the data, also large ones', () => {
    for (const offset of [0, 1e9]) {
      const data = numbers(offset, offset + 2, offset + 4, offset + 6);
      const generated = numbers(offset + 10, offset + 12, offset + 14, offset + 16);
      expect(columnsQuality([generated], [data]).marginals[0]).toBeCloseTo(10 / Math.sqrt(5), 5);
    }
  });

  test('measures categories by their shares, unknown ones too', () => {
    expect(columnsQuality([texts('a', 'a', 'b', 'c')], [texts('a', 'b')]).marginals).toEqual([0.25]);
    expect(columnsQuality([texts('c')], [texts('a', 'b')]).marginals).toEqual([1]);
  });

  test('tells the largest difference of a correlation, and of which columns', () => {
    const generated = [numbers(1, 2, 3), texts('a', 'b', 'c'), numbers(3, 2, 1), numbers(1, 2, 3)];
    const data = [numbers(1, 2, 3), texts('a', 'b', 'c'), numbers(1, 2, 3), numbers(1, 2, 3)];
    const { correlation, pair, marginals } = columnsQuality(generated, data);
    expect(correlation).toBeCloseTo(2, 12);
    expect(pair).toEqual([0, 2]);
    expect(marginals).toEqual([0, 0, 0, 0]);
  });

  test('takes a column that does not vary for one that goes with nothing', () => {
    const { correlation } = columnsQuality([numbers(7, 7, 7), numbers(1, 2, 3)], [numbers(1, 2, 3), numbers(1, 2, 3)]);
    expect(correlation).toBeCloseTo(1, 12);
  });

  test('leaves out blanks of the data', () => {
    const data = [numbers(1, Number.NaN, 2, 3), numbers(1, 9, 2, 3)];
    const { marginals, correlation } = columnsQuality([numbers(1, 2, 3), numbers(1, 2, 3)], data);
    expect(marginals[0]).toBe(0);
    expect(correlation).toBeCloseTo(0, 12);
  });

  test('gives no number for generated values that are none, for no rows, and for a column of another kind', () => {
    const data = [numbers(1, 2)];
    for (const bad of [numbers(1, Number.NaN), numbers(1, Number.POSITIVE_INFINITY), numbers(), texts('a')])
      expect(columnsQuality([bad], data).marginals).toEqual([Number.NaN]);
    expect(columnsQuality([texts()], [texts('a')]).marginals).toEqual([Number.NaN]);
    expect(columnsQuality([], data).marginals).toEqual([Number.NaN]);
  });

  test('of two samples of one table is small', () => {
    const sample = (seed: number) => {
      const random = stream(seed, 'table');
      const x = Array.from({ length: 3000 }, () => random.normal());
      return [numbers(...x), numbers(...x.map((v) => 5 * v + 5 * random.normal()))];
    };
    const { marginals, correlation } = columnsQuality(sample(1), sample(2));
    expect(Math.max(...marginals)).toBeLessThan(0.08);
    expect(correlation).toBeLessThan(0.05);
  });
});
