import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { baselineForecasts } from '../../../../src/data/sequences/series/baselines';
import { forecastErrors } from '../../../../src/data/sequences/series/errors';
import { readSeries } from '../../../../src/data/sequences/series/table';
import { read, rejection } from '../helpers';
import { buildExamples, buildSeries, questions } from './helpers';

const open = { target: '', time: '', key: '', columns: {} };
const series = async (text: string, options: Partial<typeof open> = {}) =>
  readSeries(await read(text), { ...open, ...options });
const day = (date: number, month = 1) => Date.UTC(2020, month - 1, date);

describe('the series of a table', () => {
  test('is in the order of its dates, whatever the order of the rows', async () => {
    const {
      series: found,
      columns,
      dated,
      notes,
    } = await series('date,sales\n2020-01-03,3\n2020-01-01,1\n2020-01-02,2');
    expect(columns).toEqual(['sales']);
    expect(dated).toBe(true);
    expect(found.map(({ key, columns }) => [key, ...columns.map((of) => [...of])])).toEqual([['', [1, 2, 3]]]);
    expect([...(found[0]?.times ?? [])]).toEqual([day(1), day(2), day(3)]);
    expect(notes).toEqual([{ kind: 'timeColumn', columns: 'date', key: '', series: 1 }, { kind: 'sortedRows' }]);
  });

  test('is in the order of the file where nothing tells the time', async () => {
    const { series: found, notes } = await series('sales\n3\n1\n2');
    expect([...(found[0]?.columns[0] ?? [])]).toEqual([3, 1, 2]);
    expect(found[0]?.times).toBeNull();
    expect(notes).toEqual([{ kind: 'noTime' }]);
  });

  test('may have its date in columns for year and month, which are then no inputs', async () => {
    const text = 'year,month,sales\n2020,February,2\n2020,January,1\n2019,December,0';
    const { series: found, columns } = await series(text);
    expect(columns).toEqual(['sales']);
    expect([...(found[0]?.columns[0] ?? [])]).toEqual([0, 1, 2]);
    const numbered = await series('年,月,值\n2020,2,2\n2020,1,1\n2019,12,0');
    expect(numbered.series[0]?.times).toEqual(found[0]?.times);
  });

  test('averages rows with one time, and says how many', async () => {
    const { series: found, notes } = await series('date,a\n2020-01-01,1\n2020-01-02,2\n2020-01-02,6\n2020-01-03,3');
    expect([...(found[0]?.columns[0] ?? [])]).toEqual([1, 4, 3]);
    expect(notes).toContainEqual({ kind: 'repeatedTimes', count: 1 });
  });

  test('carries values forward into blanks, never backward', async () => {
    const { series: found, notes } = await series('date,a\n2020-01-01,\n2020-01-02,2\n2020-01-03,\n2020-01-04,4');
    expect([...(found[0]?.columns[0] ?? [])]).toEqual([2, 2, 4]);
    expect(notes).toContainEqual({ kind: 'carriedForward', column: 'a', count: 2 });
  });

  test('has missing months filled in, and long pauses told', async () => {
    const months = await series('date,a\n2020-01-01,1\n2020-02-01,2\n2020-05-01,5\n2020-06-01,6');
    expect([...(months.series[0]?.columns[0] ?? [])]).toEqual([1, 2, 2, 2, 5, 6]);
    expect([...(months.series[0]?.times ?? [])]).toEqual([1, 2, 3, 4, 5, 6].map((month) => day(1, month)));
    expect(months.notes).toContainEqual({ kind: 'filledGaps', count: 2 });
    const days = await series('date,a\n2020-01-01,1\n2020-01-02,2\n2020-01-03,3\n2020-01-06,6\n2020-03-07,7');
    expect([...(days.series[0]?.columns[0] ?? [])]).toEqual([1, 2, 3, 6, 7]);
    expect(days.notes).toContainEqual({ kind: 'gaps', count: 1 });
  });

  test('leaves out rows whose date cannot be read', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `2020-01-${i + 1},${i}`);
    const { series: found, notes } = await series(['date,a', ...rows, 'total,99'].join('\n'));
    expect(found[0]?.columns[0]?.length).toBe(20);
    expect(notes).toContainEqual({ kind: 'droppedTimes', column: 'date', count: 1 });
  });

  test('has several inputs: all columns of numbers but those that are ignored', async () => {
    const text = 'date,open,name,close\n2020-01-01,1,x,2\n2020-01-02,3,y,4\n2020-01-03,5,x,6';
    expect((await series(text)).columns).toEqual(['close', 'open']);
    expect((await series(text, { target: 'open' })).columns).toEqual(['open', 'close']);
    expect((await series(text, { columns: { open: 'ignore' } })).columns).toEqual(['close']);
  });
});

describe('a long table', () => {
  const rows = ['a', 'b'].flatMap((key, k) =>
    Array.from({ length: 5 }, (_, i) => `${key},2020-01-0${5 - i},${10 * k + i}`),
  );
  const text = ['shop,date,sales', ...rows].join('\n');

  test('is split by the column with which no time repeats', async () => {
    const { series: found, notes } = await series(text);
    expect(found.map(({ key, columns }) => [key, [...(columns[0] ?? [])]])).toEqual([
      ['a', [4, 3, 2, 1, 0]],
      ['b', [14, 13, 12, 11, 10]],
    ]);
    expect(notes[0]).toEqual({ kind: 'timeColumn', columns: 'date', key: 'shop', series: 2 });
  });

  test('without such a column is refused', async () => {
    const lost = text
      .split('\n')
      .map((line) => line.slice(line.indexOf(',') + 1))
      .join('\n');
    expect(await rejection(series(lost))).toMatchObject({ key: 'timesRepeat', values: { column: 'date', count: 5 } });
  });
});

describe('a table that no series can be read from is refused:', () => {
  test.each([
    ['without numbers', 'date,a\n2020-01-01,x\n2020-01-02,y', {}, 'noSeriesColumn'],
    ['nothing but the same number', 'date,a\n2020-01-01,7\n2020-01-02,7', {}, 'targetConstant'],
    ['a cell that is no number', 'date,a\n2020-01-01,7\n2020-01-02,8\n2020-01-03,Infinity', {}, 'cellNotNumber'],
    ['a target of texts', 'date,a,b\n2020-01-01,x,1\n2020-01-02,y,2', { target: 'a' }, 'seriesNotNumber'],
    ['an unknown target', 'date,a\n2020-01-01,1\n2020-01-02,2', { target: 'c' }, 'noSuchColumn'],
    ['an unknown time', 'date,a\n2020-01-01,1\n2020-01-02,2', { time: 'c' }, 'noSuchColumn'],
    ['an unknown key', 'date,a\n2020-01-01,1\n2020-01-02,2', { key: 'c' }, 'noSuchColumn'],
    ['a time that is none', 'date,a,b\n2020-01-01,1,x\n2020-01-02,2,y', { time: 'b' }, 'timeUnreadable'],
  ])('%s', async (_, text, options, key) => {
    expect((await rejection(series(text, options))).key).toBe(key);
  });
});

describe('sequences of a long table', () => {
  const row = (id: number, step: number) =>
    `${id},${step},${Math.sin(id + step).toFixed(3)},${id * step},${id % 2 ? 'up' : 'down'}`;
  const text = [
    'id,time,x,y,label',
    ...Array.from({ length: 20 }, (_, id) => Array.from({ length: 4 + (id % 3) }, (_, i) => row(id, 9 - i))).flat(),
  ].join('\n');
  const build = async (of = text, options = {}) => buildExamples('sequences', options, 1, { table: await read(of) });

  test('are told apart, ordered by time, and labelled', async () => {
    const { info, train, test: rest, notes } = await build();
    expect(info.input.kind === 'numbers' && info.input.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(info.output).toEqual({ kind: 'classes', name: 'label', classes: ['down', 'up'] });
    expect([train.count, rest.count]).toEqual([16, 4]);
    expect(info.length).toBe(6);
    expect(notes).toEqual([{ kind: 'timeColumn', columns: 'time', key: 'id', series: 20 }]);
    const scale = info.input.kind === 'numbers' ? info.input.scales[0] : undefined;
    const value = (i: number, step: number) =>
      (train.inputs[(i * 6 + step) * 2 + 1] ?? 0) * (scale?.deviation[1] ?? 1) + (scale?.mean[1] ?? 0);
    for (let i = 0; i < train.count; i++) {
      const read = train.lengths[i] ?? 0;
      const id = Math.abs(Math.round(value(i, read - 1) / 9));
      expect(value(i, 0)).toBeCloseTo(id * (10 - read), 3);
      expect(train.targets[i * 6 + read - 1]).toBe(id % 2);
    }
  });

  test('have no part on both sides, and are scaled by those of training', async () => {
    const { info, train } = await build();
    if (info.input.kind !== 'numbers') throw new Error('no numbers');
    let [sum, count] = [0, 0];
    for (let i = 0; i < train.count; i++)
      for (let step = 0; step < (train.lengths[i] ?? 0); step++, count++) sum += train.inputs[(i * 6 + step) * 2] ?? 0;
    expect(sum / count).toBeCloseTo(0, 5);
  });

  test('with an unclear label are left out, longer ones cut, and both said', async () => {
    const { info, train, test: rest, notes } = await build(text.replace('up', 'down'), { window: 5, key: 'id' });
    expect(train.count + rest.count).toBe(19);
    expect(info.length).toBe(5);
    expect(notes).toContainEqual({ kind: 'unclearLabels', count: 1 });
    expect(notes.find(({ kind }) => kind === 'longSequences')).toMatchObject({ window: 5 });
  });

  test('that nothing tells apart are refused', async () => {
    expect((await rejection(build('a,b\n1,2\n3,4\n5,6'))).key).toBe('noSequenceKey');
    expect((await rejection(build(text, { key: 'time' }))).key).toBe('noSequenceLabel');
  });
});

const folder = new URL('../../../../../shared/data/', import.meta.url);
const file = async (name: string) => ({ table: await read(readFileSync(new URL(name, folder), 'utf8'), name) });

describe.skipIf(!existsSync(folder))('real files (skipped where ../shared/data is absent)', () => {
  const sizes = { trainFraction: 0.8333, window: 24, horizon: 1 };

  test('flights: twelve years of months, the last two held out, growing and seasonal', async () => {
    const { info, data, train, test: rest } = buildSeries('table', sizes, 1, await file('flights.csv'));
    expect(data.season).toBe(12);
    expect(data.series.map(({ values, cut, times }) => [values.length, cut, times?.[120]])).toEqual([
      [144, 120, Date.UTC(1959, 0, 1)],
    ]);
    expect(rest.count).toBe(24);
    expect(train.count).toBe(120 - 24 - 1);
    expect(info.output).toMatchObject({ name: 'passengers', measure: 'growth', horizon: 1 });
    const { actual, sameSeason = [], persistence } = baselineForecasts(data, rest, 1);
    expect(forecastErrors(data, rest, actual, sameSeason).mae).toBeCloseTo(47.58, 2);
    expect(forecastErrors(data, rest, actual, persistence).mae).toBeCloseTo(44.21, 2);
  });

  test('stocks: five prices, told apart by their symbol, cut at one moment', async () => {
    const { data, info, notes } = buildSeries('table', sizes, 1, await file('stocks.csv'));
    expect(data.series.map(({ key }) => key)).toEqual(['MSFT', 'AMZN', 'IBM', 'GOOG', 'AAPL']);
    expect(data.series.map(({ values }) => values.length)).toEqual([123, 123, 123, 68, 123]);
    const moments = data.series.map(({ times, cut }) => times?.[cut]);
    expect(new Set(moments).size).toBe(1);
    expect(info.output).toMatchObject({ name: 'price', measure: 'growth' });
    expect(notes).toEqual([{ kind: 'timeColumn', columns: 'date', key: 'symbol', series: 5 }]);
  });

  test('names: lines, none of the held-out ones trained on', async () => {
    const text = readFileSync(new URL('names.txt', folder), 'utf8');
    const { info, train, test: rest } = buildExamples('text', {}, 1, { text: { name: 'names.txt', text } });
    expect(info.layout).toEqual({ kind: 'next', form: 'lines' });
    expect(train.count + rest.count).toBe(32_033);
    expect(info.length).toBe(16);
    const trained = new Set(questions(info, train));
    expect(questions(info, rest).filter((name) => trained.has(name))).toEqual([]);
  });
});
