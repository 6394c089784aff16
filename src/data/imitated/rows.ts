import { type ImitatedColumn, spansOf, type TableInfo } from './info';

/** A column of a table: numbers, NaN for a blank; or categories. */
export type ColumnValues =
  | { readonly kind: 'number'; readonly values: ArrayLike<number> }
  | { readonly kind: 'category'; readonly values: readonly string[] };

/** Place of the largest among some numbers, the first among equals. */
function largest(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** Rows [n × width] with one category chosen in each span of categories: 1 at the largest number, 0 elsewhere. */
export function chooseCategories(rows: Float32Array, info: TableInfo): Float32Array {
  const spans = spansOf(info);
  const width = spans.reduce((sum, span) => sum + span.width, 0);
  const chosen = rows.slice();
  for (let at = 0; at < chosen.length; at += width)
    for (const { column, start, width: many } of spans) {
      if (column.type === 'number') continue;
      const part = chosen.subarray(at + start, at + start + many);
      const best = largest(part);
      part.fill(0)[best] = 1;
    }
  return chosen;
}

/** Categories of labels [n × classes], 1 at one of them. */
const labelled = (labels: Float32Array, categories: readonly string[]): string[] =>
  Array.from({ length: labels.length / categories.length }, (_, i) => {
    const place = largest(labels.subarray(i * categories.length, (i + 1) * categories.length));
    return categories[place] ?? '';
  });

function numberOf(value: number, { mean, deviation, decimals }: Extract<ImitatedColumn, { type: 'number' }>): number {
  const raw = mean + deviation * value;
  // Beyond seven figures a 32-bit number says nothing.
  return Number(decimals === null ? raw.toPrecision(7) : raw.toFixed(decimals));
}

/**
 * Rows [n × width] in training units as columns in the table's own units and words.
 * @param labels [n × classes] of the column that networks are told; null where there is none
 */
export function decodeRows(rows: Float32Array, labels: Float32Array | null, info: TableInfo): ColumnValues[] {
  const spans = spansOf(info);
  const width = spans.reduce((sum, span) => sum + span.width, 0);
  const places = Array.from({ length: rows.length / width }, (_, i) => i * width);
  return info.columns.map((column): ColumnValues => {
    const span = spans.find((known) => known.column === column);
    if (column.type === 'number') {
      const start = span?.start ?? 0;
      return { kind: 'number', values: places.map((at) => numberOf(rows[at + start] as number, column)) };
    }
    if (!span) return { kind: 'category', values: labels ? labelled(labels, column.categories) : [] };
    const { start, width: many } = span;
    const values = places.map((at) => column.categories[largest(rows.subarray(at + start, at + start + many))] ?? '');
    return { kind: 'category', values };
  });
}

/** Columns as rows of cells. */
export function cellsOf(columns: readonly ColumnValues[]): (number | string)[][] {
  const count = columns[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, i) => columns.map(({ values }) => values[i] ?? ''));
}
