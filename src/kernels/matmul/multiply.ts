import type { Finish } from './reference';
import type { ProductShape } from './shape';

/** Sums of a tile: two rows of four columns, which fit the registers. */
const tileRows = 2;
const tileColumns = 4;

/** The products of `referenceProducts`, at the speed of plain TypeScript: tiles of sums instead of one after another. */
export function multiply(
  { batch, m, n, k, left, right }: ProductShape,
  a: Float32Array,
  b: Float32Array,
  { bias, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: Finish = {},
): Float32Array {
  const result = new Float32Array(batch * m * n);
  const sums = new Float64Array(tileRows * tileColumns);
  for (let matrix = 0; matrix < batch; matrix++) {
    for (let i = 0; i < m; i += tileRows) {
      const height = Math.min(tileRows, m - i);
      const row = matrix * left.batch + i * left.row;
      for (let j = 0; j < n; j += tileColumns) {
        const width = Math.min(tileColumns, n - j);
        const column = matrix * right.batch + j * right.column;
        // Beyond the edges the last row and column are taken again.
        const nextRow = row + (height - 1) * left.row;
        addTile(sums, k, a, row, nextRow, left.column, b, column, width, right.column, right.row);
        for (let y = 0; y < height; y++) {
          const to = (matrix * m + i + y) * n + j;
          for (let x = 0; x < width; x++) {
            const sum = (sums[y * tileColumns + x] as number) + (bias?.[j + x] ?? 0);
            result[to + x] = Math.min(Math.max(sum, low), high);
          }
        }
      }
    }
  }
  return result;
}

/** Sets `sums` to the products of two rows of a and up to four columns of b, over a depth of k. */
function addTile(
  sums: Float64Array,
  k: number,
  a: Float32Array,
  row0: number,
  row1: number,
  aStep: number,
  b: Float32Array,
  column: number,
  width: number,
  columnStep: number,
  bStep: number,
): void {
  const last = (width - 1) * columnStep;
  const column1 = Math.min(columnStep, last);
  const column2 = Math.min(2 * columnStep, last);
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
  let to0 = row0;
  let to1 = row1;
  let at = column;
  for (let step = 0; step < k; step++) {
    const x0 = a[to0] as number;
    const x1 = a[to1] as number;
    const y0 = b[at] as number;
    const y1 = b[at + column1] as number;
    const y2 = b[at + column2] as number;
    const y3 = b[at + last] as number;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    to0 += aStep;
    to1 += aStep;
    at += bStep;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s02;
  sums[3] = s03;
  sums[4] = s10;
  sums[5] = s11;
  sums[6] = s12;
  sums[7] = s13;
}
