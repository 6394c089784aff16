/**
 * Rows of `columns` floats, each column brought from its mean and variance to its offset and scale. Places of 0 are an
 * offset of 0 and a scale of 1.
 */
export function normalize(
  to: usize,
  from: usize,
  mean: usize,
  variance: usize,
  offset: usize,
  scale: usize,
  epsilon: f32,
  rows: i32,
  columns: i32,
): void {
  const bytes = (<usize>columns) << 2;
  const small = f32x4.splat(epsilon);
  for (let row: i32 = 0; row < rows; row++) {
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) {
      const o = offset ? v128.load(offset + i) : f32x4.splat(0);
      const s = scale ? v128.load(scale + i) : f32x4.splat(1);
      const y = normalizeFour(v128.load(from + i), v128.load(mean + i), v128.load(variance + i), o, s, small);
      v128.store(to + i, y);
    }
    for (; i < bytes; i += 4) {
      const o = offset ? v128.load32_splat(offset + i) : f32x4.splat(0);
      const s = scale ? v128.load32_splat(scale + i) : f32x4.splat(1);
      const m = v128.load32_splat(mean + i);
      const y = normalizeFour(v128.load32_splat(from + i), m, v128.load32_splat(variance + i), o, s, small);
      v128.store32_lane(to + i, y, 0);
    }
    to += bytes;
    from += bytes;
  }
}

/** (x − mean) · scale / √(variance + ε) + offset of four values. */
// @inline
function normalizeFour(x: v128, mean: v128, variance: v128, offset: v128, scale: v128, epsilon: v128): v128 {
  const factor = f32x4.div(scale, f32x4.sqrt(f32x4.add(variance, epsilon)));
  return f32x4.add(f32x4.mul(f32x4.sub(x, mean), factor), offset);
}
