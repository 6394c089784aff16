// The tile kernel: everything else only feeds it.

export const tileRows: i32 = 4;
export const tileColumns: i32 = 8;

/**
 * A tile of 4×8 sums over `depth`, kept in eight registers: to = clamp(before + left·right, low, high).
 * `before` and `to` are rows of eight values, `beforeStep` and `toStep` bytes apart; a step of 0 repeats one row.
 */
export function tile(
  depth: i32,
  left: usize,
  right: usize,
  before: usize,
  beforeStep: usize,
  to: usize,
  toStep: usize,
  low: f32,
  high: f32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  // A pointer is a counter too, which is 8 % faster. Unrolled, the loop is slower by a quarter in V8.
  const end = left + ((<usize>depth) << 4);
  while (left < end) {
    const b0 = v128.load(right);
    const b1 = v128.load(right, 16);
    let a = v128.load32_splat(left);
    c00 = f32x4.add(c00, f32x4.mul(a, b0));
    c01 = f32x4.add(c01, f32x4.mul(a, b1));
    a = v128.load32_splat(left, 4);
    c10 = f32x4.add(c10, f32x4.mul(a, b0));
    c11 = f32x4.add(c11, f32x4.mul(a, b1));
    a = v128.load32_splat(left, 8);
    c20 = f32x4.add(c20, f32x4.mul(a, b0));
    c21 = f32x4.add(c21, f32x4.mul(a, b1));
    a = v128.load32_splat(left, 12);
    c30 = f32x4.add(c30, f32x4.mul(a, b0));
    c31 = f32x4.add(c31, f32x4.mul(a, b1));
    left += 16;
    right += 32;
  }
  const least = f32x4.splat(low);
  const most = f32x4.splat(high);
  finish(to, c00, c01, before, least, most);
  finish(to + toStep, c10, c11, before + beforeStep, least, most);
  finish(to + 2 * toStep, c20, c21, before + 2 * beforeStep, least, most);
  finish(to + 3 * toStep, c30, c31, before + 3 * beforeStep, least, most);
}

/** Clamps by pmin and pmax, one instruction each, which let NaN through. */
function finish(to: usize, left: v128, right: v128, before: usize, low: v128, high: v128): void {
  v128.store(to, f32x4.pmin(f32x4.pmax(f32x4.add(v128.load(before), left), low), high));
  v128.store(to, f32x4.pmin(f32x4.pmax(f32x4.add(v128.load(before, 16), right), low), high), 16);
}
