/** The values of x, row-major, from `begin` on, `size` along each side. */
export function referenceSlice(
  x: readonly number[],
  shape: readonly number[],
  begin: readonly number[],
  size: readonly number[],
): number[] {
  const [side, ...inner] = shape;
  if (side === undefined) return [...x];
  const step = x.length / side;
  const first = begin[0] ?? 0;
  const rows = Array.from({ length: size[0] ?? 0 }, (_, i) => x.slice((first + i) * step, (first + i + 1) * step));
  return rows.flatMap((row) => referenceSlice(row, inner, begin.slice(1), size.slice(1)));
}

/** Rows of x [rows, width] in the order of the indices. */
export function referenceGather(x: readonly number[], width: number, indices: readonly number[]): number[] {
  return indices.flatMap((index) => x.slice(index * width, (index + 1) * width));
}
