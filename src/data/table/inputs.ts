import { Problem } from '../../problem';
import { columnEncoder } from '../columns';
import type { Table } from '../dataset';
import type { InputColumn } from '../info';
import { countValues, meanAndDeviation, median, mostFrequent } from '../statistics';
import { columnNumbers } from './numbers';
import { categoryCells, sortCategories } from './types';

const mostCategories = 1000;

/** One input column: what was learned of it from the training rows, and its cells for every table row. */
export interface InputCells {
  readonly column: InputColumn;
  /** Numbers or categories; NaN or '' for a blank. */
  readonly cells: ArrayLike<number> | ArrayLike<string>;
}

export function isBlank(cell: string | number | undefined): boolean {
  return cell === '' || cell === undefined || Number.isNaN(cell);
}

function numberInput(table: Table, place: number, name: string, train: Int32Array): InputCells {
  const values = columnNumbers(table, place);
  const known: number[] = [];
  for (const row of train) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) known.push(value);
  }
  return {
    column: { name, type: 'number', ...meanAndDeviation(known), fill: median(known) },
    cells: values,
  };
}

function categoryInput(table: Table, place: number, name: string, train: Int32Array): InputCells {
  const cells = categoryCells(table.cells[place] ?? []);
  const counts = countValues(Array.from(train, (row) => cells[row] ?? '').filter((cell) => cell !== ''));
  if (counts.size > mostCategories)
    throw new Problem('tooManyCategories', { column: name, count: counts.size, limit: mostCategories });
  const categories = sortCategories(counts.keys());
  const ordered = new Map(categories.map((category) => [category, counts.get(category) ?? 0]));
  return { column: { name, type: 'category', categories, fill: mostFrequent(ordered) }, cells };
}

/**
 * An input column with its mean, deviation, fill and categories taken from the training rows alone.
 * @throws {Problem} for text in a number column, for too many categories.
 */
export function readInput(table: Table, place: number, type: 'number' | 'category', train: Int32Array): InputCells {
  const name = table.summary.columns[place]?.name ?? '';
  return type === 'number' ? numberInput(table, place, name, train) : categoryInput(table, place, name, train);
}

/** Network inputs of some rows, rows.length × width. */
export function encodeRows(inputs: readonly InputCells[], rows: Int32Array): Float32Array {
  const encoders = inputs.map(({ column }) => columnEncoder(column));
  const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
  const out = new Float32Array(rows.length * width);
  let offset = 0;
  for (const [j, encoder] of encoders.entries()) {
    const cells = inputs[j]?.cells ?? [];
    let at = offset;
    for (const row of rows) {
      encoder.encode(cells[row] ?? '', out, at);
      at += width;
    }
    offset += encoder.width;
  }
  return out;
}
