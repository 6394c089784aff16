import { Problem } from '../../../problem';
import { meanAndDeviation } from '../../statistics';
import type { Series, SeriesData, SeriesDataset } from '../dataset';
import type { ColumnsInfo, ForecastInfo, Measure, Scale, SequenceInfo } from '../info';
import type { SequenceNote } from '../note';
import type { SequenceOptions } from '../options';
import { measureStep, rowsBefore, suggestMeasure } from './measure';
import type { RawSeries } from './rows';
import { findSeason } from './season';
import { seriesExamples, type WindowLayout } from './windows';

export type SeriesOptions = Pick<SequenceOptions, 'window' | 'horizon' | 'season' | 'measure' | 'trainFraction'>;

/** Series that are to be forecast. */
export interface SeriesSource {
  readonly name: string;
  readonly rows: number;
  /** Names of the columns, the one to forecast first. */
  readonly columns: readonly string[];
  readonly series: readonly RawSeries[];
  readonly dated: boolean;
  readonly notes: readonly SequenceNote[];
}

const rowsOf = ({ columns }: RawSeries) => columns[0]?.length ?? 0;

/**
 * Where each series is cut: all at one moment, so that no series tells another's future; by their rows where no
 * times are known. A share below 1 leaves at least one horizon where there are enough rows.
 */
function cutRows(series: readonly RawSeries[], trainFraction: number, horizon: number): number[] {
  const place = (rows: number) =>
    trainFraction >= 1 ? rows : Math.max(0, Math.min(rows - horizon, Math.round(rows * trainFraction)));
  const moments = [...new Set(series.flatMap(({ times }) => [...(times ?? [])]))].sort((a, b) => a - b);
  const moment = moments[place(moments.length)] ?? Number.POSITIVE_INFINITY;
  return series.map((one) => (one.times ? one.times.filter((time) => time < moment).length : place(rowsOf(one))));
}

/** Whether a column of all series is the same throughout the past. */
function isConstant(series: readonly RawSeries[], cuts: readonly number[], column: number): boolean {
  return series.every(({ columns }, i) => {
    const past = columns[column]?.subarray(0, cuts[i]) ?? [];
    return past.every((value) => value === past[0]);
  });
}

/** The measure of each column: the chosen one where it can be told, or one that suits the column. */
function chooseMeasures(
  { columns, series }: SeriesSource,
  cuts: readonly number[],
  chosen: SequenceOptions['measure'],
): Measure[] {
  return columns.map((column, j) => {
    const pasts = series.map((one, i) => ({ values: one.columns[j] ?? [], cut: cuts[i] ?? 0 }));
    const wrong = series.flatMap((one) => [...(one.columns[j] ?? [])]).find((value) => value <= 0);
    if (chosen === 'growth' && wrong !== undefined) {
      if (j === 0) throw new Problem('growthNotPositive', { column, value: wrong });
      return 'change';
    }
    return chosen === 'auto' ? suggestMeasure(pasts, wrong === undefined) : chosen;
  });
}

/** What the inputs of each series are standardized by: its own past. */
function inputScales(series: readonly Series[], columns: ColumnsInfo['columns']): Scale[] {
  const before = rowsBefore(columns.map(({ measure }) => measure));
  return series.map(({ key, inputs, cut }) => {
    const scales = columns.map(({ measure }, j) => {
      const at = (row: number) => inputs[row * columns.length + j] ?? 0;
      const rows = Array.from({ length: Math.max(0, cut - before) }, (_, i) => i + before);
      return meanAndDeviation(rows.map((row) => measureStep(measure, at(row - 1), at(row))));
    });
    return { key, mean: scales.map(({ mean }) => mean), deviation: scales.map(({ deviation }) => deviation) };
  });
}

/** What the forecasts of each series are standardized by, for each step ahead: its own past. */
function outputScales(series: readonly Series[], measure: Measure, horizon: number): Scale[] {
  return series.map(({ key, values, cut }) => {
    const scales = Array.from({ length: horizon }, (_, i) => {
      const ahead = i + 1;
      const origins = Array.from({ length: Math.max(0, cut - ahead) }, (_, origin) => origin);
      return meanAndDeviation(
        origins.map((origin) => measureStep(measure, values[origin] ?? 0, values[origin + ahead] ?? 0)),
      );
    });
    return { key, mean: scales.map(({ mean }) => mean), deviation: scales.map(({ deviation }) => deviation) };
  });
}

/** The season most of the series have, each weighing as much as its past is long. */
function commonSeason(series: readonly Series[]): number {
  const weights = new Map<number, number>();
  for (const { values, cut } of series) {
    const season = findSeason(values, cut);
    weights.set(season, (weights.get(season) ?? 0) + cut);
  }
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}

/** A window that leaves the longest past some examples; the one asked for where it does. */
function fitWindow(asked: number, horizon: number, before: number, past: number, name: string): number {
  const room = past - horizon - before;
  if (asked <= room) return asked;
  const window = Math.floor(room / 2);
  if (window < 2) throw new Problem('seriesTooShort', { name, rows: past, needed: horizon + before + 4 });
  return window;
}

/**
 * Windows of series with what comes after them, split by time: no target of training is held out, none of the
 * test is trained on, and everything that is learned of the columns (scales, measures, season) is learned from
 * the past alone.
 * @throws {Problem} `targetConstant`, `growthNotPositive`, `seriesTooShort`.
 */
export function seriesDataset(given: SeriesSource, options: SeriesOptions): SeriesDataset {
  const { horizon } = options;
  const cuts = cutRows(given.series, options.trainFraction, horizon);
  if (isConstant(given.series, cuts, 0))
    throw new Problem('targetConstant', {
      column: given.columns[0] ?? '',
      value: given.series[0]?.columns[0]?.[0] ?? '',
    });
  const constant = given.columns.filter((_, j) => j > 0 && isConstant(given.series, cuts, j));
  const kept = given.columns.flatMap((column, j) => (constant.includes(column) ? [] : [j]));
  const source: SeriesSource = {
    ...given,
    columns: kept.map((j) => given.columns[j] ?? ''),
    series: given.series.map((one) => ({ ...one, columns: kept.map((j) => one.columns[j] ?? new Float64Array(0)) })),
  };
  const measures = chooseMeasures(source, cuts, options.measure);
  const before = rowsBefore(measures);
  const past = Math.max(0, ...cuts);
  const length = fitWindow(options.window, horizon, before, past, given.name);

  const least = length + before + horizon;
  const long = source.series.map((one, i) => ({ one, cut: cuts[i] ?? 0 })).filter(({ cut }) => cut >= least);
  const series = long.map(({ one, cut }): Series => {
    const values = one.columns[0] ?? new Float64Array(0);
    const inputs = Float64Array.from({ length: values.length * kept.length }, (_, i) => {
      return one.columns[i % kept.length]?.[Math.floor(i / kept.length)] ?? 0;
    });
    return { key: one.key, times: one.times, values, inputs, cut };
  });
  const columns = source.columns.map((name, j) => ({ name, measure: measures[j] ?? 'level' }));
  const measure = measures[0] ?? 'level';
  const output: ForecastInfo = {
    kind: 'numbers',
    name: source.columns[0] ?? '',
    measure,
    horizon,
    scales: outputScales(series, measure, horizon),
  };
  const info: SequenceInfo & WindowLayout = {
    name: given.name,
    rows: given.rows,
    task: 'series',
    length,
    layout: { kind: 'last' },
    input: { kind: 'numbers', columns, scales: inputScales(series, columns) },
    output,
  };
  const data: SeriesData = {
    series,
    dated: given.dated,
    season: options.season > 0 ? options.season : commonSeason(series),
  };
  const test = seriesExamples(info, data, 'test');
  const short = source.series.length - series.length;
  const notes: SequenceNote[] = [
    ...given.notes,
    ...constant.map((column): SequenceNote => ({ kind: 'constantColumn', column })),
    ...(length < options.window ? [{ kind: 'shorterWindow', asked: options.window, window: length } as const] : []),
    ...(short > 0 ? [{ kind: 'shortSeries', count: short, rows: least } as const] : []),
    ...(test.count === 0 && options.trainFraction < 1 ? [{ kind: 'noTest' } as const] : []),
  ];
  return { kind: 'series', info, train: seriesExamples(info, data, 'train'), test, data, notes };
}
