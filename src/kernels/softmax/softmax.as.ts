import { exp } from '../wasm/math.as';

// @inline
function largest(from: usize, end: usize): f32 {
  let four = f32x4.splat(-Infinity);
  for (; from + 16 <= end; from += 16) four = f32x4.max(four, v128.load(from));
  for (; from < end; from += 4) four = f32x4.max(four, v128.load32_splat(from));
  four = f32x4.max(four, v128.shuffle<i64>(four, four, 1, 0));
  four = f32x4.max(four, v128.shuffle<i32>(four, four, 1, 0, 3, 2));
  return f32x4.extract_lane(four, 0);
}

/** eˣ ⁻ ˢʰⁱᶠᵗ of a row, and their sum. */
// @inline
function exponentials(to: usize, from: usize, bytes: usize, shift: f32): f32 {
  const less = f32x4.splat(shift);
  let sums = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const four = exp(f32x4.sub(v128.load(from + i), less));
    sums = f32x4.add(sums, four);
    v128.store(to + i, four);
  }
  sums = f32x4.add(sums, v128.shuffle<i64>(sums, sums, 1, 0));
  sums = f32x4.add(sums, v128.shuffle<i32>(sums, sums, 1, 0, 3, 2));
  for (; i < bytes; i += 4) {
    const one = exp(f32x4.sub(v128.load32_splat(from + i), less));
    sums = f32x4.add(sums, one);
    v128.store32_lane(to + i, one, 0);
  }
  return f32x4.extract_lane(sums, 0);
}

/** Each row of `columns` floats as probabilities: eˣ / Σ eˣ, shifted by its largest value, which changes nothing. */
export function softmax(to: usize, from: usize, rows: i32, columns: i32): void {
  const bytes = (<usize>columns) << 2;
  for (let row: i32 = 0; row < rows; row++) {
    const sum = f32x4.splat(exponentials(to, from, bytes, largest(from, from + bytes)));
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) v128.store(to + i, f32x4.div(v128.load(to + i), sum));
    for (; i < bytes; i += 4) v128.store32_lane(to + i, f32x4.div(v128.load32_splat(to + i), sum), 0);
    to += bytes;
    from += bytes;
  }
}
