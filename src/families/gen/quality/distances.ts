/** Rows of `a` that share a pass over `b`: few enough to stay in the cache. */
const block = 16;
/** Pairs that are summed at once: each value that is read serves several, and the sums fit the registers. */
const [tileA, tileB] = [4, 2];

/** Points as 64-bit floats, filled up with zeros to a multiple of some rows, and their squared lengths. */
function prepare(points: Float32Array, d: number, multiple: number) {
  const count = Math.floor(points.length / d);
  const rows = Math.ceil(count / multiple) * multiple;
  const values = new Float64Array(rows * d);
  values.set(points.subarray(0, count * d));
  const lengths = new Float64Array(rows);
  // Summed in the order of the products below, so that equal points are exactly 0 apart.
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += (values[i * d + j] as number) ** 2;
    lengths[i] = sum;
  }
  return { count, rows, values, lengths };
}

type Points = ReturnType<typeof prepare>;

/** Rounding may leave a little less than nothing; what is not a number stays one. */
const atLeast0 = (value: number) => (value < 0 ? 0 : value);

/** Squared distances of four rows of `a` to two of `b`, written to four rows of `out` from `at` on. */
function tile(a: Points, row: number, b: Points, i: number, d: number, out: Float64Array, at: number): void {
  const { values: va, lengths: la } = a;
  const { values: vb, lengths: lb } = b;
  const atA = row * d;
  const atB = i * d;
  let p00 = 0;
  let p01 = 0;
  let p10 = 0;
  let p11 = 0;
  let p20 = 0;
  let p21 = 0;
  let p30 = 0;
  let p31 = 0;
  for (let j = 0; j < d; j++) {
    const b0 = vb[atB + j] as number;
    const b1 = vb[atB + d + j] as number;
    const a0 = va[atA + j] as number;
    const a1 = va[atA + d + j] as number;
    const a2 = va[atA + 2 * d + j] as number;
    const a3 = va[atA + 3 * d + j] as number;
    p00 += a0 * b0;
    p01 += a0 * b1;
    p10 += a1 * b0;
    p11 += a1 * b1;
    p20 += a2 * b0;
    p21 += a2 * b1;
    p30 += a3 * b0;
    p31 += a3 * b1;
  }
  const l0 = lb[i] as number;
  const l1 = lb[i + 1] as number;
  const width = b.rows;
  out[at] = atLeast0((la[row] as number) + l0 - 2 * p00);
  out[at + 1] = atLeast0((la[row] as number) + l1 - 2 * p01);
  out[at + width] = atLeast0((la[row + 1] as number) + l0 - 2 * p10);
  out[at + width + 1] = atLeast0((la[row + 1] as number) + l1 - 2 * p11);
  out[at + 2 * width] = atLeast0((la[row + 2] as number) + l0 - 2 * p20);
  out[at + 2 * width + 1] = atLeast0((la[row + 2] as number) + l1 - 2 * p21);
  out[at + 3 * width] = atLeast0((la[row + 3] as number) + l0 - 2 * p30);
  out[at + 3 * width + 1] = atLeast0((la[row + 3] as number) + l1 - 2 * p31);
}

/**
 * Squared distances from every point of `a` (n × d) to all of `b` (m × d), as |a|² + |b|² − 2a·b, in blocks. Of 32-bit
 * floats in 64 bits nothing is lost by it that they could tell. `visit` gets a point of `a` and its distances, which
 * are overwritten after it returns. With `onwards`, where `b` is `a`, only those to the points that come later are there:
 * each pair is computed once.
 */
export function eachDistances(
  a: Float32Array,
  b: Float32Array,
  d: number,
  visit: (index: number, squares: Float64Array) => void,
  { onwards = false } = {},
): void {
  const left = prepare(a, d, tileA);
  const right = prepare(b, d, tileB);
  const width = right.rows;
  const squares = new Float64Array(block * width);
  for (let from = 0; from < left.count; from += block) {
    const end = Math.min(from + block, left.rows);
    for (let i = onwards ? from : 0; i < width; i += tileB)
      for (let row = from; row < end; row += tileA) tile(left, row, right, i, d, squares, (row - from) * width + i);
    for (let row = from; row < Math.min(end, left.count); row++) {
      const at = (row - from) * width;
      visit(row, squares.subarray(at, at + right.count));
    }
  }
}
