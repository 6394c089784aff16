/**
 * Positions of at most `limit` rows that keep every column's peaks: the rows are cut into equal stretches, and of
 * each stretch the first row, and per column the rows of its smallest and largest value, are kept. The last row
 * always is. NaN counts as no value.
 */
export function decimate(columns: readonly (readonly number[])[], length: number, limit: number): number[] {
  if (length <= limit) return Array.from({ length }, (_, i) => i);
  const stretches = Math.max(1, Math.floor((limit - 1) / (2 * columns.length + 1)));
  const kept: number[] = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = Math.floor((stretch * length) / stretches);
    const end = Math.floor(((stretch + 1) * length) / stretches);
    const rows = new Set([start]);
    for (const column of columns) for (const row of extremes(column, start, end)) rows.add(row);
    kept.push(...[...rows].sort((a, b) => a - b));
  }
  if (kept.at(-1) !== length - 1) kept.push(length - 1);
  return kept;
}

function extremes(column: readonly number[], start: number, end: number): number[] {
  let [low, high] = [-1, -1];
  for (let i = start; i < end; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    if (low === -1 || value < (column[low] as number)) low = i;
    if (high === -1 || value > (column[high] as number)) high = i;
  }
  return low === -1 ? [] : [low, high];
}
