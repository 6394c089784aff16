// Elementary functions of four floats at once. NaN stays NaN. Each says how far off it is: units in the last place (ulp)
// of the true value, or absolutely. Constants and the ways of reducing an argument are those of Cephes (Moshier 1989)
// unless said otherwise; polynomials are minimax ones.

const ln2High: f32 = 0.693359375;
const ln2Low: f32 = -2.1219444e-4;
const log2e: f32 = 1.44269504088896341;

/** eʳ − 1 for |r| ≤ ½·ln 2. */
// @inline
function expm1Near(r: v128): v128 {
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

/** 2ⁿ for whole n from −126 to 127. */
// @inline
function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

// @inline
function clamp(x: v128, low: f32, high: f32): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(low)), f32x4.splat(high));
}

/** eˣ; 0 and infinity beyond what floats hold, denormal values between. */
// @inline
export function exp(x: v128): v128 {
  const inside = clamp(x, -104, 89);
  const n = f32x4.nearest(f32x4.mul(inside, f32x4.splat(log2e)));
  let r = f32x4.sub(inside, f32x4.mul(n, f32x4.splat(ln2High)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(ln2Low)));
  const y = f32x4.add(expm1Near(r), f32x4.splat(1));
  // In two steps: neither half of n leaves the range of exponents.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(y, power2(half)), power2(i32x4.sub(whole, half)));
}

/** eˣ for x ≤ 0, or NaN: 0 below −87.3, where denormal values would begin. */
// @inline
export function expNegative(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-88));
  const n = f32x4.nearest(f32x4.mul(inside, f32x4.splat(log2e)));
  let r = f32x4.sub(inside, f32x4.mul(n, f32x4.splat(ln2High)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(ln2Low)));
  const y = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(y, power2(i32x4.trunc_sat_f32x4_s(n)));
}

/** eˣ − 1, exact near 0 too, for x ≤ 0 or NaN. */
// @inline
export function expm1Negative(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-30));
  const n = f32x4.nearest(f32x4.mul(inside, f32x4.splat(log2e)));
  let r = f32x4.sub(inside, f32x4.mul(n, f32x4.splat(ln2High)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(ln2Low)));
  const scale = power2(i32x4.trunc_sat_f32x4_s(n));
  return f32x4.add(f32x4.mul(expm1Near(r), scale), f32x4.sub(scale, f32x4.splat(1)));
}

/** 2·artanh(s) for |s| ≤ ⅓. */
// @inline
function twiceArtanh(s: v128): v128 {
  const z = f32x4.mul(s, s);
  let p = f32x4.splat(2.0 / 15);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 13));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 11));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 9));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 7));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 5));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 3));
  return f32x4.add(f32x4.mul(f32x4.mul(p, z), s), f32x4.add(s, s));
}

/** log(1 + e) for e from 0 to 1. */
// @inline
export function log1p(e: v128): v128 {
  return twiceArtanh(f32x4.div(e, f32x4.add(e, f32x4.splat(2))));
}

/** log x; −∞ for 0, NaN below. */
export function log(x: v128): v128 {
  const least = f32x4.splat(1.1754943508222875e-38);
  const isSmall = f32x4.lt(x, least);
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, isSmall);
  // The fraction from √½ to √2, and the exponent that goes with it.
  const shifted = i32x4.sub(scaled, i32x4.splat(0x3f3504f3));
  const n = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23)), v128.and(isSmall, f32x4.splat(23)));
  const fraction = i32x4.add(v128.and(shifted, i32x4.splat(0x7fffff)), i32x4.splat(0x3f3504f3));
  const one = f32x4.splat(1);
  const near = twiceArtanh(f32x4.div(f32x4.sub(fraction, one), f32x4.add(fraction, one)));
  const y = f32x4.add(f32x4.add(near, f32x4.mul(n, f32x4.splat(ln2Low))), f32x4.mul(n, f32x4.splat(ln2High)));
  // What has no logarithm: +∞ and NaN stay, 0 gives −∞, less gives NaN.
  const isPlain = v128.and(f32x4.gt(x, f32x4.splat(0)), f32x4.lt(x, f32x4.splat(Infinity)));
  const isZero = f32x4.eq(x, f32x4.splat(0));
  const isBelow = f32x4.lt(x, f32x4.splat(0));
  const odd = v128.bitselect(f32x4.splat(-Infinity), v128.bitselect(f32x4.splat(NaN), x, isBelow), isZero);
  return v128.bitselect(y, odd, isPlain);
}

/** max(x, 0) + log(1 + e^−|x|) */
// @inline
export function softplus(x: v128): v128 {
  return f32x4.add(f32x4.pmax(x, f32x4.splat(0)), log1p(expNegative(f32x4.neg(f32x4.abs(x)))));
}

/** 1 / (1 + e⁻ˣ) */
// @inline
export function sigmoid(x: v128): v128 {
  const e = expNegative(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  const above = f32x4.gt(x, f32x4.splat(0));
  return f32x4.div(v128.bitselect(one, e, above), f32x4.add(one, e));
}

/** sigmoid(x) · sigmoid(−x), the derivative of the sigmoid. */
// @inline
export function sigmoidSlope(x: v128): v128 {
  const e = expNegative(f32x4.neg(f32x4.abs(x)));
  const sum = f32x4.add(f32x4.splat(1), e);
  return f32x4.div(e, f32x4.mul(sum, sum));
}

/** −t / (t + 2) with t = e^−2|x| − 1, and the sign of x. */
// @inline
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const t = expm1Negative(f32x4.mul(size, f32x4.splat(-2)));
  const y = f32x4.div(t, f32x4.add(t, f32x4.splat(2)));
  // |y| ≥ 0 takes over the sign of x.
  return v128.bitselect(x, y, i32x4.splat(0x80000000));
}

/** sin(x + quarter · ½π): the argument is brought to ±¼π in double precision. */
export function wave(x: v128, quarter: i32): v128 {
  const low = f64x2.promote_low_f32x4(x);
  const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 0));
  const nLow = f64x2.nearest(f64x2.mul(low, f64x2.splat(0.6366197723675814)));
  const nHigh = f64x2.nearest(f64x2.mul(high, f64x2.splat(0.6366197723675814)));
  const r = v128.shuffle<i64>(
    f32x4.demote_f64x2_zero(rest(low, nLow)),
    f32x4.demote_f64x2_zero(rest(high, nHigh)),
    0,
    2,
  );
  const n = v128.shuffle<i64>(i32x4.trunc_sat_f64x2_s_zero(nLow), i32x4.trunc_sat_f64x2_s_zero(nHigh), 0, 2);
  const turned = i32x4.add(n, i32x4.splat(quarter));

  const z = f32x4.mul(r, r);
  let sine = f32x4.splat(-1.9515295891e-4);
  sine = f32x4.add(f32x4.mul(sine, z), f32x4.splat(8.3321608736e-3));
  sine = f32x4.add(f32x4.mul(sine, z), f32x4.splat(-1.6666654611e-1));
  sine = f32x4.add(f32x4.mul(f32x4.mul(sine, z), r), r);
  let cosine = f32x4.splat(2.443315711809948e-5);
  cosine = f32x4.add(f32x4.mul(cosine, z), f32x4.splat(-1.388731625493765e-3));
  cosine = f32x4.add(f32x4.mul(cosine, z), f32x4.splat(4.166664568298827e-2));
  cosine = f32x4.mul(f32x4.mul(cosine, z), z);
  cosine = f32x4.add(f32x4.sub(cosine, f32x4.mul(z, f32x4.splat(0.5))), f32x4.splat(1));

  const isOdd = i32x4.ne(v128.and(turned, i32x4.splat(1)), i32x4.splat(0));
  const sign = i32x4.shl(turned, 30);
  return v128.xor(v128.bitselect(cosine, sine, isOdd), v128.and(sign, i32x4.splat(0x80000000)));
}

/** x − n·½π, with ½π in two parts: the product with the first is exact up to n = 2²⁶. */
// @inline
function rest(x: v128, n: v128): v128 {
  const near = f64x2.sub(x, f64x2.mul(n, f64x2.splat(1.570796325802803)));
  return f64x2.sub(near, f64x2.mul(n, f64x2.splat(9.920935796805404e-10)));
}

/** sin x */
// @inline
export function sin(x: v128): v128 {
  return wave(x, 0);
}

/** cos x */
// @inline
export function cos(x: v128): v128 {
  return wave(x, 1);
}
