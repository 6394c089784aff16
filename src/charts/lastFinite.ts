/** The latest value of a metric; NaN while there is none. */
export function lastFinite(column: readonly number[] | undefined): number {
  return column?.findLast(Number.isFinite) ?? Number.NaN;
}
