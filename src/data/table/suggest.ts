import type { ColumnSummary } from '../dataset';

/** Names that say that a column is meant to be predicted, the plainest first. */
const telling: readonly string[] = [
  'target',
  'label',
  'labels',
  'y',
  'outcome',
  'survived',
  'species',
  'tip',
  'diagnosis',
  'class',
];

/** The column most likely meant to be predicted: one with a telling name, or else the last that is of any use. */
export function suggestTarget(columns: readonly ColumnSummary[]): string {
  const usable = columns.filter((column) => column.detected !== 'ignore');
  for (const name of telling) {
    const found = usable.find((column) => column.name.toLowerCase() === name);
    if (found) return found.name;
  }
  return usable.at(-1)?.name ?? columns.at(-1)?.name ?? '';
}
