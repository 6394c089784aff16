import { narrow } from './cast.as';
import { Binary } from './kinds';
import {
  Add,
  AddIntegers,
  Divide,
  EluGradient,
  Equal,
  EqualIntegers,
  Greater,
  GreaterEqual,
  GreaterEqualIntegers,
  GreaterIntegers,
  Less,
  LessEqual,
  LessEqualIntegers,
  LessIntegers,
  Maximum,
  MaximumOfIntegers,
  Minimum,
  MinimumOfIntegers,
  Multiply,
  MultiplyIntegers,
  NotEqual,
  NotEqualIntegers,
  Power,
  Prelu,
  SquaredDifference,
  Subtract,
  SubtractIntegers,
} from './pairs.as';

// Functions of two operands. Every function is a class without values, and the loops are generic: see unary.as.ts.

/** A line of `count` words; a step of 0 repeats the operand's first value. */
// @inline
function line<F>(to: usize, a: usize, b: usize, count: i32, aStep: usize, bStep: usize): void {
  const f = changetype<F>(0);
  const end = to + ((<usize>count) << 2);
  let x = v128.load32_splat(a);
  let y = v128.load32_splat(b);
  for (; to + 32 <= end; to += 32) {
    if (aStep) x = v128.load(a);
    if (bStep) y = v128.load(b);
    v128.store(to, f.of(x, y));
    if (aStep) x = v128.load(a, 16);
    if (bStep) y = v128.load(b, 16);
    v128.store(to, f.of(x, y), 16);
    a += 32 * aStep;
    b += 32 * bStep;
  }
  for (; to < end; to += 4) {
    if (aStep) x = v128.load32_splat(a);
    if (bStep) y = v128.load32_splat(b);
    v128.store32_lane(to, f.of(x, y), 0);
    a += 4 * aStep;
    b += 4 * bStep;
  }
}

/** The same, where the function gives all bits or none: as bytes, 1 or 0. */
// @inline
function lineOfBools<F>(to: usize, a: usize, b: usize, count: i32, aStep: usize, bStep: usize): void {
  const f = changetype<F>(0);
  const end = to + <usize>count;
  let x = v128.load32_splat(a);
  let y = v128.load32_splat(b);
  for (; to + 4 <= end; to += 4) {
    if (aStep) x = v128.load(a);
    if (bStep) y = v128.load(b);
    v128.store32_lane(to, narrow(f.of(x, y)), 0);
    a += 16 * aStep;
    b += 16 * bStep;
  }
  for (; to < end; to++) {
    if (aStep) x = v128.load32_splat(a);
    if (bStep) y = v128.load32_splat(b);
    v128.store8_lane(to, narrow(f.of(x, y)), 0);
    a += 4 * aStep;
    b += 4 * bStep;
  }
}

/** Lines of words. */
function lines<F>(
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
    if (!aInner) line<F>(to, a, b, inner, 0, 1);
    else if (!bInner) line<F>(to, a, b, inner, 1, 0);
    else line<F>(to, a, b, inner, 1, 1);
    to += (<usize>inner) << 2;
    a += (<usize>aOuter) << 2;
    b += (<usize>bOuter) << 2;
  }
}

/** Lines of bools. */
function linesOfBools<F>(
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
    if (!aInner) lineOfBools<F>(to, a, b, inner, 0, 1);
    else if (!bInner) lineOfBools<F>(to, a, b, inner, 1, 0);
    else lineOfBools<F>(to, a, b, inner, 1, 1);
    to += inner;
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
      return lines<Add>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.subtract:
      return lines<Subtract>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.multiply:
      return lines<Multiply>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.divide:
      return lines<Divide>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.maximum:
      return lines<Maximum>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.minimum:
      return lines<Minimum>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.squaredDifference:
      return lines<SquaredDifference>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.power:
      return lines<Power>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.prelu:
      return lines<Prelu>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.eluGradient:
      return lines<EluGradient>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.equal:
      return linesOfBools<Equal>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.notEqual:
      return linesOfBools<NotEqual>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greater:
      return linesOfBools<Greater>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterEqual:
      return linesOfBools<GreaterEqual>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.less:
      return linesOfBools<Less>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessEqual:
      return linesOfBools<LessEqual>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.addIntegers:
      return lines<AddIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.subtractIntegers:
      return lines<SubtractIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.multiplyIntegers:
      return lines<MultiplyIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.maximumOfIntegers:
      return lines<MaximumOfIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.minimumOfIntegers:
      return lines<MinimumOfIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.equalIntegers:
      return linesOfBools<EqualIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.notEqualIntegers:
      return linesOfBools<NotEqualIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterIntegers:
      return linesOfBools<GreaterIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.greaterEqualIntegers:
      return linesOfBools<GreaterEqualIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessIntegers:
      return linesOfBools<LessIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.lessEqualIntegers:
      return linesOfBools<LessEqualIntegers>(to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    case Binary.and:
    case Binary.or:
      return logical(kind, to, a, b, outer, inner, aOuter, aInner, bOuter, bInner);
    default:
      unreachable();
  }
}
