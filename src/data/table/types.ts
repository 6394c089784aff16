import type { ColumnSummary, ColumnType } from '../dataset';
import type { IgnoreReason } from '../note';
import { isMissing, parseNumber } from '../number';
import { countValues } from '../statistics';

/** More different texts than this are seldom categories that anything can be learned from. */
const mostCategories = 50;
/** From so many rows on, texts that are all different name the rows. */
const leastNamedRows = 10;
const exampleCount = 5;
/** Numbers that look like labels: so many different ones at most, each with so many rows on average. */
const mostLabels = 10;
const rowsPerLabel = 5;

/** Whether every cell that is not blank holds a number, and at least one does. */
export function isNumeric(cells: Iterable<string>): boolean {
  let found = false;
  for (const cell of cells) {
    if (parseNumber(cell) !== null) found = true;
    else if (!isMissing(cell)) return false;
  }
  return found;
}

/** A number in its shortest form, so that `1` and `1.0` are one category; '' for what is none. */
function shortest(cell: string): string {
  const value = parseNumber(cell);
  return value === null ? '' : String(value);
}

/** The cells as categories, '' for a blank. Where all are numbers they are brought to their shortest form. */
export function categoryCells(cells: readonly string[]): readonly string[] {
  const written = new Set(cells);
  if (!isNumeric(written)) return cells;
  const categories = new Map([...written].map((cell) => [cell, shortest(cell)]));
  return cells.map((cell) => categories.get(cell) ?? '');
}

/** Categories in their order: numbers by size, texts by their characters. */
export function sortCategories(categories: Iterable<string>): string[] {
  const sorted = [...categories].sort();
  return isNumeric(sorted) ? sorted.sort((a, b) => Number(a) - Number(b)) : sorted;
}

/** Whether a column's name and its all different whole numbers say that it numbers the rows. */
function isRunningNumber(name: string, counts: ReadonlyMap<string, number>, rows: number): boolean {
  if (!/^(?:unnamed: 0|index|idx|row|no|nr|#)$|(?:^|[^a-z])id$/i.test(name) && !/[a-z]I[dD]$/.test(name)) return false;
  if (counts.size < rows) return false;
  return [...counts.keys()].every((value) => Number.isInteger(Number(value)));
}

function detect(
  name: string,
  numeric: boolean,
  counts: ReadonlyMap<string, number>,
  rows: number,
): { detected: ColumnType; reason?: IgnoreReason } {
  const ignore = (reason: IgnoreReason) => ({ detected: 'ignore', reason }) as const;
  if (counts.size < 2) return ignore('constant');
  if (numeric) return isRunningNumber(name, counts, rows) ? ignore('identifier') : { detected: 'number' };
  if (counts.size === rows && rows >= leastNamedRows) return ignore('identifier');
  return counts.size > mostCategories ? ignore('tooManyValues') : { detected: 'category' };
}

/**
 * Whether different numbers, with their counts, are classes rather than amounts: two whole numbers, such as 0
 * and 1; or up to ten without a gap from 0 or 1 on, as labels are numbered, where the rows are many.
 */
function areLabels(counts: ReadonlyMap<string, number>): boolean {
  const labels = sortCategories(counts.keys()).map(Number);
  if (labels.length > mostLabels || !labels.every(Number.isInteger)) return false;
  if (labels.length <= 2) return true;
  const start = labels[0] ?? 0;
  const gapless = (start === 0 || start === 1) && labels.every((label, i) => label === start + i);
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return gapless && rows >= rowsPerLabel * labels.length;
}

/** What a column holds, and what it is taken for. */
export function summarizeColumn(name: string, cells: readonly string[]): ColumnSummary {
  const written = countValues(cells);
  const numeric = isNumeric(written.keys());
  const counts = new Map<string, number>();
  for (const [cell, count] of written) {
    const value = numeric ? shortest(cell) : cell;
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  const blanks = counts.get('') ?? 0;
  counts.delete('');
  const summary: ColumnSummary = {
    name,
    ...detect(name, numeric, counts, cells.length),
    asTarget: !numeric || areLabels(counts) ? 'classes' : 'number',
    blanks,
    distinct: counts.size,
    examples: [...written.keys()].filter((cell) => cell !== '').slice(0, exampleCount),
  };
  if (!numeric) return summary;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of counts.keys()) {
    low = Math.min(low, Number(value));
    high = Math.max(high, Number(value));
  }
  return { ...summary, range: [low, high] };
}
