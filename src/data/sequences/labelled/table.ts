import { Problem } from '../../../problem';
import type { Table } from '../../dataset';
import { isMissing } from '../../number';
import { categoryCells, sortCategories } from '../../table/types';
import { cellsOf, groupRows, inputColumns, numbersOf, placeOf } from '../columns';
import type { SequenceNote } from '../note';
import type { SequenceOptions } from '../options';
import { readTime } from '../series/time';
import type { LabelledSequence, LabelledSource } from './dataset';

export type TableSequenceOptions = Pick<SequenceOptions, 'target' | 'time' | 'key' | 'columns'>;

/** Names of columns that tell sequences apart. */
export const keyNames =
  /^(?:seq(?:uence)?|sample|trial|recording|series|subject|trace|clip|track|stroke)?[_ ]?(?:id|no|nr|number)?$|id$/i;
const mostClasses = 100;

/** So many sequences may have several values of a column that still says one thing of each. */
const mostUnclear = 0.1;

/** Whether a column has one value within each sequence, but for a few of them. */
function isSteadyWithin(cells: readonly string[], groups: ReadonlyMap<string, readonly number[]>): boolean {
  let unclear = 0;
  for (const rows of groups.values()) if (rows.some((row) => cells[row] !== cells[rows[0] ?? 0])) unclear += 1;
  return unclear <= mostUnclear * groups.size;
}

/**
 * The column that tells sequences apart: the named one, or the first that groups rows into sequences (two or more
 * rows each on average, names such as `id` before others) within which some other column hardly ever changes.
 * @throws {Problem} `noSequenceKey`.
 */
function findKey(table: Table, named: string): string {
  if (named !== '') {
    placeOf(table, named);
    return named;
  }
  const { columns, rows, name } = table.summary;
  const fit = columns.filter(({ distinct }) => distinct >= 2 && 2 * distinct <= rows);
  const telling = fit.filter((column) => keyNames.test(column.name));
  const all = Array.from({ length: rows }, (_, row) => row);
  const found = [...telling, ...fit.filter((column) => !telling.includes(column))].find((column) => {
    const groups = groupRows(cellsOf(table, column.name), all);
    return columns.some((other) => {
      return (
        other !== column &&
        other.distinct >= 2 &&
        other.distinct <= column.distinct / 2 &&
        isSteadyWithin(cellsOf(table, other.name), groups)
      );
    });
  });
  if (!found) throw new Problem('noSequenceKey', { name });
  return found.name;
}

/** The label: the named column, or of those that say one thing of each sequence the suggested or the last one. */
function findLabel(
  table: Table,
  named: string,
  key: string,
  groups: ReadonlyMap<string, readonly number[]>,
  taken: readonly string[],
): string {
  if (named !== '') {
    placeOf(table, named);
    return named;
  }
  const { columns, suggestedTarget, name } = table.summary;
  const fit = columns.filter(
    (column) =>
      !taken.includes(column.name) &&
      column.distinct >= 2 &&
      column.distinct <= mostClasses &&
      isSteadyWithin(cellsOf(table, column.name), groups),
  );
  const label = fit.find((column) => column.name === suggestedTarget) ?? fit.at(-1);
  if (!label) throw new Problem('noSequenceLabel', { name, key });
  return label.name;
}

/** The value before in the place of a blank, the first known one before that; 0 where none is known. */
function fillBlanks(values: Float64Array): number {
  let blanks = 0;
  let last = values.find((value) => !Number.isNaN(value)) ?? 0;
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) {
      values[i] = last;
      blanks += 1;
    } else last = value;
  }
  return blanks;
}

/**
 * The sequences of a long table: one row a step, a column that tells which sequence it is of, perhaps one that
 * tells the time, one with the sequence's class, and columns of numbers.
 * @throws {Problem} `noSuchColumn`, `noSequenceKey`, `noSequenceLabel`, `targetConstant`, `tooManyClasses`,
 * `noInputColumns`, `cellNotNumber`.
 */
export function readLabelled(table: Table, options: TableSequenceOptions): LabelledSource {
  const key = findKey(table, options.key);
  const time = readTime(table, options.time);
  const all = Array.from({ length: table.summary.rows }, (_, row) => row);
  const groups = groupRows(cellsOf(table, key), all);
  const target = findLabel(table, options.target, key, groups, [key, ...time.columns]);
  const labels = categoryCells(cellsOf(table, target));
  const columns = inputColumns(table, options.columns, [key, target, ...time.columns]);
  if (columns.length === 0) throw new Problem('noInputColumns', { column: target });
  const values = columns.map((column) => numbersOf(table, column));
  const carried = columns.map(() => 0);

  const clear = [...groups].filter(([name, rows]) => {
    const first = labels[rows[0] ?? 0] ?? '';
    return !isMissing(name) && first !== '' && rows.every((row) => labels[row] === first);
  });
  const labelOf = (rows: readonly number[]) => labels[rows[0] ?? 0] ?? '';
  const classes = sortCategories(new Set(clear.map(([, rows]) => labelOf(rows))));
  if (classes.length < 2) throw new Problem('targetConstant', { column: target, value: classes[0] ?? '' });
  if (classes.length > mostClasses)
    throw new Problem('tooManyClasses', { column: target, count: classes.length, limit: mostClasses });

  const at = (row: number) => time.times[row] ?? 0;
  const sequences = clear.map(([, rows]): LabelledSequence => {
    const ordered = rows.toSorted((a, b) => at(a) - at(b) || a - b);
    const filled = values.map((of, j) => {
      const column = Float64Array.from(ordered, (row) => of[row] ?? Number.NaN);
      carried[j] = (carried[j] ?? 0) + fillBlanks(column);
      return column;
    });
    const steps = Float64Array.from({ length: ordered.length * columns.length }, (_, i) => {
      return filled[i % columns.length]?.[Math.floor(i / columns.length)] ?? 0;
    });
    return { label: classes.indexOf(labelOf(rows)), rows: steps };
  });
  const order: SequenceNote =
    time.columns.length > 0
      ? { kind: 'timeColumn', columns: time.columns.join(', '), key, series: sequences.length }
      : { kind: 'noTime' };
  const unclear = groups.size - clear.length;
  return {
    name: table.summary.name,
    columns,
    target,
    classes,
    sequences,
    notes: [
      order,
      ...(unclear > 0 ? [{ kind: 'unclearLabels', count: unclear } as const] : []),
      ...columns.flatMap((column, j): SequenceNote[] => {
        const count = carried[j] ?? 0;
        return count > 0 ? [{ kind: 'carriedForward', column, count }] : [];
      }),
    ],
  };
}
