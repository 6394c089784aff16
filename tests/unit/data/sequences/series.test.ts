import { describe, expect, test } from 'vitest';
import type { SeriesDataset, SeriesExamples } from '../../../../src/data/sequences/dataset';
import { atAskedSteps, decodeForecasts } from '../../../../src/data/sequences/decode';
import { seriesDataset } from '../../../../src/data/sequences/series/dataset';
import { problemOf } from '../helpers';
import { buildSeries } from './helpers';

const options = { window: 4, horizon: 2, season: 0, measure: 'level', trainFraction: 0.75 } as const;

/** One or several series of one or several columns, without times. */
function build(columns: readonly (readonly number[])[], given: Partial<Parameters<typeof seriesDataset>[1]> = {}) {
  const series = [{ key: '', times: null, columns: columns.map((of) => Float64Array.from(of)) }];
  const names = columns.map((_, j) => `c${j}`);
  const rows = columns[0]?.length ?? 0;
  return seriesDataset({ name: 's', rows, columns: names, series, dated: false, notes: [] }, { ...options, ...given });
}

/** The targets of examples in the series' own units. */
function targetValues({ info, data }: SeriesDataset, examples: SeriesExamples): Float64Array {
  if (info.output.kind !== 'numbers') throw new Error('no forecast');
  const { horizon } = info.output;
  const last = Array.from(examples.origins, (origin, i) => data.series[examples.series[i] ?? 0]?.values[origin] ?? 0);
  return decodeForecasts(info.output, atAskedSteps(examples, examples.targets, horizon), last, examples.series);
}

const wave = Array.from({ length: 40 }, (_, i) => 3 + Math.sin(i / 2) + 0.1 * (i % 5));

describe('windows of a series', () => {
  test('are cut in time: no target is on both sides, and all targets of the test are held out', () => {
    const { train, test: rest, data } = build([wave]);
    const cut = data.series[0]?.cut ?? 0;
    expect(cut).toBe(30);
    expect([...train.origins]).toEqual(Array.from({ length: 25 }, (_, i) => i + 3));
    expect([...rest.origins]).toEqual(Array.from({ length: 9 }, (_, i) => i + 29));
    expect(Math.max(...train.origins) + 2).toBeLessThan(cut);
    expect(Math.min(...rest.origins) + 1).toBe(cut);
  });

  test.each(['level', 'change', 'growth'] as const)('ask for what came, measured as %s', (measure) => {
    const dataset = build([wave], { measure });
    for (const examples of [dataset.train, dataset.test]) {
      const values = targetValues(dataset, examples);
      for (const [i, origin] of examples.origins.entries())
        for (const h of [0, 1]) expect(values[2 * i + h]).toBeCloseTo(wave[origin + 1 + h] ?? 0, 4);
    }
  });

  test('read the steps up to their origin, standardized', () => {
    const { info, train } = build([wave, wave.map((value) => -10 * value)]);
    if (info.input.kind !== 'numbers') throw new Error('no numbers');
    const { mean = [], deviation = [] } = info.input.scales[0] ?? {};
    const first = Array.from(
      { length: 4 },
      (_, step) => (train.inputs[2 * step] ?? 0) * (deviation[0] ?? 1) + (mean[0] ?? 0),
    );
    expect(first.map((value) => value.toFixed(4))).toEqual(wave.slice(0, 4).map((value) => value.toFixed(4)));
    expect(train.inputs[1]).toBeCloseTo(-(train.inputs[0] ?? 0), 4);
  });

  test('of changes begin one row later', () => {
    const { train } = build([wave], { measure: 'change' });
    expect(train.origins[0]).toBe(4);
  });

  test('learn nothing of the future: another one leaves the past’s examples and scales as they are', () => {
    const other = wave.map((value, i) => (i < 30 ? value : 1000 - value));
    for (const measure of ['auto', 'level', 'change', 'growth'] as const) {
      const [a, b] = [build([wave], { measure }), build([other], { measure })];
      expect(b.train).toEqual(a.train);
      expect(b.info).toEqual(a.info);
      expect(b.data.season).toBe(a.data.season);
    }
  });

  test('standardize on the past', () => {
    const { train, info } = build([wave], { horizon: 1 });
    const targets = atAskedSteps(train, train.targets, 1);
    const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length;
    expect(Math.abs(mean)).toBeLessThan(0.3);
    expect(info.output.kind === 'numbers' && info.output.scales[0]?.mean[0]).toBeCloseTo(
      wave.slice(1, 30).reduce((sum, value) => sum + value, 0) / 29,
      10,
    );
  });

  test('leave at least one horizon for the test, and none at a share of 1', () => {
    expect(build([wave], { trainFraction: 0.999 }).test.count).toBe(1);
    const all = build([wave], { trainFraction: 1 });
    expect(all.test.count).toBe(0);
    expect(all.notes).toEqual([]);
  });
});

describe('what cannot be forecast is repaired or refused:', () => {
  test('a window longer than the past is shortened', () => {
    const { info, train, notes } = build([wave], { window: 100 });
    expect(info.length).toBe(14);
    expect(train.count).toBeGreaterThan(10);
    expect(notes).toContainEqual({ kind: 'shorterWindow', asked: 100, window: 14 });
  });

  test('a series too short for the horizon', () => {
    const problem = problemOf(() => build([wave.slice(0, 8)], { horizon: 3 }));
    expect(problem).toMatchObject({ key: 'seriesTooShort', values: { rows: 5, needed: 7 } });
  });

  test('a constant target', () => {
    expect(problemOf(() => build([wave.map(() => 5)])).key).toBe('targetConstant');
    expect(problemOf(() => build([wave.map((value, i) => (i < 30 ? 5 : value))])).key).toBe('targetConstant');
  });

  test('a constant input is left out', () => {
    const { info, notes } = build([wave, wave.map(() => 7)]);
    expect(info.input.kind === 'numbers' && info.input.columns.map(({ name }) => name)).toEqual(['c0']);
    expect(notes).toEqual([{ kind: 'constantColumn', column: 'c1' }]);
  });

  test('growth of what is not positive; another input takes its change', () => {
    const below = wave.map((value) => value - 3);
    expect(problemOf(() => build([below], { measure: 'growth' })).key).toBe('growthNotPositive');
    const { info } = build([wave, below], { measure: 'growth' });
    expect(info.input.kind === 'numbers' && info.input.columns.map(({ measure }) => measure)).toEqual([
      'growth',
      'change',
    ]);
  });
});

describe('several series', () => {
  const times = (from: number, count: number) => Float64Array.from({ length: count }, (_, i) => from + i);
  const series = [
    { key: 'old', times: times(0, 40), columns: [Float64Array.from(wave)] },
    { key: 'young', times: times(20, 20), columns: [Float64Array.from(wave, (value) => 100 * value).slice(20)] },
    { key: 'new', times: times(38, 2), columns: [Float64Array.of(1, 2)] },
  ];
  const source = { name: 's', rows: 62, columns: ['price'], series, dated: false, notes: [] };

  test('are cut at one moment, each scaled by its own past; one without a past is left out', () => {
    const { data, info, train, test: rest, notes } = seriesDataset(source, options);
    expect(data.series.map(({ key, cut }) => [key, cut])).toEqual([
      ['old', 30],
      ['young', 10],
    ]);
    expect(notes).toEqual([{ kind: 'shortSeries', count: 1, rows: 6 }]);
    expect(new Set(train.series)).toEqual(new Set([0, 1]));
    const scales = info.output.kind === 'numbers' ? info.output.scales : [];
    expect(scales.map(({ key }) => key)).toEqual(['old', 'young']);
    expect((scales[1]?.mean[0] ?? 0) / (scales[0]?.mean[0] ?? 1)).toBeGreaterThan(50);
    const held = Array.from(rest.origins, (origin, i) => data.series[rest.series[i] ?? 0]?.times?.[origin + 1] ?? 0);
    expect(Math.min(...held)).toBe(30);
  });
});

describe('built-in series', () => {
  test('of trend and season have the season of a year', () => {
    expect(buildSeries('season', { samples: 240 }).data.season).toBe(12);
    expect(buildSeries('season', { samples: 240, season: 6 }).data.season).toBe(6);
  });

  test('of waves repeat, but for the noise', () => {
    const { data } = buildSeries('waves', { samples: 200, noise: 0 });
    const values = data.series[0]?.values ?? [];
    for (let i = 0; i < 100; i++) expect(values[i + data.season]).toBeCloseTo(values[i] ?? 0, 9);
  });

  test('of a price stay positive, move by chance, and move more at some times than at others', () => {
    const { data } = buildSeries('price', { samples: 3000 });
    const values = data.series[0]?.values ?? new Float64Array(0);
    expect(Math.min(...values)).toBeGreaterThan(0);
    const moves = values.slice(1).map((value, i) => Math.log(value / (values[i] ?? 1)));
    const correlation = (of: Float64Array) => {
      const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
      const at = (i: number) => (of[i] ?? 0) - mean;
      let [together, squares] = [0, 0];
      for (let i = 1; i < of.length; i++) {
        together += at(i) * at(i - 1);
        squares += at(i) ** 2;
      }
      return together / squares;
    };
    expect(Math.abs(correlation(moves))).toBeLessThan(0.1);
    expect(correlation(moves.map(Math.abs))).toBeGreaterThan(0.1);
  });
});
