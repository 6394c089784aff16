import { exp, expm1Negative, log } from '../wasm/math.as';

// What wasm/math.as.ts has for arguments on one side, for all arguments.

/** eˣ − 1, exact near 0 too. */
// @inline
export function expm1(x: v128): v128 {
  const limit = f32x4.splat(88);
  return v128.bitselect(exp(x), expm1Negative(f32x4.pmin(x, limit)), f32x4.gt(x, limit));
}

/** log(1 + x), exact near 0 too: what 1 + x lost in rounding is put back (Goldberg 1991, theorem 4). */
// @inline
export function log1p(x: v128): v128 {
  const one = f32x4.splat(1);
  const sum = f32x4.add(x, one);
  const lost = f32x4.div(f32x4.sub(x, f32x4.sub(sum, one)), sum);
  const isPlain = v128.and(f32x4.gt(sum, f32x4.splat(0)), f32x4.lt(sum, f32x4.splat(Infinity)));
  return f32x4.add(log(sum), v128.and(lost, isPlain));
}
