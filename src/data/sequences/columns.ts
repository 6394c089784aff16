import { Problem } from '../../problem';
import type { Table } from '../dataset';
import { columnNumbers } from '../table/numbers';
import type { SequenceOptions } from './options';

/** The place of a column. @throws {Problem} `noSuchColumn`. */
export function placeOf({ summary }: Table, column: string): number {
  const place = summary.columns.findIndex(({ name }) => name === column);
  if (place < 0)
    throw new Problem('noSuchColumn', {
      name: summary.name,
      column,
      options: summary.columns.map(({ name }) => name).join(', '),
    });
  return place;
}

/** The cells of a column, as written. @throws {Problem} `noSuchColumn`. */
export function cellsOf(table: Table, column: string): readonly string[] {
  return table.cells[placeOf(table, column)] ?? [];
}

/** The numbers of a column, NaN for blanks. @throws {Problem} `noSuchColumn`, `cellNotNumber`. */
export function numbersOf(table: Table, column: string): Float64Array {
  return columnNumbers(table, placeOf(table, column));
}

/** The columns that are read as numbers: those that were detected as such or chosen, and not `taken` otherwise. */
export function inputColumns(
  table: Table,
  chosen: SequenceOptions['columns'],
  taken: readonly string[],
): readonly string[] {
  for (const column of Object.keys(chosen)) placeOf(table, column);
  return table.summary.columns
    .filter(({ name, detected }) => !taken.includes(name) && (chosen[name] ?? detected) === 'number')
    .map(({ name }) => name);
}

/** The rows of a table by the text in a column, in the order of first appearance. */
export function groupRows(cells: readonly string[], rows: Iterable<number>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = cells[row] ?? '';
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
