import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/data/dataset';
import { decodeOutputs } from '../../../src/data/encode';
import { inputWidth, outputWidth } from '../../../src/data/info';
import type { DataNote } from '../../../src/data/note';
import { type TableOptions, tableDataset } from '../../../src/data/table/dataset';
import { problemOf, read } from './helpers';

const build = (table: Table, options: Partial<TableOptions> = {}, seed = 1) =>
  tableDataset(table, { target: '', columns: {}, trainFraction: 0.5, ...options }, seed);

const lines = (header: string, count: number, row: (i: number) => string) =>
  read([header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n'));

const notes = (all: readonly DataNote[], kind: DataNote['kind']) => all.filter((note) => note.kind === kind);

describe('what is learned of the columns is learned from the training rows alone:', async () => {
  const table = await lines('n,c,label', 40, (i) => `${i * i},${i === 7 ? 'rare' : `c${i % 3}`},${i % 2}`);

  test('mean, deviation and fill of numbers', () => {
    const { info, train } = build(table);
    const column = info.inputs.kind === 'columns' ? info.inputs.columns[0] : undefined;
    if (column?.type !== 'number') throw new Error('the first column should be a number');
    const width = inputWidth(info);
    const standardized = Array.from({ length: train.count }, (_, i) => train.inputs[i * width] ?? 0);
    const raw = standardized.map((value) => Math.round(value * column.deviation + column.mean)).sort((a, b) => a - b);
    expect(raw.every((value) => Number.isInteger(Math.sqrt(value)))).toBe(true);
    expect(column.mean).toBeCloseTo(raw.reduce((a, b) => a + b, 0) / raw.length, 8);
    expect(column.fill).toBe(((raw[9] ?? 0) + (raw[10] ?? 0)) / 2);
  });

  test('categories: one that is in the test part alone sets no input', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => build(table, {}, seed));
    const widths = new Set(seeds.map(({ info }) => inputWidth(info)));
    expect(widths).toEqual(new Set([4, 5]));
    const without = seeds.find(({ info }) => inputWidth(info) === 4);
    const inputs = [...(without?.test.inputs ?? [])];
    const sums = Array.from({ length: 20 }, (_, i) => inputs.slice(i * 4 + 1, i * 4 + 4).reduce((a, b) => a + b, 0));
    expect(sums.sort((a, b) => a - b)).toEqual([0, ...Array.from({ length: 19 }, () => 1)]);
  });
});

describe('a table as a data set', () => {
  test('is the same for the same seed and another for another', async () => {
    const table = await lines('a,b', 30, (i) => `${i},${i % 7}.5`);
    expect(build(table)).toEqual(build(table));
    expect(build(table).train.inputs).not.toEqual(build(table, {}, 2).train.inputs);
  });

  test('keeps the share of each class in both parts', async () => {
    const table = await lines('a,label', 100, (i) => `${i},${i < 20 ? 'few' : 'many'}`);
    const { train, test: rest } = build(table, { trainFraction: 0.7 });
    const many = (targets: Float32Array) => targets.reduce((a, b) => a + b, 0);
    expect([train.count, many(train.targets)]).toEqual([70, 56]);
    expect([rest.count, many(rest.targets)]).toEqual([30, 24]);
  });

  test('gives a column of equal training values a deviation of 1', async () => {
    const table = await lines('a,b,label', 10, (i) => `0.1,${i},${i % 2}`);
    const { info } = build(table, { columns: { a: 'number' } });
    expect(info.inputs).toMatchObject({ columns: [{ mean: 0.1, deviation: 1, fill: 0.1 }, {}] });
  });

  test('fills blanks and tells how many, and with what', async () => {
    const table = await lines(
      'n,c,label',
      20,
      (i) => `${i < 3 ? '' : 5 + (i % 2)},${i < 2 ? '' : 'ab'[i % 2]},${i % 2}`,
    );
    const built = build(table, { trainFraction: 1 });
    expect(notes(built.notes, 'imputed')).toEqual([
      { kind: 'imputed', column: 'n', count: 3, fill: 6 },
      { kind: 'imputed', column: 'c', count: 2, fill: 'a' },
    ]);
    expect(built.train.inputs.every(Number.isFinite)).toBe(true);
  });

  test('drops rows without a target, and counts them', async () => {
    const table = await lines('a,label', 10, (i) => `${i},${i < 4 ? '' : 'xy'[i % 2]}`);
    const { info, train, test: rest, notes: all } = build(table);
    expect(train.count + rest.count).toBe(6);
    expect(info.rows).toBe(10);
    expect(notes(all, 'droppedRows')).toEqual([{ kind: 'droppedRows', column: 'label', count: 4 }]);
  });

  test('tells which columns are no inputs, and why', async () => {
    const table = await lines('id,one,name,a,b,label', 60, (i) => `${i},1,n${i % 55},${i},${i * 2},${i % 2}`);
    expect(notes(build(table, { columns: { b: 'ignore' } }).notes, 'ignored')).toEqual([
      { kind: 'ignored', column: 'id', reason: 'identifier' },
      { kind: 'ignored', column: 'one', reason: 'constant' },
      { kind: 'ignored', column: 'name', reason: 'tooManyValues' },
      { kind: 'ignored', column: 'b', reason: 'chosen' },
    ]);
  });

  test('warns of a column that repeats the target, and keeps it', async () => {
    const table = await lines('a,alive,label', 30, (i) => `${i % 4},${i % 2 ? 'yes' : 'no'},${i % 2}`);
    const { info, notes: all } = build(table);
    expect(notes(all, 'leak')).toEqual([{ kind: 'leak', column: 'alive' }]);
    expect(inputWidth(info)).toBe(3);
  });

  test('does not warn where few rows match by chance, or one row differs', async () => {
    const few = await lines('a,label', 10, (i) => `${i % 2 ? 'yes' : 'no'},${i % 2}`);
    const differs = await lines('a,label', 30, (i) => `${i % 2 && i !== 5 ? 'yes' : 'no'},${i % 2}`);
    expect(notes(build(few).notes, 'leak')).toEqual([]);
    expect(notes(build(differs).notes, 'leak')).toEqual([]);
  });

  test('learns from a class with a single row, and says that it is never tested', async () => {
    const table = await lines('a,label', 21, (i) => `${i},${i === 20 ? 'rare' : 'xy'[i % 2]}`);
    const { train, notes: all } = build(table, { trainFraction: 0.2 });
    expect(notes(all, 'singleRows')).toEqual([{ kind: 'singleRows', column: 'label', classes: ['rare'] }]);
    expect(train.targets.filter((_, i) => i % 3 === 0).reduce((a, b) => a + b, 0)).toBe(1);
  });
});

describe('the target is', () => {
  const kind = async (count: number, value: (i: number) => string, columns: TableOptions['columns'] = {}) => {
    const { info } = build(await lines('a,goal', count, (i) => `${i},${value(i)}`), { target: 'goal', columns });
    return info.target.kind === 'classes' ? info.target.classes.join(' ') : 'numbers';
  };

  test('classes where it is text', async () => {
    expect(await kind(4, (i) => (i % 2 ? 'yes' : 'no'))).toBe('no yes');
  });

  test('classes where it is two whole numbers, in any spelling', async () => {
    expect(await kind(6, (i) => ['-1', '1.0', '1'][i % 3] ?? '')).toBe('-1 1');
  });

  test('classes where it is labels from 0 or 1 on, with many rows each', async () => {
    expect(await kind(50, (i) => `${i % 10}`)).toBe('0 1 2 3 4 5 6 7 8 9');
    expect(await kind(15, (i) => `${(i % 3) + 1}`)).toBe('1 2 3');
  });

  test('a number otherwise', async () => {
    expect(await kind(10, (i) => `${i % 3}`)).toBe('numbers');
    expect(await kind(55, (i) => `${i % 11}`)).toBe('numbers');
    expect(await kind(50, (i) => `${(i % 5) + 3}`)).toBe('numbers');
    expect(await kind(50, (i) => `${(i % 2) + 0.5}`)).toBe('numbers');
  });

  test('what the config says', async () => {
    expect(await kind(10, (i) => `${i % 2}`, { goal: 'number' })).toBe('numbers');
    expect(await kind(30, (i) => `${(i % 3) * 5}`, { goal: 'category' })).toBe('0 5 10');
  });

  test('standardized by the training part and decoded to its own units', async () => {
    const table = await lines('a,goal', 50, (i) => `${i},${i * 3 + 0.5}`);
    const { info, train } = build(table, { target: 'goal' });
    expect(train.targets.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 4);
    const values = decodeOutputs(info, train.targets).map(([value = 0]) => (value - 0.5) / 3);
    for (const value of values) expect(Math.abs(value - Math.round(value))).toBeLessThan(1e-4);
  });

  test('one-hot for more than two classes', async () => {
    const table = await lines('a,goal', 30, (i) => `${i},${'xyz'[i % 3]}`);
    const { info, train } = build(table, { target: 'goal' });
    expect(outputWidth(info)).toBe(3);
    expect(train.targets.reduce((a, b) => a + b, 0)).toBe(train.count);
  });
});

describe('several number columns as the target', async () => {
  const row = (i: number) => `${i},${i * 3 + 0.5},${i % 9 ? 7 - i : ''},${i % 2},${'xy'[i % 2]}`;
  const table = await lines('a,up,down,flag,text', 40, row);

  test('make an output each, standardized by the training rows and decoded to its own units', () => {
    const { info, train, test: rest } = build(table, { target: 'down, up' });
    expect(info.target).toMatchObject({ kind: 'numbers', names: ['down', 'up'] });
    expect(outputWidth(info)).toBe(2);
    const decoded = decodeOutputs(info, train.targets);
    expect(decoded.length).toBe(train.count);
    for (const [down = 0, up = 0] of decoded) expect(up).toBeCloseTo((7 - down) * 3 + 0.5, 3);
    const mean = (j: number) => decoded.reduce((sum, values) => sum + (values[j] ?? 0), 0) / train.count;
    if (info.target.kind !== 'numbers') throw new Error('numbers should be predicted');
    expect(info.target.mean).toEqual([expect.closeTo(mean(0), 4), expect.closeTo(mean(1), 4)]);
    expect(rest.targets.length).toBe(2 * rest.count);
  });

  test('are no inputs, and rows that lack one of them are left out', () => {
    const { info, train, test: rest, notes: all } = build(table, { target: 'up,down' });
    expect(info.inputs).toMatchObject({ columns: [{ name: 'a' }, { name: 'flag' }, { name: 'text' }] });
    expect(train.count + rest.count).toBe(35);
    expect(notes(all, 'droppedRows')).toEqual([{ kind: 'droppedRows', column: 'up, down', count: 5 }]);
  });

  test('may look like labels alone', () => {
    expect(build(table, { target: 'up,flag' }).info.target).toMatchObject({ kind: 'numbers', names: ['up', 'flag'] });
  });

  test('must all be numbers that are there', () => {
    const problem = (target: string, columns: TableOptions['columns'] = {}) =>
      problemOf(() => build(table, { target, columns }));
    expect(problem('up,text')).toMatchObject({ key: 'targetsNotNumbers', values: { column: 'text' } });
    expect(problem('up,down', { up: 'category' })).toMatchObject({ key: 'targetsNotNumbers' });
    expect(problem('up,down', { down: 'ignore' })).toMatchObject({ key: 'targetIgnored' });
    expect(problem('up,text', { text: 'number' })).toMatchObject({ key: 'cellNotNumber' });
    expect(problem('up,down,left')).toMatchObject({ key: 'noSuchColumn', values: { column: 'left' } });
    expect(problem('a,up,down,flag', { text: 'ignore' })).toMatchObject({ key: 'noInputColumns' });
  });

  test('must have a row with a value for each, and not the same throughout', async () => {
    const apart = await lines('a,b,c', 10, (i) => (i % 2 ? `${i},,1` : `${i},${i},`));
    expect(problemOf(() => build(apart, { target: 'b,c' }))).toMatchObject({
      key: 'targetBlank',
      values: { column: 'b, c' },
    });
    const same = await lines('a,b,c', 10, (i) => `${i},${i},4`);
    expect(problemOf(() => build(same, { target: 'b,c' }))).toMatchObject({
      key: 'targetConstant',
      values: { column: 'c' },
    });
  });
});

describe('a table cannot be made into a data set', async () => {
  const table = await lines('a,b,one,label', 20, (i) => `${i},${i % 5 === 4 ? 'x' : i},same,${i % 2}`);
  const key = (options: Partial<TableOptions>) => problemOf(() => build(table, options)).key;

  test('with a target or a type for a column that is not there', () => {
    expect(key({ target: 'toString' })).toBe('noSuchColumn');
    expect(key({ columns: { z: 'number' } })).toBe('noSuchColumn');
  });

  test('with a target that is ignored, or the same throughout', () => {
    expect(key({ columns: { label: 'ignore' } })).toBe('targetIgnored');
    expect(key({ target: 'one' })).toBe('targetConstant');
  });

  test('with text in a number column, naming the row in the file', () => {
    const problem = problemOf(() => build(table, { columns: { b: 'number' } }));
    expect(problem.key).toBe('cellNotNumber');
    expect(problem.values).toMatchObject({ row: 6, column: 'b', found: 'x' });
  });

  test('with no input column', () => {
    expect(key({ columns: { a: 'ignore', b: 'ignore' } })).toBe('noInputColumns');
  });

  test('with more than 100 classes', async () => {
    const many = await lines('a,goal', 101, (i) => `${i % 2},${i}`);
    expect(problemOf(() => build(many, { target: 'goal', columns: { goal: 'category' } })).key).toBe('tooManyClasses');
  });

  test('with more than 1000 categories, or more inputs than fit', async () => {
    const many = await lines('a,label', 2100, (i) => `t${i},${i % 2}`);
    expect(problemOf(() => build(many, { columns: { a: 'category' } })).key).toBe('tooManyCategories');
  });

  test('with a target that is blank in every row', async () => {
    const blank = await lines('a,goal', 5, (i) => `${i},`);
    expect(problemOf(() => build(blank, { target: 'goal' })).key).toBe('targetBlank');
  });
});
