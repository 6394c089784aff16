import type { ColumnSummary, TableSummary } from '../../dataset';
import { parseDate } from '../series/dates';
import { keyNames } from './table';

const labelNames = /^(?:labels?|class(?:es)?|target|category|kind|word|digit|gesture|activity|标签|类别|分类)$/i;
const mostClasses = 100;

const isDated = ({ range, examples }: ColumnSummary) =>
  !range && examples.length > 0 && examples.every((cell) => parseDate(cell) !== null);

export interface LabelledLook {
  /** The column that tells the sequences apart; there are as many as it has values. */
  readonly key: string;
  readonly sequences: number;
}

/**
 * Whether a table looks like many sequences with a class each: a column named like an id that groups the rows, and
 * one of classes of which there are at most half as many as sequences. Where rows have dates, the classes have to
 * be named like a label: a region or a sector of series through the years is none. Told by the summary alone; the
 * rows themselves are looked at when the sequences are read.
 */
export function looksLabelled({ columns, rows }: Pick<TableSummary, 'columns' | 'rows'>): LabelledLook | null {
  const dated = columns.some(isDated);
  const isLabel = (column: ColumnSummary, sequences: number) =>
    column.distinct >= 2 &&
    column.distinct <= Math.min(mostClasses, sequences / 2) &&
    (labelNames.test(column.name) || (!dated && column.asTarget === 'classes' && column.detected !== 'ignore'));
  const key = columns.find(
    ({ name, distinct }) =>
      keyNames.test(name) &&
      distinct >= 2 &&
      2 * distinct <= rows &&
      columns.some((other) => other.name !== name && !isDated(other) && isLabel(other, distinct)),
  );
  return key ? { key: key.name, sequences: key.distinct } : null;
}
