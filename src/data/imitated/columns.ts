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
 * The columns of a table that are imitated. The condition is a category, whatever it looks like.
 * @throws {Problem} `noSuchColumn` where a named one is not there; `noImitatedColumns` where none is left to be made.
 */
export function usedColumns(
  table: Table,
  chosen: Readonly<Record<string, ColumnType>>,
  condition = '',
): readonly UsedColumn[] {
  for (const name of [...Object.keys(chosen), ...(condition === '' ? [] : [condition])]) placeOf(table, name);
  const { name: tableName, columns } = table.summary;
  const used = columns.flatMap((column): UsedColumn[] => {
    const { name } = column;
    const type = name === condition ? 'category' : (chosen[name] ?? imitatedType(column));
    return type === 'ignore' ? [] : [{ name, type }];
  });
  if (used.every(({ name }) => name === condition))
    throw new Problem('noImitatedColumns', { name: tableName, count: columns.length });
  return used;
}
