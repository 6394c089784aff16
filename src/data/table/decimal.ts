import { isMissing } from '../number';

const commaNumber = /^[+-]?(?:\d+(?:,\d*)?|,\d+)$/;
const thousands = /^[+-]?\d{1,3},\d{3}$/;

/**
 * The cells of a column with decimal commas turned into points, as spreadsheets of many countries write them in
 * files with semicolons. Left alone unless every cell is such a number or blank and at least one could not be a
 * thousands separator.
 */
export function mendDecimalCommas(cells: readonly string[]): readonly string[] {
  let sure = false;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    if (!commaNumber.test(cell)) return cells;
    sure ||= cell.includes(',') && !thousands.test(cell);
  }
  return sure ? cells.map((cell) => cell.replace(',', '.')) : cells;
}
