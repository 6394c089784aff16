import { narrow } from './cast.as';
import { Binary } from './kinds';
import { power } from './power.as';

// Functions of two operands. `kind` is a constant in everything inlined, so that every kind has a loop of its own.

/** Four values at a time. Comparisons give all bits or none. */
// @inline
function combine(kind: i32, a: v128, b: v128): v128 {
  switch (kind) {
    case Binary.add:
      return f32x4.add(a, b);
    case Binary.subtract:
      return f32x4.sub(a, b);
    case Binary.multiply:
      return f32x4.mul(a, b);
    case Binary.divide:
      return f32x4.div(a, b);
    case Binary.maximum:
      return f32x4.max(a, b);
    case Binary.minimum:
      return f32x4.min(a, b);
    case Binary.squaredDifference: {
      const difference = f32x4.sub(a, b);
      return f32x4.mul(difference, difference);
    }
    case Binary.power:
      return power(a, b);
    case Binary.prelu:
      return v128.bitselect(f32x4.mul(a, b), a, f32x4.lt(a, f32x4.splat(0)));
    case Binary.eluGradient:
      return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, f32x4.splat(1))), f32x4.ge(b, f32x4.splat(0)));
    case Binary.equal:
      return f32x4.eq(a, b);
    case Binary.notEqual:
      return f32x4.ne(a, b);
    case Binary.greater:
      return f32x4.gt(a, b);
    case Binary.greaterEqual:
      return f32x4.ge(a, b);
    case Binary.less:
      return f32x4.lt(a, b);
    case Binary.lessEqual:
      return f32x4.le(a, b);
    case Binary.addIntegers:
      return i32x4.add(a, b);
    case Binary.subtractIntegers:
      return i32x4.sub(a, b);
    case Binary.multiplyIntegers:
      return i32x4.mul(a, b);
    case Binary.maximumOfIntegers:
      return i32x4.max_s(a, b);
    case Binary.minimumOfIntegers:
      return i32x4.min_s(a, b);
    case Binary.equalIntegers:
      return i32x4.eq(a, b);
    case Binary.notEqualIntegers:
      return i32x4.ne(a, b);
    case Binary.greaterIntegers:
      return i32x4.gt_s(a, b);
    case Binary.greaterEqualIntegers:
      return i32x4.ge_s(a, b);
    case Binary.lessIntegers:
      return i32x4.lt_s(a, b);
    default:
      return i32x4.le_s(a, b);
  }
}

// @inline
function givesBytes(kind: i32): bool {
  return (
    (kind >= Binary.equal && kind <= Binary.lessEqual) ||
    (kind >= Binary.equalIntegers && kind <= Binary.lessEqualIntegers)
  );
}

/** A line of `count` values; a step of 0 repeats the operand's first value. */
// @inline
function line(kind: i32, to: usize, a: usize, b: usize, count: i32, aStep: i32, bStep: i32): void {
  let x = v128.load32_splat(a);
  let y = v128.load32_splat(b);
  const width: usize = givesBytes(kind) ? 1 : 4;
  const whole = to + <usize>(count & ~3) * width;
  const end = to + <usize>count * width;
  for (; to < whole; to += 4 * width) {
    if (aStep) {
      x = v128.load(a);
      a += 16;
    }
    if (bStep) {
      y = v128.load(b);
      b += 16;
    }
    const result = combine(kind, x, y);
    if (width == 1) v128.store32_lane(to, narrow(result), 0);
    else v128.store(to, result);
  }
  for (; to < end; to += width) {
    if (aStep) {
      x = v128.load32_splat(a);
      a += 4;
    }
    if (bStep) {
      y = v128.load32_splat(b);
      b += 4;
    }
    const result = combine(kind, x, y);
    if (width == 1) v128.store8_lane(to, narrow(result), 0);
    else v128.store32_lane(to, result, 0);
  }
}

// @inline
function lines(
  kind: i32,
  to: usize,
  a: usize,
  b: usize,
  outer: i32,
  inner: i32,
  aOuter: i32,
  aInner: i32,
  bOuter: i32,
  bInner: i32,
): void {
  const toStep = <usize>inner * (givesBytes(kind) ? 1 : 4);
  for (let i: i32 = 0; i < outer; i++) {
    if (!aInner) line(kind, to, a, b, inner, 0, 1);
    else if (!bInner) line(kind, to, a, b, inner, 1, 0);
    else line(kind, to, a, b, inner, 1, 1);
    to += toStep;
    a += (<usize>aOuter) << 2;
    b += (<usize>bOuter) << 2;
  }
}

/** Bools, four in a word where both operands go on. */
function logical(
  kind: i32,
  to: usize,
  a: usize,
  b: usize,
  outer: i32,
  inner: i32,
  aOuter: i32,
  aInner: i32,
  bOuter: i32,
  bInner: i32,
): void {
  for (let i: i32 = 0; i < outer; i++) {
    let k: i32 = 0;
    for (; aInner && bInner && k + 4 <= inner; k += 4) {
      const x = load<u32>(a + k);
      const y = load<u32>(b + k);
      store<u32>(to + k, kind == Binary.and ? x & y : x | y);
    }
    for (; k < inner; k++) {
      const x = load<u8>(a + k * aInner);
      const y = load<u8>(b + k * bInner);
      store<u8>(to + k, kind == Binary.and ? x & y : x | y);
    }
    to += inner;
    a += aOuter;
    b += bOuter;
  }
}

/**
 * to[o, i] = f(a[o·aOuter + i·aInner], b[o·bOuter + i·bInner]) for `outer` lines of `inner` values, which lie one after
 * another. Strides are in elements; those along a line are 0 or 1, and not both 0.
 */
export function binary(
  kind: i32,
  to: usize,
  a: usize,
  b: usize,
  outer: i32,
  inner: i32,
  aOuter: i32,
  aInner: i32,
  bOuter: i32,
  bInner: i32,
): void {
  switch (kind) {
    case Binary.add:
      return lines(Binary.add, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.subtract:
      return lines(Binary.subtract, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.multiply:
      return lines(Binary.multiply, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.divide:
      return lines(Binary.divide, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.maximum:
      return lines(Binary.maximum, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.minimum:
      return lines(Binary.minimum, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.squaredDifference:
      return lines(Binary.squaredDifference, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.power:
      return lines(Binary.power, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.prelu:
      return lines(Binary.prelu, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.eluGradient:
      return lines(Binary.eluGradient, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.equal:
      return lines(Binary.equal, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.notEqual:
      return lines(Binary.notEqual, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greater:
      return lines(Binary.greater, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterEqual:
      return lines(Binary.greaterEqual, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.less:
      return lines(Binary.less, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessEqual:
      return lines(Binary.lessEqual, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.addIntegers:
      return lines(Binary.addIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.subtractIntegers:
      return lines(Binary.subtractIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.multiplyIntegers:
      return lines(Binary.multiplyIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.maximumOfIntegers:
      return lines(Binary.maximumOfIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.minimumOfIntegers:
      return lines(Binary.minimumOfIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.equalIntegers:
      return lines(Binary.equalIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.notEqualIntegers:
      return lines(Binary.notEqualIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterIntegers:
      return lines(Binary.greaterIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterEqualIntegers:
      return lines(Binary.greaterEqualIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessIntegers:
      return lines(Binary.lessIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessEqualIntegers:
      return lines(Binary.lessEqualIntegers, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.and:
      return logical(Binary.and, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.or:
      return logical(Binary.or, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    default:
      unreachable();
  }
}
