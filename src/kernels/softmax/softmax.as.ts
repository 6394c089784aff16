import { exp } from '../wasm/math.as';

/** The largest value, NaN left out. */
function largest(from: usize, end: usize): f32 {
  let four = f32x4.splat(-Infinity);
  for (; from + 16 <= end; from += 16) four = f32x4.pmax(four, v128.load(from));
  for (; from < end; from += 4) four = f32x4.pmax(four, v128.load32_splat(from));
  four = f32x4.pmax(four, v128.shuffle<i64>(four, four, 1, 0));
  four = f32x4.pmax(four, v128.shuffle<i32>(four, four, 1, 0, 3, 2));
  return f32x4.extract_lane(four, 0);
}

/** eˣ ⁻ ˢʰⁱᶠᵗ of a row, and their sum. */
function exponentials(to: usize, from: usize, bytes: usize, shift: f32): f32 {
  const less = f32x4.splat(shift);
  let sums = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 32 <= bytes; i += 32) {
    const first = exp(f32x4.sub(v128.load(from + i), less));
    const second = exp(f32x4.sub(v128.load(from + i, 16), less));
    sums = f32x4.add(sums, f32x4.add(first, second));
    v128.store(to + i, first);
    v128.store(to + i, second, 16);
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
    const factor = f32x4.splat(1 / exponentials(to, from, bytes, largest(from, from + bytes)));
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) v128.store(to + i, f32x4.mul(v128.load(to + i), factor));
    for (; i < bytes; i += 4) v128.store32_lane(to + i, f32x4.mul(v128.load32_splat(to + i), factor), 0);
    to += bytes;
    from += bytes;
  }
}
