import { Problem } from '../../problem';
import type { Table } from '../dataset';
import { isMissing, parseNumber } from '../number';

/**
 * The values of a number column, NaN for blanks.
 * @throws {Problem} `cellNotNumber` with the number of the row in the file.
 */
export function columnNumbers({ summary, cells, rowNumbers }: Table, place: number): Float64Array {
  return Float64Array.from(cells[place] ?? [], (cell, row) => {
    const value = parseNumber(cell);
    if (value !== null) return value;
    if (isMissing(cell)) return Number.NaN;
    throw new Problem('cellNotNumber', {
      name: summary.name,
      row: rowNumbers[row] ?? row + 1,
      column: summary.columns[place]?.name ?? '',
      found: cell.length > 40 ? `${cell.slice(0, 39)}…` : cell,
    });
  });
}
