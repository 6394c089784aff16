import { Reduce } from './kinds';

// Many values to one. `kind` is a constant in everything inlined, so that every kind has loops of its own. Sums are
// taken of sums of blocks: the error grows with the number of blocks, not with that of values.

/** Values of a line, or rows of a column, that are summed up in one go. */
const lineBlock: i32 = 4096;
const columnBlock: i32 = 256;

// @inline
function start(kind: i32): v128 {
  switch (kind) {
    case Reduce.product:
      return f32x4.splat(1);
    case Reduce.maximum:
      return f32x4.splat(-Infinity);
    case Reduce.minimum:
      return f32x4.splat(Infinity);
    case Reduce.productOfIntegers:
      return i32x4.splat(1);
    case Reduce.maximumOfIntegers:
      return i32x4.splat(i32.MIN_VALUE);
    case Reduce.minimumOfIntegers:
      return i32x4.splat(i32.MAX_VALUE);
    default:
      return i32x4.splat(0);
  }
}

// @inline
function combine(kind: i32, a: v128, b: v128): v128 {
  switch (kind) {
    case Reduce.sum:
    case Reduce.mean:
      return f32x4.add(a, b);
    case Reduce.product:
      return f32x4.mul(a, b);
    case Reduce.maximum:
      return f32x4.max(a, b);
    case Reduce.minimum:
      return f32x4.min(a, b);
    case Reduce.sumOfIntegers:
      return i32x4.add(a, b);
    case Reduce.productOfIntegers:
      return i32x4.mul(a, b);
    case Reduce.maximumOfIntegers:
      return i32x4.max_s(a, b);
    default:
      return i32x4.min_s(a, b);
  }
}

// @inline
function finish(kind: i32, total: v128, n: i32): v128 {
  return kind == Reduce.mean ? f32x4.div(total, f32x4.splat(<f32>n)) : total;
}

/** All values of a line; lane 0 has the result. */
// @inline
function line(kind: i32, from: usize, n: i32): v128 {
  let total = start(kind);
  for (let first: i32 = 0; first < n; first += lineBlock) {
    let left = min(lineBlock, n - first);
    let c0 = start(kind);
    let c1 = c0;
    let c2 = c0;
    let c3 = c0;
    for (; left >= 16; left -= 16) {
      c0 = combine(kind, c0, v128.load(from));
      c1 = combine(kind, c1, v128.load(from, 16));
      c2 = combine(kind, c2, v128.load(from, 32));
      c3 = combine(kind, c3, v128.load(from, 48));
      from += 64;
    }
    for (; left >= 4; left -= 4) {
      c0 = combine(kind, c0, v128.load(from));
      from += 16;
    }
    c0 = combine(kind, combine(kind, c0, c1), combine(kind, c2, c3));
    c0 = combine(kind, c0, v128.shuffle<i64>(c0, c0, 1, 0));
    c0 = combine(kind, c0, v128.shuffle<i32>(c0, c0, 1, 0, 3, 2));
    for (; left > 0; left--) {
      c0 = combine(kind, c0, v128.load32_splat(from));
      from += 4;
    }
    total = combine(kind, total, c0);
  }
  return finish(kind, total, n);
}

/** Sixteen columns side by side: one line of the cache. */
// @inline
function sixteenColumns(kind: i32, to: usize, from: usize, n: i32, rowBytes: usize): void {
  let t0 = start(kind);
  let t1 = t0;
  let t2 = t0;
  let t3 = t0;
  for (let first: i32 = 0; first < n; first += columnBlock) {
    let c0 = start(kind);
    let c1 = c0;
    let c2 = c0;
    let c3 = c0;
    for (let left = min(columnBlock, n - first); left > 0; left--) {
      c0 = combine(kind, c0, v128.load(from));
      c1 = combine(kind, c1, v128.load(from, 16));
      c2 = combine(kind, c2, v128.load(from, 32));
      c3 = combine(kind, c3, v128.load(from, 48));
      from += rowBytes;
    }
    t0 = combine(kind, t0, c0);
    t1 = combine(kind, t1, c1);
    t2 = combine(kind, t2, c2);
    t3 = combine(kind, t3, c3);
  }
  v128.store(to, finish(kind, t0, n));
  v128.store(to, finish(kind, t1, n), 16);
  v128.store(to, finish(kind, t2, n), 32);
  v128.store(to, finish(kind, t3, n), 48);
}

/** Four columns, or one in every lane. */
// @inline
function fewColumns(kind: i32, from: usize, n: i32, rowBytes: usize, four: bool): v128 {
  let total = start(kind);
  for (let first: i32 = 0; first < n; first += columnBlock) {
    let c = start(kind);
    for (let left = min(columnBlock, n - first); left > 0; left--) {
      c = combine(kind, c, four ? v128.load(from) : v128.load32_splat(from));
      from += rowBytes;
    }
    total = combine(kind, total, c);
  }
  return finish(kind, total, n);
}

// @inline
function words(kind: i32, to: usize, from: usize, outer: i32, n: i32, inner: i32): void {
  const rowBytes = (<usize>inner) << 2;
  for (let o: i32 = 0; o < outer; o++) {
    if (inner == 1) v128.store32_lane(to, line(kind, from, n), 0);
    else {
      let i: usize = 0;
      for (; i + 64 <= rowBytes; i += 64) sixteenColumns(kind, to + i, from + i, n, rowBytes);
      for (; i + 16 <= rowBytes; i += 16) v128.store(to + i, fewColumns(kind, from + i, n, rowBytes, true));
      for (; i < rowBytes; i += 4) v128.store32_lane(to + i, fewColumns(kind, from + i, n, rowBytes, false), 0);
    }
    to += rowBytes;
    from += <usize>n * rowBytes;
  }
}

function bools(kind: i32, to: usize, from: usize, outer: i32, n: i32, inner: i32): void {
  for (let o: i32 = 0; o < outer; o++)
    for (let i: i32 = 0; i < inner; i++) {
      let result: u8 = kind == Reduce.all ? 1 : 0;
      for (let k: i32 = 0; k < n; k++) {
        const value = load<u8>(from + (<usize>o * n + k) * inner + i);
        result = kind == Reduce.all ? result & value : result | value;
      }
      store<u8>(to + <usize>o * inner + i, result);
    }
}

function positions(kind: i32, to: usize, from: usize, outer: i32, n: i32, inner: i32): void {
  for (let o: i32 = 0; o < outer; o++)
    for (let i: i32 = 0; i < inner; i++) {
      let at = from + ((<usize>o * n * inner + i) << 2);
      let best = load<f32>(at);
      let position: i32 = 0;
      for (let k: i32 = 0; k < n; k++) {
        const value = load<f32>(at);
        if (kind == Reduce.argMaximum ? value > best : value < best) {
          best = value;
          position = k;
        }
        at += (<usize>inner) << 2;
      }
      store<i32>(to + ((<usize>o * inner + i) << 2), position);
    }
}

/** to[o, i] = what becomes of from[o, 0, i] … from[o, n − 1, i], always in the same order of additions. */
export function reduce(kind: i32, to: usize, from: usize, outer: i32, n: i32, inner: i32): void {
  switch (kind) {
    case Reduce.sum:
      return words(Reduce.sum, to, from, outer, n, inner);
    case Reduce.mean:
      return words(Reduce.mean, to, from, outer, n, inner);
    case Reduce.product:
      return words(Reduce.product, to, from, outer, n, inner);
    case Reduce.maximum:
      return words(Reduce.maximum, to, from, outer, n, inner);
    case Reduce.minimum:
      return words(Reduce.minimum, to, from, outer, n, inner);
    case Reduce.sumOfIntegers:
      return words(Reduce.sumOfIntegers, to, from, outer, n, inner);
    case Reduce.productOfIntegers:
      return words(Reduce.productOfIntegers, to, from, outer, n, inner);
    case Reduce.maximumOfIntegers:
      return words(Reduce.maximumOfIntegers, to, from, outer, n, inner);
    case Reduce.minimumOfIntegers:
      return words(Reduce.minimumOfIntegers, to, from, outer, n, inner);
    case Reduce.all:
    case Reduce.any:
      return bools(kind, to, from, outer, n, inner);
    case Reduce.argMaximum:
    case Reduce.argMinimum:
      return positions(kind, to, from, outer, n, inner);
    default:
      unreachable();
  }
}
