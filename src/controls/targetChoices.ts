import type { ColumnSummary, ColumnType } from '../data/dataset';

type ChosenTypes = Readonly<Record<string, ColumnType>>;

/** Whether a column, predicted alone, is a number. */
export function predictsNumber({ name, asTarget }: ColumnSummary, chosen: ChosenTypes): boolean {
  return (chosen[name] ?? asTarget) === 'number';
}

/** Names of the columns, in the table's order, that can be predicted together with the number column `first`. */
export function furtherTargets(columns: readonly ColumnSummary[], chosen: ChosenTypes, first: string): string[] {
  return columns
    .filter(({ name, detected }) => name !== first && (chosen[name] ?? detected) === 'number')
    .map(({ name }) => name);
}
