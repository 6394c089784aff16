/** Rows of x [rows, width] by indices that stand as floats in `now` from `from` on: [count, width]. */
export function referenceBatch(
  x: Float32Array,
  width: number,
  now: Float32Array,
  from: number,
  count: number,
): Float32Array {
  const rows = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const start = (now[from + i] as number) * width;
    rows.set(x.subarray(start, start + width), i * width);
  }
  return rows;
}
