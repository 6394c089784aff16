// Elementary functions of four floats at once, to a few units in the last place (tests/unit/kernels/math.test.ts). NaN
// stays NaN. Polynomials are minimax ones (Remez 1934) for the ranges that arguments are brought to.

const log2e: f32 = 1.4426950408889634;
/** ln 2 in two parts: whole multiples of the first are exact. */
const ln2High: f32 = 0.693359375;
const ln2Low: f32 = -2.1219444005469057e-4;
/** Added to a small number, it leaves its nearest integer in the lowest bits. */
const rounder: f32 = 12582912;

// @inline
function times(a: v128, b: v128, c: f32): v128 {
  return f32x4.add(f32x4.mul(a, b), f32x4.splat(c));
}

/** n + rounder, where n is the integer next to x / ln 2. */
// @inline
function roundLog2(x: v128): v128 {
  return times(x, f32x4.splat(log2e), rounder);
}

/** r = x − n · ln 2, from −½·ln 2 to ½·ln 2. */
// @inline
function reduce(x: v128, rounded: v128): v128 {
  const n = f32x4.sub(rounded, f32x4.splat(rounder));
  return f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(ln2High))), f32x4.mul(n, f32x4.splat(ln2Low)));
}

/** eʳ − 1 for such r. */
// @inline
function expm1Near(r: v128): v128 {
  let p = times(f32x4.splat(0.001395049155689776), r, 0.00836888886988163);
  p = times(p, r, 0.04166620597243309);
  p = times(p, r, 0.166665181517601);
  p = times(p, r, 0.5);
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

/** 2ⁿ of the integer n in the lowest bits, from −126 to 127; 0 for −127. */
// @inline
function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ; 0 and infinity beyond what floats hold, denormal values between. */
// @inline
export function exp(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-104)), f32x4.splat(89));
  const rounded = roundLog2(inside);
  const y = f32x4.add(expm1Near(reduce(inside, rounded)), f32x4.splat(1));
  // In two steps: neither half of n leaves the range of exponents.
  const n = i32x4.sub(rounded, f32x4.splat(rounder));
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(y, power2(half)), power2(i32x4.sub(n, half)));
}

/** eˣ for x ≤ 0 or NaN; 0 below −88, where values are denormal. */
// @inline
export function expNegative(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-88));
  const rounded = roundLog2(inside);
  const y = f32x4.add(expm1Near(reduce(inside, rounded)), f32x4.splat(1));
  return f32x4.mul(y, power2(rounded));
}

/** eˣ − 1 for x ≤ 0 or NaN, with all digits near 0 too. */
// @inline
export function expm1Negative(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-30));
  const rounded = roundLog2(inside);
  const scale = power2(rounded);
  const y = expm1Near(reduce(inside, rounded));
  return f32x4.add(f32x4.mul(y, scale), f32x4.sub(scale, f32x4.splat(1)));
}

/** 2·artanh(s) for |s| ≤ ⅓. */
// @inline
function twiceArtanh(s: v128): v128 {
  const z = f32x4.mul(s, s);
  let p = times(f32x4.splat(0.2802445888519287), z, 0.27999141812324524);
  p = times(p, z, 0.4002169966697693);
  p = times(p, z, 0.6666641235351562);
  return f32x4.add(f32x4.mul(f32x4.mul(p, z), s), f32x4.add(s, s));
}

/** log(1 + e) for e from 0 to 1. */
// @inline
export function log1p(e: v128): v128 {
  return twiceArtanh(f32x4.div(e, f32x4.add(e, f32x4.splat(2))));
}

/** log x; −∞ for 0, NaN below. */
export function log(x: v128): v128 {
  const isSmall = f32x4.lt(x, f32x4.splat(1.1754943508222875e-38));
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, isSmall);
  // A fraction from √½ to √2, and the exponent that goes with it.
  const root = i32x4.splat(0x3f3504f3);
  const shifted = i32x4.sub(scaled, root);
  const n = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23)), v128.and(isSmall, f32x4.splat(23)));
  const fraction = i32x4.add(v128.and(shifted, i32x4.splat(0x7fffff)), root);
  const one = f32x4.splat(1);
  const near = twiceArtanh(f32x4.div(f32x4.sub(fraction, one), f32x4.add(fraction, one)));
  const y = f32x4.add(f32x4.add(near, f32x4.mul(n, f32x4.splat(ln2Low))), f32x4.mul(n, f32x4.splat(ln2High)));
  const zero = f32x4.splat(0);
  const isPlain = v128.and(f32x4.gt(x, zero), f32x4.lt(x, f32x4.splat(Infinity)));
  const odd = v128.bitselect(f32x4.splat(NaN), x, f32x4.lt(x, zero));
  return v128.bitselect(y, v128.bitselect(f32x4.splat(-Infinity), odd, f32x4.eq(x, zero)), isPlain);
}

/** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|) */
// @inline
export function softplus(x: v128): v128 {
  return f32x4.add(f32x4.pmax(x, f32x4.splat(0)), log1p(expNegative(f32x4.neg(f32x4.abs(x)))));
}

/** 1 / (1 + e⁻ˣ) */
// @inline
export function sigmoid(x: v128): v128 {
  const e = expNegative(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  return f32x4.div(v128.bitselect(one, e, f32x4.gt(x, f32x4.splat(0))), f32x4.add(one, e));
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
  const t = expm1Negative(f32x4.mul(f32x4.abs(x), f32x4.splat(-2)));
  return v128.bitselect(x, f32x4.div(t, f32x4.add(t, f32x4.splat(2))), i32x4.splat(0x80000000));
}

/** sin(r + n · ½π) for |r| ≤ ¼π. */
// @inline
export function sinNear(r: v128, n: v128): v128 {
  const z = f32x4.mul(r, r);
  let sine = times(f32x4.splat(-0.00019517235341481864), z, 0.008332177996635437);
  sine = times(sine, z, -0.16666655242443085);
  sine = f32x4.add(f32x4.mul(f32x4.mul(sine, z), r), r);
  let cosine = times(f32x4.splat(2.4438379114144482e-5), z, -0.0013887366512790322);
  cosine = times(cosine, z, 0.04166664555668831);
  cosine = f32x4.mul(f32x4.mul(cosine, z), z);
  cosine = f32x4.add(f32x4.sub(cosine, f32x4.mul(z, f32x4.splat(0.5))), f32x4.splat(1));
  const isOdd = i32x4.shr_s(i32x4.shl(n, 31), 31);
  const sign = v128.and(i32x4.shl(n, 30), i32x4.splat(0x80000000));
  return v128.xor(v128.bitselect(cosine, sine, isOdd), sign);
}

/** Angles beyond this count as 0: their floats lie more than a turn apart. */
const farthest: f32 = 67108864;

/** sin(x + quarter · ½π); the argument is brought to ±¼π in double precision. */
function wave(x: v128, quarter: i32): v128 {
  const known = f32x4.mul(x, v128.and(f32x4.splat(1), f32x4.le(f32x4.abs(x), f32x4.splat(farthest))));
  const low = f64x2.promote_low_f32x4(known);
  const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(known, known, 1, 0));
  const nLow = roundQuarters(low);
  const nHigh = roundQuarters(high);
  const rLow = f32x4.demote_f64x2_zero(rest(low, nLow));
  const rHigh = f32x4.demote_f64x2_zero(rest(high, nHigh));
  const n = v128.shuffle<i32>(nLow, nHigh, 0, 2, 4, 6);
  return sinNear(v128.shuffle<i64>(rLow, rHigh, 0, 2), i32x4.add(n, i32x4.splat(quarter)));
}

/** As `rounder`, for doubles. */
const doubleRounder: f64 = 6755399441055744;

/** n + doubleRounder, where n is the integer next to x / ½π. */
// @inline
function roundQuarters(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, f64x2.splat(0.6366197723675814)), f64x2.splat(doubleRounder));
}

/** x − n · ½π, with ½π in two parts: whole multiples of the first are exact up to 2²⁶. */
// @inline
function rest(x: v128, rounded: v128): v128 {
  const n = f64x2.sub(rounded, f64x2.splat(doubleRounder));
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
