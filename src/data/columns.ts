import type { CategoryColumn, InputColumn, NumberColumn } from './info';
import { isMissing, largest, parseNumber } from './number';

export type Cell = string | number | null;

/** Turns the cells of one column into network inputs. */
export interface ColumnEncoder {
  /** Inputs per cell. */
  readonly width: number;
  /** Writes a cell's inputs to `out[at …]`, which is 0 so far. False where the cell cannot be of this column. */
  encode(cell: Cell, out: Float32Array, at: number): boolean;
}

/** The number in a cell of a number column: null for a blank, NaN for what is neither. */
export function readNumber(cell: unknown): number | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : Math.abs(cell) <= largest ? cell : Number.NaN;
  if (typeof cell !== 'string') return Number.NaN;
  const trimmed = cell.trim();
  return isMissing(trimmed) ? null : (parseNumber(trimmed) ?? Number.NaN);
}

function numberEncoder({ mean, deviation, fill }: NumberColumn): ColumnEncoder {
  return {
    width: 1,
    encode(cell, out, at) {
      const value = readNumber(cell) ?? fill;
      out[at] = (value - mean) / deviation;
      return !Number.isNaN(value);
    },
  };
}

function categoryEncoder({ categories, fill }: CategoryColumn): ColumnEncoder {
  const places = new Map(categories.map((category, place) => [category, place]));
  const blank = places.get(fill);
  /** Categories that are numbers are kept in their shortest form: `3.0` is looked up as `3`. */
  const find = (text: string) => {
    const place = places.get(text);
    if (place !== undefined) return place;
    const value = parseNumber(text);
    return value === null ? undefined : places.get(String(value));
  };
  return {
    width: categories.length,
    encode(cell, out, at) {
      const text = cell === null || cell === undefined || Number.isNaN(cell) ? '' : String(cell).trim();
      const place = text === '' ? blank : find(text);
      if (place !== undefined) out[at + place] = 1;
      return true;
    },
  };
}

/** The encoder of a column. A category that is not among the column's sets none of its inputs. */
export function columnEncoder(column: InputColumn): ColumnEncoder {
  return column.type === 'number' ? numberEncoder(column) : categoryEncoder(column);
}
