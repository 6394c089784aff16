import { describe, expect, it } from 'vitest';
import { buildImitated } from '../../../../src/data/imitated/build';
import type { ImitatedOptions } from '../../../../src/data/imitated/imitated';
import { imitatedWidth, rowNames, type TableInfo } from '../../../../src/data/imitated/info';
import { cellsOf, chooseCategories, decodeRows } from '../../../../src/data/imitated/rows';
import { readTable } from '../../../../src/data/table/read';
import { problemOf } from '../helpers';

const people = Array.from({ length: 60 }, (_, i) =>
  [
    `P${i}`,
    i % 9 === 0 ? '' : 20 + (i % 30),
    (1.25 * i).toFixed(2),
    'abc'[i % 3],
    ['', 'no', 'yes', 'yes'][i % 4],
    i % 2,
    7,
  ].join(),
);
const text = `name,age,wage,town,member,class,fixed\n${people.join('\n')}\n`;
const read = (csv: string) => readTable(new Blob([csv]), 'people.csv');
const options = {
  dataset: 'table',
  samples: 10_000,
  trainFraction: 0.8,
  size: '8',
  columns: {},
  condition: '',
} as const;

async function imitated(csv: string, patch: object = {}) {
  const built = buildImitated({ ...options, ...patch }, 1, 'linear', { table: await read(csv) });
  return { ...built, info: built.info as TableInfo };
}

describe('a table', () => {
  it('is told of column by column, labels and blanks as categories', async () => {
    const { info, train, test, notes } = await imitated(text);
    expect(info.columns).toMatchObject([
      { name: 'age', type: 'number', decimals: 0 },
      { name: 'wage', type: 'number', decimals: 2 },
      { name: 'town', type: 'category', categories: ['a', 'b', 'c'] },
      { name: 'member', type: 'category', categories: ['', 'no', 'yes'] },
      { name: 'class', type: 'category', categories: ['0', '1'] },
    ]);
    expect(imitatedWidth(info)).toBe(10);
    expect(info.rows).toBe(53);
    expect(train.count + test.count).toBe(53);
    expect(train.rows).toHaveLength(10 * train.count);
    expect(notes).toEqual([
      { kind: 'blankRows', columns: 'age', count: 7 },
      { kind: 'ignored', column: 'name', reason: 'identifier' },
      { kind: 'ignored', column: 'fixed', reason: 'constant' },
    ]);
  });

  it.each(['', 'town'])('comes back as it was written, with “%s” told', async (condition) => {
    const { info, train, test } = await imitated(text, { condition });
    const rows = [train, test].flatMap((part) => cellsOf(decodeRows(part.rows, part.labels, info)));
    expect(rowNames(info)).toEqual(['age', 'wage', 'town', 'member', 'class']);
    const written = people
      .map((row) => row.split(','))
      .filter(([, age]) => age !== '')
      .map(([, age, wage, town, member, label]) => [Number(age), Number(wage), town, member, label]);
    expect(rows.map(String).sort()).toEqual(written.map(String).sort());
  });

  it('tells the shares of the condition, and makes it no more', async () => {
    const { info, train } = await imitated(text, { condition: 'class' });
    expect(imitatedWidth(info)).toBe(8);
    expect(train.labels).toHaveLength(2 * train.count);
    expect(info.condition?.shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 10);
  });

  it('has one category chosen where several are as good as chosen', async () => {
    const { info } = await imitated(text);
    const row = Float32Array.of(0.5, -1, 0.2, 0.5, 0.3, 0.9, 0.1, 0.2, 0.4, 0.6);
    expect([...chooseCategories(row, info)]).toEqual([0.5, -1, 0, 1, 0, 1, 0, 0, 0, 1]);
    expect(cellsOf(decodeRows(row, null, info))[0]?.slice(2)).toEqual(['b', '', '1']);
  });

  it('of two columns of numbers is points, unless one is told', async () => {
    const csv = `a,b\n${Array.from({ length: 30 }, (_, i) => `${i},${(i * 7) % 30}.5`).join('\n')}`;
    expect((await imitated(csv)).info.imitates).toBe('points');
    expect((await imitated(csv, { condition: 'b' })).info.imitates).toBe('table');
  });

  it.each<[string, string, Partial<ImitatedOptions>, string]>([
    ['texts that are all different', `a,b\n${people.map((_, i) => `t${i},u${i}`).join('\n')}`, {}, 'noImitatedColumns'],
    ['constant columns', 'a,b\n1,x\n1,x\n1,x\n', {}, 'noImitatedColumns'],
    ['nothing beside the condition', 'a,b\n1,x\n1,y\n1,x\n', { condition: 'b' }, 'noImitatedColumns'],
    ['a column that is not there', text, { columns: { size: 'number' } }, 'noSuchColumn'],
    ['a condition that is not there', text, { condition: 'size' }, 'noSuchColumn'],
    ['texts as numbers', text, { columns: { town: 'number' } }, 'cellNotNumber'],
    ['blanks in every row', 'a,b,c\n1.5,,x\n,2.5,y\n3.5,,x\n,5.5,y\n6.5,,x', {}, 'tooFewRows'],
    [
      'too many categories',
      `a\n${Array.from({ length: 400 }, (_, i) => `t${i}`).join('\n')}`,
      { columns: { a: 'category' } },
      'tooManyCategories',
    ],
  ])('is refused for %s', async (_, csv, patch, key) => {
    const table = await read(csv);
    expect(problemOf(() => buildImitated({ ...options, ...patch }, 1, 'linear', { table })).key).toBe(key);
  });
});
