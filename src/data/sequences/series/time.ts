import { Problem } from '../../../problem';
import type { Table } from '../../dataset';
import { isMissing, parseNumber } from '../../number';
import { targetNames } from '../../table/targetNames';
import { dayOrder, monthOf, parseDate } from './dates';

/** The times of the rows of a table. */
export interface TimeColumn {
  /** Names of the columns that they were read from; none where the order of the file is all there is. */
  readonly columns: readonly string[];
  /** Whether `times` are milliseconds since 1970 UTC; else they are numbers of the table's own. */
  readonly dated: boolean;
  /** Per row; NaN where it cannot be read. */
  readonly times: Float64Array;
}

const timeNames =
  /^(?:date|time|datetime|timestamp|day|week|month|period|year|t|step|frame|index|tick|日期|时间|年份?)$/i;
/** So many cells may fail, of so many, for a column still to be one of dates. */
const mostFailures = 0.1;

function cellsOf({ summary, cells }: Table, column: string): readonly string[] {
  return cells[summary.columns.findIndex(({ name }) => name === column)] ?? [];
}

function shareRead(times: Float64Array): number {
  return times.filter((time) => !Number.isNaN(time)).length / Math.max(1, times.length);
}

function readDates(cells: readonly string[]): Float64Array {
  const order = dayOrder(cells);
  return Float64Array.from(cells, (cell) => parseDate(cell, order) ?? Number.NaN);
}

/** Dates of columns for the year, the month (by number or name) and the day. */
function readParts(table: Table, columns: readonly string[]): Float64Array {
  const [years = [], months = [], days = []] = columns.map((column) => cellsOf(table, column));
  return Float64Array.from(years, (year, row) => {
    const month = months[row] ?? '1';
    return parseDate(`${year}-${monthOf(month) ?? month}-${days[row] ?? 1}`) ?? Number.NaN;
  });
}

function isYears(cells: readonly string[]): boolean {
  return cells.every((cell) => isMissing(cell) || /^[12]\d{3}$/.test(cell));
}

function readColumn(table: Table, column: string): TimeColumn {
  const cells = cellsOf(table, column);
  const numbers = Float64Array.from(cells, (cell) => parseNumber(cell) ?? Number.NaN);
  const dates = isYears(cells) ? readParts(table, [column]) : readDates(cells);
  const dated = shareRead(dates) > 0 && shareRead(dates) >= shareRead(numbers);
  return { columns: [column], dated, times: dated ? dates : numbers };
}

/** The columns for year, month and day that a table has, in this order, if it has at least the first two. */
function partColumns({ summary }: Table): readonly string[] {
  const find = (pattern: RegExp) => summary.columns.find(({ name }) => pattern.test(name))?.name;
  const year = find(/^(?:year|yr|年份?)$/i);
  const month = find(/^(?:month|mon|mo|月份?)$/i);
  if (year === undefined || month === undefined) return [];
  const day = find(/^(?:day|dom|日)$/i);
  return day === undefined ? [year, month] : [year, month, day];
}

function detect(table: Table): TimeColumn {
  const { columns } = table.summary;
  const parts = partColumns(table);
  if (parts.length > 0) {
    const times = readParts(table, parts);
    if (shareRead(times) >= 1 - mostFailures) return { columns: parts, dated: true, times };
  }
  for (const { name, range } of columns) {
    // Numbers are dates only by name: 20000131 may be an amount.
    if (range && !timeNames.test(name)) continue;
    const column = readColumn(table, name);
    const named = timeNames.test(name);
    if ((column.dated || named) && shareRead(column.times) >= 1 - mostFailures) return column;
  }
  return { columns: [], dated: false, times: new Float64Array(table.summary.rows) };
}

/**
 * The time of every row: of the named columns (one of dates or numbers; or year, month and perhaps day, divided by
 * commas), or of those that look like it.
 * @throws {Problem} `noSuchColumn`; `timeUnreadable` for a named column without a single time.
 */
export function readTime(table: Table, named: string): TimeColumn {
  const names = table.summary.columns.map(({ name }) => name);
  const columns = targetNames(named, names);
  if (columns.length === 0) return detect(table);
  for (const column of columns)
    if (!names.includes(column))
      throw new Problem('noSuchColumn', { name: table.summary.name, column, options: names.join(', ') });
  const time: TimeColumn =
    columns.length === 1
      ? readColumn(table, columns[0] ?? '')
      : { columns, dated: true, times: readParts(table, columns) };
  if (shareRead(time.times) === 0) {
    const found = cellsOf(table, columns[0] ?? '').find((cell) => !isMissing(cell)) ?? '';
    throw new Problem('timeUnreadable', { column: columns.join(', '), found: found.slice(0, 40) });
  }
  return time;
}
