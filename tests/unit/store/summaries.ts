import type { ColumnSummary, TableSummary } from '../../../src/data/dataset';
import { suggestTarget } from '../../../src/data/table/suggest';
import { summarizeColumn } from '../../../src/data/table/types';

/** What the reader tells of a table with these columns. */
export function summaryOf(cells: Readonly<Record<string, readonly (string | number)[]>>): TableSummary {
  const columns: ColumnSummary[] = Object.entries(cells).map(([name, column]) =>
    summarizeColumn(name, column.map(String)),
  );
  return {
    name: 'table.csv',
    rows: Object.values(cells)[0]?.length ?? 0,
    delimiter: ',',
    header: true,
    columns,
    suggestedTarget: suggestTarget(columns),
    skipped: 0,
    head: [],
  };
}

/** So many values. */
export const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));

/** Monthly values of one series. */
export const months = (count: number): TableSummary =>
  summaryOf({
    date: times(count, (i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`),
    sales: times(count, (i) => 100 + i + 10 * Math.sin(i)),
  });

/** So many sequences of ten steps, each of one of three classes. */
export const gestures = (count: number): TableSummary =>
  summaryOf({
    id: times(count * 10, (i) => Math.floor(i / 10)),
    t: times(count * 10, (i) => i % 10),
    x: times(count * 10, (i) => Math.sin(i)),
    label: times(count * 10, (i) => ['slow', 'fast', 'still'][Math.floor(i / 10) % 3] as string),
  });
