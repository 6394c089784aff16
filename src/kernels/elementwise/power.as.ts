// Powers of floats, computed in double precision: log₂ and 2ˣ by series, so exact that rounding decides.

/** log₂ m for m from √½ to √2: 2/ln 2 · artanh((m − 1)/(m + 1)). */
// @inline
function log2(m: v128): v128 {
  const one = f64x2.splat(1);
  const s = f64x2.div(f64x2.sub(m, one), f64x2.add(m, one));
  const z = f64x2.mul(s, s);
  let sum = f64x2.splat(1 / 15.0);
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 13.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 11.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 9.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 7.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 5.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1 / 3.0));
  sum = f64x2.add(f64x2.mul(sum, z), one);
  return f64x2.mul(f64x2.mul(sum, s), f64x2.splat(2.8853900817779268));
}

/** 2ˣ, as far as floats hold it; NaN stays. */
// @inline
function exp2(x: v128): v128 {
  const bounded = f64x2.pmax(f64x2.pmin(x, f64x2.splat(300)), f64x2.splat(-300));
  const whole = f64x2.nearest(bounded);
  const t = f64x2.mul(f64x2.sub(bounded, whole), f64x2.splat(0.6931471805599453));
  let sum = f64x2.splat(1 / 362880.0);
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 40320.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 5040.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 720.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 120.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 24.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1 / 6.0));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1));
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(whole));
  return f64x2.mul(sum, i64x2.shl(i64x2.add(exponent, i64x2.splat(1023)), 52));
}

/** (2ⁿ · m)ʸ of the two low lanes. */
// @inline
function powerOfTwo(n: v128, m: v128, y: v128): v128 {
  const log = f64x2.add(f64x2.promote_low_f32x4(n), log2(f64x2.promote_low_f32x4(m)));
  return f32x4.demote_f64x2_zero(exp2(f64x2.mul(f64x2.promote_low_f32x4(y), log)));
}

// @inline
function high(x: v128): v128 {
  return v128.shuffle<i64>(x, x, 1, 0);
}

/** Four powers xʸ, with the special values of JavaScript’s `Math.pow`. */
export function power(x: v128, y: v128): v128 {
  const zero = f32x4.splat(0);
  const infinity = f32x4.splat(Infinity);
  const size = f32x4.abs(x);
  // |x| = 2ⁿ · m with m from √½ to √2: what its bits have over those of √½ is n, in the places of the exponent.
  const isSmall = f32x4.lt(size, f32x4.splat(1.1754943508222875e-38));
  const scaled = v128.bitselect(f32x4.mul(size, f32x4.splat(8388608)), size, isSmall);
  const exponent = i32x4.shr_s(i32x4.sub(scaled, i32x4.splat(0x3f3504f3)), 23);
  const m = i32x4.sub(scaled, i32x4.shl(exponent, 23));
  const n = f32x4.sub(f32x4.convert_i32x4_s(exponent), v128.and(isSmall, f32x4.splat(23)));
  let result = v128.shuffle<i64>(powerOfTwo(n, m, y), powerOfTwo(high(n), high(m), high(y)), 0, 2);

  const isUp = f32x4.gt(y, zero);
  result = v128.bitselect(v128.bitselect(zero, infinity, isUp), result, f32x4.eq(size, zero));
  result = v128.bitselect(v128.bitselect(infinity, zero, isUp), result, f32x4.eq(size, infinity));
  const isNegative = i32x4.lt_s(x, i32x4.splat(0));
  const isWhole = f32x4.eq(f32x4.floor(y), y);
  const half = f32x4.mul(y, f32x4.splat(0.5));
  const isOdd = v128.and(isWhole, f32x4.ne(f32x4.floor(half), half));
  result = v128.xor(result, v128.and(v128.and(isNegative, isOdd), f32x4.splat(-0.0)));
  const isPlain = v128.and(f32x4.gt(size, zero), f32x4.lt(size, infinity));
  const isNone = v128.and(v128.andnot(isNegative, isWhole), isPlain);
  const isNaN = v128.or(f32x4.ne(x, x), f32x4.ne(y, y));
  result = v128.bitselect(f32x4.splat(NaN), result, v128.or(isNone, isNaN));
  return v128.bitselect(f32x4.splat(1), result, f32x4.eq(y, zero));
}
