import { isMissing, parseNumber } from '../number';
import { mendDecimalCommas } from './decimal';
import { isNumeric } from './types';

/** So many rows tell whether a column holds numbers. */
const judgedRows = 1000;

/** Whether a cell may be a year that heads a column: a whole number from 1900 to 2100. */
function isYear(cell: string): boolean {
  return /^(?:19\d\d|20\d\d|2100)$/.test(cell);
}

/**
 * What the first cell of a column says of the first line. Over numbers only, a text is a name; a number is a value,
 * unless it is a year and those below are not all years. Over texts, anything can stand.
 */
function judgeColumn([first = '', ...below]: readonly string[]): 'name' | 'year' | 'value' | 'unclear' {
  if (isMissing(first) || !isNumeric(below)) return 'unclear';
  if (parseNumber(first) === null) return 'name';
  return isYear(first) && !below.every((cell) => isMissing(cell) || isYear(cell)) ? 'year' : 'value';
}

/**
 * Whether the first of the rows names the columns. It does where no column speaks against it, as in a table of
 * texts; a name over a column of numbers decides; otherwise years are weighed against values.
 */
export function hasHeader(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const judged = rows.slice(0, judgedRows);
  const verdicts = (judged[0] ?? []).map((_, j) => {
    const column = judged.map((row) => row[j] ?? '');
    return judgeColumn(delimiter === ';' ? mendDecimalCommas(column) : column);
  });
  const count = (verdict: (typeof verdicts)[number]) => verdicts.filter((other) => other === verdict).length;
  if (count('name') > 0) return true;
  return count('value') === 0 || count('year') > count('value');
}
