import { Problem } from '../../problem';
import type { Table } from '../dataset';
import { isMissing, parseNumber } from '../number';
import { placeOf } from '../sequences/columns';
import { meanAndDeviation } from '../statistics';

/** A column as a coordinate: drawn units are (value − mean) / deviation. */
export interface PointColumn {
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
}

export interface ColumnPoints {
  /** rows × 2, in drawn units. */
  readonly points: Float32Array;
  readonly columns: readonly [x: PointColumn, y: PointColumn];
}

/** The two columns by name; what is '' is the first column of numbers that is not taken. */
function chooseColumns({ summary }: Table, x: string, y: string): readonly [string, string] {
  const numbers = summary.columns.filter(({ detected }) => detected === 'number').map(({ name }) => name);
  const first = x || numbers.find((name) => name !== y);
  const second = y || numbers.find((name) => name !== first);
  if (first === undefined || second === undefined)
    throw new Problem('noNumberColumns', { name: summary.name, count: numbers.length });
  return [first, second];
}

/** The numbers of a column, NaN for blanks. @throws {Problem} `noSuchColumn`, `columnNotNumbers`. */
export function readNumbers(table: Table, column: string): number[] {
  return (table.cells[placeOf(table, column)] ?? []).map((cell) => {
    const value = parseNumber(cell);
    if (value !== null) return value;
    if (isMissing(cell)) return Number.NaN;
    throw new Problem('columnNotNumbers', { column, found: cell.length > 40 ? `${cell.slice(0, 39)}…` : cell });
  });
}

function describe(name: string, values: readonly number[]): PointColumn {
  const [value = 0] = values;
  if (values.every((other) => other === value)) throw new Problem('columnConstant', { column: name, value });
  return { name, ...meanAndDeviation(values) };
}

/**
 * Two number columns of a table as points. Each is standardized by its own mean and deviation, since columns such as
 * prices and ages have no common unit. Rows with a blank in either are left out. For '' the first column of numbers
 * that is not taken is chosen.
 * @throws {Problem} `noSuchColumn`; `noNumberColumns` where none is left to choose; `columnNotNumbers` for text;
 * `tooFewPoints` for fewer than two rows with both numbers; `columnConstant` for the same number throughout.
 */
export function columnPoints(table: Table, x = '', y = ''): ColumnPoints {
  const [nameX, nameY] = chooseColumns(table, x, y);
  const allX = readNumbers(table, nameX);
  const allY = readNumbers(table, nameY);
  const rows = [...allX.keys()].filter((row) => !Number.isNaN(allX[row]) && !Number.isNaN(allY[row]));
  if (rows.length < 2)
    throw new Problem('tooFewPoints', { name: table.summary.name, count: rows.length, x: nameX, y: nameY });
  const take = (values: readonly number[]) => rows.map((row) => values[row] ?? 0);
  const valuesX = take(allX);
  const valuesY = take(allY);
  const columns = [describe(nameX, valuesX), describe(nameY, valuesY)] as const;
  const points = new Float32Array(2 * rows.length);
  for (const [j, values] of [valuesX, valuesY].entries()) {
    const { mean = 0, deviation = 1 } = columns[j] ?? {};
    for (const [i, value] of values.entries()) points[2 * i + j] = (value - mean) / deviation;
  }
  return { points, columns };
}
