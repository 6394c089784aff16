import type { InputColumn } from '../../../data/info';

/** What a form field says, as a cell of a data file: blank is null, a number column's text a number. */
export function parseCell(column: InputColumn, text: string): string | number | null {
  if (text.trim() === '') return null;
  return column.type === 'number' ? Number(text) : text;
}

/** A number at four figures, as a person would type it. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(4)));
