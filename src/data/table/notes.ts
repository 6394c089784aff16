import type { ColumnType, TableSummary } from '../dataset';
import type { DataNote } from '../note';
import { countValues } from '../statistics';
import { type InputCells, isBlank } from './inputs';
import { repeatsTarget } from './leak';
import type { TargetColumns } from './target';

/** Columns that are not read: as was chosen, or as there is nothing to learn from them. */
export function ignoredColumns(
  { columns }: TableSummary,
  chosen: ReadonlyMap<string, ColumnType>,
  targets: readonly string[],
): DataNote[] {
  return columns.flatMap(({ name, detected, reason }): DataNote[] => {
    if (targets.includes(name)) return [];
    const choice = chosen.get(name);
    if (choice === 'ignore') return [{ kind: 'ignored', column: name, reason: 'chosen' }];
    return choice === undefined && detected === 'ignore'
      ? [{ kind: 'ignored', column: name, reason: reason ?? 'constant' }]
      : [];
  });
}

function imputedCells(inputs: readonly InputCells[], rows: Int32Array): DataNote[] {
  return inputs.flatMap(({ column, cells }): DataNote[] => {
    const count = rows.reduce((sum, row) => sum + (isBlank(cells[row]) ? 1 : 0), 0);
    return count > 0 ? [{ kind: 'imputed', column: column.name, count, fill: column.fill }] : [];
  });
}

function classNotes(target: TargetColumns, name: string, inputs: readonly InputCells[]): DataNote[] {
  if (target.kind !== 'classes') return [];
  const notes = inputs
    .filter((input) => repeatsTarget(input, target.classOf, target.rows))
    .map(({ column }): DataNote => ({ kind: 'leak', column: column.name }));
  const counts = countValues(Array.from(target.rows, (row) => target.classes[target.classOf[row] ?? 0] ?? ''));
  const single = target.classes.filter((value) => counts.get(value) === 1);
  return single.length > 0 ? [...notes, { kind: 'singleRows', column: name, classes: single }] : notes;
}

/** What a person should know of a table that was made into a data set, warnings first. */
export function tableNotes(
  summary: TableSummary,
  chosen: ReadonlyMap<string, ColumnType>,
  targets: readonly string[],
  target: TargetColumns,
  inputs: readonly InputCells[],
): DataNote[] {
  const named = targets.join(', ');
  const dropped = summary.rows - target.rows.length;
  return [
    ...classNotes(target, named, inputs),
    ...(dropped > 0 ? [{ kind: 'droppedRows', column: named, count: dropped } as const] : []),
    ...imputedCells(inputs, target.rows),
    ...ignoredColumns(summary, chosen, targets),
  ];
}
