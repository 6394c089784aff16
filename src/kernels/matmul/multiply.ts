import type { Finish } from './reference';
import type { ProductShape } from './shape';

/**
 * The products of `referenceProducts` at the speed of plain TypeScript: where the right matrix's rows are contiguous, a
 * whole row of sums is carried over the depth, else sums run along both matrices' rows.
 */
export function multiply(
  shape: ProductShape,
  a: Float32Array,
  b: Float32Array,
  { bias, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: Finish = {},
): Float32Array {
  const { batch, m, n, k, left, right } = shape;
  const result = new Float32Array(batch * m * n);
  const sums = new Float64Array(n);
  for (let matrix = 0; matrix < batch; matrix++) {
    const leftStart = matrix * left.batch;
    const rightStart = matrix * right.batch;
    for (let i = 0; i < m; i++) {
      const row = leftStart + i * left.row;
      if (bias) sums.set(bias);
      else sums.fill(0);
      if (right.column === 1) addRows(sums, a, row, left.column, b, rightStart, right.row, k);
      else addDots(sums, a, row, left.column, b, rightStart, right.row, right.column, k);
      const to = (matrix * m + i) * n;
      for (let j = 0; j < n; j++) result[to + j] = Math.min(Math.max(sums[j] as number, low), high);
    }
  }
  return result;
}

/** sums += Σ x[step] · row of b */
function addRows(
  sums: Float64Array,
  a: Float32Array,
  aStart: number,
  aStep: number,
  b: Float32Array,
  bStart: number,
  bStep: number,
  k: number,
): void {
  for (let step = 0; step < k; step++) {
    const x = a[aStart + step * aStep] as number;
    const row = bStart + step * bStep;
    for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] as number) + x * (b[row + j] as number);
  }
}

/** sums[j] += Σ x[step] · b[step, j] */
function addDots(
  sums: Float64Array,
  a: Float32Array,
  aStart: number,
  aStep: number,
  b: Float32Array,
  bStart: number,
  bStep: number,
  bColumn: number,
  k: number,
): void {
  for (let j = 0; j < sums.length; j++) {
    const column = bStart + j * bColumn;
    let sum = sums[j] as number;
    for (let step = 0; step < k; step++)
      sum += (a[aStart + step * aStep] as number) * (b[column + step * bStep] as number);
    sums[j] = sum;
  }
}
