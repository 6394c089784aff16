import { Problem } from '../../../problem';
import type { Table } from '../../dataset';
import { parseNumber } from '../../number';
import { cellsOf, groupRows, inputColumns, numbersOf, placeOf } from '../columns';
import type { SequenceNote } from '../note';
import type { SequenceOptions } from '../options';
import { mendRows, type RawSeries, type Repairs, repairNotes } from './rows';
import { readTime, type TimeColumn } from './time';

export type TableSeriesOptions = Pick<SequenceOptions, 'target' | 'time' | 'key' | 'columns'>;

/** The series that a table holds. */
export interface TableSeries {
  /** Names of the columns of each series, the one to forecast first. */
  readonly columns: readonly string[];
  readonly series: readonly RawSeries[];
  readonly dated: boolean;
  readonly notes: readonly SequenceNote[];
}

/** Whether each time comes once for each key. */
function tellsApart(cells: readonly string[], times: Float64Array, rows: readonly number[]): boolean {
  return new Set(rows.map((row) => `${times[row]} ${cells[row]}`)).size === rows.length;
}

/**
 * The column that tells series apart; '' where the table is one. It is looked for where times repeat: texts, or
 * numbers of few kinds, with which no time repeats.
 * @throws {Problem} `timesRepeat` where most times come several times and no column tells why.
 */
function findKey(table: Table, { columns, times }: TimeColumn, rows: readonly number[], named: string): string {
  if (named !== '') {
    placeOf(table, named);
    return named;
  }
  const distinct = new Set(rows.map((row) => times[row])).size;
  if (columns.length === 0 || distinct === rows.length) return '';
  const candidates = table.summary.columns.filter(
    ({ name, range, distinct: kinds }) =>
      !columns.includes(name) && kinds >= 2 && kinds <= rows.length / (range ? 8 : 2),
  );
  const key = candidates.find(({ name }) => tellsApart(cellsOf(table, name), times, rows));
  if (key) return key.name;
  if (2 * distinct <= rows.length)
    throw new Problem('timesRepeat', { column: columns.join(', '), count: rows.length - distinct });
  return '';
}

/** The column to forecast: the named one, or the last of numbers that is neither time nor key. */
function findTarget(table: Table, named: string, taken: readonly string[]): string {
  if (named !== '') return named;
  const { summary } = table;
  const usable = summary.columns.filter(({ name, range, detected }) => {
    return range && detected !== 'ignore' && !taken.includes(name);
  });
  const target = usable.find(({ name }) => name === summary.suggestedTarget) ?? usable.at(-1);
  if (target) return target.name;
  throw whyNone(table, taken);
}

/** Why no column can be forecast, by the one that comes nearest to it. */
function whyNone(table: Table, taken: readonly string[]): Problem {
  const left = table.summary.columns.filter(({ name }) => !taken.includes(name));
  const constant = left.find(({ range, reason }) => range && reason === 'constant');
  if (constant) return new Problem('targetConstant', { column: constant.name, value: constant.examples[0] ?? '' });
  const numeric = left.find(({ name, range }) => {
    const cells = cellsOf(table, name);
    return !range && 2 * cells.filter((cell) => parseNumber(cell) !== null).length > cells.length;
  });
  // Its first cell that holds no number is refused.
  if (numeric) numbersOf(table, numeric.name);
  return new Problem('noSeriesColumn', { name: table.summary.name });
}

function timeNotes(table: Table, time: TimeColumn, rows: number, key: string, series: number): SequenceNote[] {
  const columns = time.columns.join(', ');
  const order: SequenceNote =
    time.columns.length > 0 ? { kind: 'timeColumn', columns, key, series } : { kind: 'noTime' };
  const dropped = table.summary.rows - rows;
  return dropped > 0 ? [order, { kind: 'droppedTimes', column: columns, count: dropped }] : [order];
}

/**
 * The series of a table: rows in the order of their dates, long tables split by their key, blanks and missing
 * months filled with what was known before.
 * @throws {Problem} `noSuchColumn`, `noSeriesColumn`, `targetConstant`, `seriesNotNumber` for a target of texts,
 * `cellNotNumber`, `timeUnreadable`, `timesRepeat`.
 */
export function readSeries(table: Table, options: TableSeriesOptions): TableSeries {
  const time = readTime(table, options.time);
  const rows = Array.from(time.times.keys()).filter((row) => !Number.isNaN(time.times[row]));
  const key = findKey(table, time, rows, options.key);
  const taken = [...time.columns, key];
  const target = findTarget(table, options.target, taken);
  if (!table.summary.columns[placeOf(table, target)]?.range) throw new Problem('seriesNotNumber', { column: target });
  const columns = [target, ...inputColumns(table, options.columns, [...taken, target])];
  const values = columns.map((column) => numbersOf(table, column));

  const groups = key === '' ? new Map([['', rows]]) : groupRows(cellsOf(table, key), rows);
  const repairs: Repairs = { sorted: false, repeated: 0, filled: 0, gaps: 0, carried: [] };
  const series = [...groups].map(([name, group]) => {
    const take = (of: Float64Array) => Float64Array.from(group, (row) => of[row] ?? Number.NaN);
    const raw = { key: name, times: time.columns.length > 0 ? take(time.times) : null, columns: values.map(take) };
    return mendRows(raw, time.dated, repairs);
  });
  return {
    columns,
    series,
    dated: time.dated,
    notes: [...timeNotes(table, time, rows.length, key, series.length), ...repairNotes(repairs, columns)],
  };
}
