import { Problem } from '../../problem';
import type { ColumnSummary, ColumnType, Table } from '../dataset';
import { placeOf } from '../sequences/columns';

export interface UsedColumn {
  readonly name: string;
  readonly type: Exclude<ColumnType, 'ignore'>;
}

/** What a column is imitated as unless it is chosen: numbers that look like labels are as good as words. */
export const imitatedType = ({ detected, asTarget }: Pick<ColumnSummary, 'detected' | 'asTarget'>): ColumnType =>
  detected === 'number' && asTarget === 'classes' ? 'category' : detected;

/**
 * The columns of a table that are imitated.
 * @throws {Problem} `noSuchColumn` where a chosen one is not there; `noImitatedColumns` where none is left.
 */
export function usedColumns(table: Table, chosen: Readonly<Record<string, ColumnType>>): readonly UsedColumn[] {
  for (const name of Object.keys(chosen)) placeOf(table, name);
  const { name: tableName, columns } = table.summary;
  const used = columns.flatMap((column): UsedColumn[] => {
    const type = chosen[column.name] ?? imitatedType(column);
    return type === 'ignore' ? [] : [{ name: column.name, type }];
  });
  if (used.length === 0) throw new Problem('noImitatedColumns', { name: tableName, count: columns.length });
  return used;
}
