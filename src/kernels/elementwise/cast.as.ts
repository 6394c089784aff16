import { Cast } from './kinds';

/** Four values of 32 bits from four bytes. */
// @inline
function widen(from: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
}

/** Four masks as four bytes, 0 or 1, to be stored by store32_lane. */
// @inline
export function narrow(masks: v128): v128 {
  const halves = i16x8.narrow_i32x4_s(masks, masks);
  return v128.and(i8x16.narrow_i16x8_s(halves, halves), i8x16.splat(1));
}

/** One value. Numbers that an integer cannot hold become the nearest that it can, and NaN 0. */
function castOne(kind: i32, to: usize, from: usize): void {
  switch (kind) {
    case Cast.floatToInteger:
      return v128.store32_lane(to, i32x4.trunc_sat_f32x4_s(v128.load32_splat(from)), 0);
    case Cast.integerToFloat:
      return store<f32>(to, <f32>load<i32>(from));
    case Cast.boolToFloat:
      return store<f32>(to, <f32>load<u8>(from));
    case Cast.boolToInteger:
      return store<i32>(to, load<u8>(from));
    case Cast.floatToBool:
      return store<u8>(to, load<f32>(from) != 0 ? 1 : 0);
    case Cast.integerToBool:
      return store<u8>(to, load<i32>(from) != 0 ? 1 : 0);
    default:
      unreachable();
  }
}

function castFour(kind: i32, to: usize, from: usize): void {
  switch (kind) {
    case Cast.floatToInteger:
      return v128.store(to, i32x4.trunc_sat_f32x4_s(v128.load(from)));
    case Cast.integerToFloat:
      return v128.store(to, f32x4.convert_i32x4_s(v128.load(from)));
    case Cast.boolToFloat:
      return v128.store(to, f32x4.convert_i32x4_s(widen(from)));
    case Cast.boolToInteger:
      return v128.store(to, widen(from));
    case Cast.floatToBool:
      return v128.store32_lane(to, narrow(f32x4.ne(v128.load(from), f32x4.splat(0))), 0);
    case Cast.integerToBool:
      return v128.store32_lane(to, narrow(i32x4.ne(v128.load(from), i32x4.splat(0))), 0);
    default:
      unreachable();
  }
}

/** `count` values in another type. */
export function cast(kind: i32, to: usize, from: usize, count: i32): void {
  const fromWidth: usize = kind == Cast.boolToFloat || kind == Cast.boolToInteger ? 1 : 4;
  const toWidth: usize = kind == Cast.floatToBool || kind == Cast.integerToBool ? 1 : 4;
  let i: i32 = 0;
  for (; i + 4 <= count; i += 4) castFour(kind, to + <usize>i * toWidth, from + <usize>i * fromWidth);
  for (; i < count; i++) castOne(kind, to + <usize>i * toWidth, from + <usize>i * fromWidth);
}

/** The other truth value of `count` bools. */
export function not(to: usize, from: usize, count: i32): void {
  let i: i32 = 0;
  for (; i + 4 <= count; i += 4) store<u32>(to + i, load<u32>(from + i) ^ 0x01010101);
  for (; i < count; i++) store<u8>(to + i, load<u8>(from + i) ^ 1);
}

/** to[i] = condition[i] ? x[i] : y[i] for `count` values of 32 bits; conditions are bytes. */
export function select(to: usize, condition: usize, x: usize, y: usize, count: i32): void {
  let i: usize = 0;
  const zero = i32x4.splat(0);
  for (; i + 4 <= <usize>count; i += 4) {
    const isFalse = i32x4.eq(widen(condition + i), zero);
    v128.store(to + (i << 2), v128.bitselect(v128.load(y + (i << 2)), v128.load(x + (i << 2)), isFalse));
  }
  for (; i < <usize>count; i++)
    store<u32>(to + (i << 2), load<u32>(load<u8>(condition + i) ? x + (i << 2) : y + (i << 2)));
}

/** One word of 32 bits over and over, up to `bytes`. */
export function fill(to: usize, bytes: i32, word: i32): void {
  const end = to + <usize>bytes;
  const four = i32x4.splat(word);
  for (; to + 16 <= end; to += 16) v128.store(to, four);
  for (; to + 4 <= end; to += 4) store<i32>(to, word);
  for (; to < end; to++) store<u8>(to, <u8>word);
}
