// Powers of floats, computed in double precision: log₂ and 2ˣ by series, which are exact enough that rounding decides.

const fractionBits: i64 = 52;
const bias: i64 = 1023;
const fractionMask: i64 = (1 << 52) - 1;

/** log₂ of a normal positive number: of its power of two, and of the rest by 2·artanh((m − 1)/(m + 1)). */
function log2(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let exponent = (bits >> fractionBits) - bias;
  let m = reinterpret<f64>((bits & fractionMask) | (bias << fractionBits));
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent += 1;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  const sum =
    1 +
    z * (1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * (1 / 11.0 + z * (1 / 13.0 + z * (1 / 15.0)))))));
  return <f64>exponent + 2.8853900817779268 * s * sum;
}

/** 2ˣ, within what a float can hold. */
function exp2(x: f64): f64 {
  const bounded = min(max(x, -300), 300);
  const whole = nearest(bounded);
  const t = (bounded - whole) * 0.6931471805599453;
  const sum =
    1 +
    t *
      (1 +
        t *
          (1 / 2.0 +
            t *
              (1 / 6.0 +
                t *
                  (1 / 24.0 +
                    t * (1 / 120.0 + t * (1 / 720.0 + t * (1 / 5040.0 + t * (1 / 40320.0 + t / 362880.0))))))));
  return sum * reinterpret<f64>((<i64>whole + bias) << fractionBits);
}

/** xʸ with the special values of JavaScript's `Math.pow`. */
function powerOf(x: f32, y: f32): f32 {
  if (y == 0) return 1;
  if (x != x || y != y) return NaN;
  const size = <f64>abs(x);
  if (abs(y) == Infinity) {
    if (size == 1) return NaN;
    return size > 1 == y > 0 ? Infinity : 0;
  }
  const isWhole = floor(y) == y;
  const isOdd = isWhole && floor(y * 0.5) != y * 0.5;
  const isNegative = reinterpret<i32>(x) < 0;
  let result: f32;
  if (size == 0) result = y > 0 ? 0 : Infinity;
  else if (size == Infinity) result = y > 0 ? Infinity : 0;
  else if (isNegative && !isWhole) return NaN;
  else result = <f32>exp2(<f64>y * log2(size));
  return isNegative && isOdd ? -result : result;
}

/** Four powers aᵇ. */
export function power(a: v128, b: v128): v128 {
  let result = f32x4.splat(powerOf(f32x4.extract_lane(a, 0), f32x4.extract_lane(b, 0)));
  result = f32x4.replace_lane(result, 1, powerOf(f32x4.extract_lane(a, 1), f32x4.extract_lane(b, 1)));
  result = f32x4.replace_lane(result, 2, powerOf(f32x4.extract_lane(a, 2), f32x4.extract_lane(b, 2)));
  return f32x4.replace_lane(result, 3, powerOf(f32x4.extract_lane(a, 3), f32x4.extract_lane(b, 3)));
}
