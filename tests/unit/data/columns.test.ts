import { describe, expect, test } from 'vitest';
import { suggestTarget } from '../../../src/data/table/suggest';
import { summarizeColumn } from '../../../src/data/table/types';

const detected = (cells: string[], name = 'value') => {
  const { detected: type, reason } = summarizeColumn(name, cells);
  return reason ? `${type}: ${reason}` : type;
};
const repeat = (count: number, cell: (i: number) => string) => Array.from({ length: count }, (_, i) => cell(i));

describe('a column is taken for', () => {
  test('numbers where every cell that is not blank is one', () => {
    expect(detected(['1', '-.5', '+1e3', '', 'NA', '2.'])).toBe('number');
  });

  test.each(['1,000', '0x10', 'Infinity', '12%', '1 2', '1e999'])('categories where a cell is %j', (cell) => {
    expect(detected(['1', cell])).toBe('category');
  });

  test('categories where it says yes and no, or true and false', () => {
    expect(detected(['yes', 'no', 'yes'])).toBe('category');
    expect(detected(['True', 'False', ''])).toBe('category');
  });

  test('numbers even where they are few', () => {
    expect(detected(['0', '1', '0', '1'])).toBe('number');
  });

  test('nothing to use where it has one value, or none', () => {
    expect(detected(['a', 'a', ''])).toBe('ignore: constant');
    expect(detected(['1', '1.0', '1e0'])).toBe('ignore: constant');
    expect(detected(['', ''])).toBe('ignore: constant');
  });

  test('nothing to use where it has more than 50 different texts', () => {
    expect(detected(repeat(200, (i) => `t${i % 50}`))).toBe('category');
    expect(detected(repeat(200, (i) => `t${i % 51}`))).toBe('ignore: tooManyValues');
  });

  test('nothing to use where its texts or its running numbers name the rows', () => {
    expect(detected(repeat(20, (i) => `name ${i}`))).toBe('ignore: identifier');
    expect(
      detected(
        repeat(20, (i) => `${i + 1}`),
        'PassengerId',
      ),
    ).toBe('ignore: identifier');
    expect(
      detected(
        repeat(20, (i) => `${i}`),
        'user_id',
      ),
    ).toBe('ignore: identifier');
    expect(
      detected(
        repeat(20, (i) => `${i}`),
        'x',
      ),
    ).toBe('number');
    expect(
      detected(
        repeat(20, (i) => `${i}`),
        'humid',
      ),
    ).toBe('number');
  });
});

test('a summary tells blanks, different values, examples and the range', () => {
  expect(summarizeColumn('n', ['3', '', '1.0', '1', '-2'])).toEqual({
    name: 'n',
    detected: 'number',
    asTarget: 'number',
    blanks: 1,
    distinct: 3,
    examples: ['3', '1.0', '1', '-2'],
    range: [-2, 3],
  });
});

describe('the suggested target is', () => {
  const columns = (...names: string[]) => names.map((name) => summarizeColumn(name, ['a', 'b', 'a']));

  test('the column with the plainest telling name', () => {
    expect(suggestTarget(columns('class', 'Survived', 'age'))).toBe('Survived');
  });

  test('the last that is of any use, without such a name', () => {
    expect(suggestTarget([...columns('a', 'b'), summarizeColumn('c', ['x', 'x'])])).toBe('b');
  });
});
