/** Sums of the columns of x [rows, columns]: [columns]. */
export function referenceColumnSums(x: Float32Array, columns: number): Float32Array {
  const sums = new Float64Array(columns);
  for (let start = 0; start < x.length; start += columns)
    for (let j = 0; j < columns; j++) sums[j] = (sums[j] as number) + (x[start + j] as number);
  return new Float32Array(sums);
}
