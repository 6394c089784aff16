import type { ProductShape } from './shape';

/** After the product: a bias [n] added to every row, then all values brought between `low` and `high`. */
export interface Finish {
  readonly bias?: Float32Array;
  readonly low?: number;
  readonly high?: number;
}

/** [batch, m, n]: the products in double precision, rounded once. What every kernel is held against. */
export function referenceProducts(
  { batch, m, n, k, left, right }: ProductShape,
  a: Float32Array,
  b: Float32Array,
  { bias, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: Finish = {},
): Float32Array {
  const result = new Float32Array(batch * m * n);
  for (let matrix = 0; matrix < batch; matrix++) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = bias?.[j] ?? 0;
        for (let step = 0; step < k; step++) {
          const x = a[matrix * left.batch + i * left.row + step * left.column] as number;
          const y = b[matrix * right.batch + step * right.row + j * right.column] as number;
          sum += x * y;
        }
        result[(matrix * m + i) * n + j] = Math.min(Math.max(sum, low), high);
      }
    }
  }
  return result;
}
