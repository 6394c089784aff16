import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inputWidth } from '../../../src/data/info';
import { tableDataset } from '../../../src/data/table/dataset';
import { read } from './helpers';

const folder = new URL('../../../../shared/data/', import.meta.url);

async function build(file: string) {
  const table = await read(readFileSync(new URL(file, folder), 'utf8'), file);
  return { table, ...tableDataset(table, { target: '', columns: {}, trainFraction: 0.8 }, 1) };
}

describe.skipIf(!existsSync(folder))('real files (skipped where ../shared/data is absent)', () => {
  test('iris: three species from four measures', async () => {
    const { info, train, test: rest, notes } = await build('iris.csv');
    expect(info.target).toEqual({
      kind: 'classes',
      name: 'species',
      classes: ['setosa', 'versicolor', 'virginica'],
    });
    expect(inputWidth(info)).toBe(4);
    expect([train.count, rest.count]).toEqual([120, 30]);
    expect(notes).toEqual([]);
  });

  test('iris without its first line: the same rows, columns by number', async () => {
    const text = readFileSync(new URL('iris.csv', folder), 'utf8');
    const { summary } = await read(text.slice(text.indexOf('\n') + 1), 'iris.data');
    expect(summary).toMatchObject({ header: false, rows: 150, suggestedTarget: 'column5' });
    expect(summary.columns.map(({ detected }) => detected)).toEqual([...Array<string>(4).fill('number'), 'category']);
  });

  test('titanic: who survived, with blanks filled and “alive” told on', async () => {
    const { info, train, test: rest, notes } = await build('titanic.csv');
    expect(info.target).toEqual({ kind: 'classes', name: 'survived', classes: ['0', '1'] });
    expect(train.count + rest.count).toBe(891);
    expect(notes.filter((note) => note.kind === 'leak')).toEqual([{ kind: 'leak', column: 'alive' }]);
    const imputed = notes.flatMap((note) => (note.kind === 'imputed' ? [[note.column, note.count]] : []));
    expect(imputed).toEqual([
      ['age', 177],
      ['embarked', 2],
      ['deck', 688],
      ['embark_town', 2],
    ]);
  });

  test('tips: the tip as a number', async () => {
    const { info, train } = await build('tips.csv');
    expect(info.target.kind).toBe('numbers');
    expect(info.target.kind === 'numbers' && info.target.names).toEqual(['tip']);
    expect(inputWidth(info)).toBe(12);
    expect(train.count).toBe(195);
  });

  test('flights and stocks: the last column', async () => {
    expect((await build('flights.csv')).table.summary.suggestedTarget).toBe('passengers');
    const stocks = await build('stocks.csv');
    expect(stocks.table.summary.suggestedTarget).toBe('price');
    expect(stocks.notes).toEqual([{ kind: 'ignored', column: 'date', reason: 'tooManyValues' }]);
  });

  test('messages with lone quotation marks between tabs: every line is a row', async () => {
    const table = await read(readFileSync(new URL('sms.tsv', folder), 'utf8'), 'sms.tsv');
    expect(table.summary.delimiter).toBe('\t');
    expect(table.summary.header).toBe(true);
    expect(table.summary.rows).toBe(5573);
    expect(table.summary.columns[0]?.distinct).toBe(2);
  });
});
