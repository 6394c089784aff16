import { loadLanes, storeLanes } from '../wasm/lanes.as';

// Kinds are indices of optimizerNames (training/names.ts), coefficients those of op.ts in their order; formulas and
// their sources are those of reference.ts.

const sgd: i32 = 0;
const momentum: i32 = 1;
const nesterov: i32 = 2;
const adagrad: i32 = 3;
const rmsprop: i32 = 4;

// @inline
function coefficient(at: usize, index: usize): v128 {
  return v128.load32_splat(at + (index << 2));
}

/** keep · average + (1 − keep) · value */
// @inline
function blend(average: v128, keep: v128, value: v128): v128 {
  return f32x4.add(f32x4.mul(average, keep), f32x4.mul(value, f32x4.sub(f32x4.splat(1), keep)));
}

/** The gradient with those of the penalties, every component clipped. */
// @inline
function penalized(gradient: v128, p: v128, mask: v128, l1: v128, l2: v128, most: v128): v128 {
  const zero = f32x4.splat(0);
  const sign = v128.and(v128.bitselect(p, f32x4.splat(1), i32x4.splat(0x80000000)), f32x4.ne(p, zero));
  const penalty = f32x4.mul(f32x4.add(f32x4.mul(l2, p), f32x4.mul(l1, sign)), mask);
  return f32x4.pmin(f32x4.pmax(f32x4.add(gradient, penalty), f32x4.neg(most)), most);
}

/** What the gradient is multiplied by, for its length not to exceed clipNorm; squares are added in double precision. */
function normScale(p: usize, mask: usize, gradient: usize, count: i32, coefficients: usize): f32 {
  const zero = f32x4.splat(0);
  const l1 = coefficient(coefficients, 5);
  const l2 = coefficient(coefficients, 6);
  const most = coefficient(coefficients, 7);
  let even = f64x2.splat(0);
  let odd = even;
  for (let left = count; left > 0; left -= 4, p += 16, mask += 16, gradient += 16) {
    const weights = loadLanes(mask, left, zero);
    const g = penalized(loadLanes(gradient, left, zero), loadLanes(p, left, zero), weights, l1, l2, most);
    const low = f64x2.promote_low_f32x4(g);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(g, g, 1, 0));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const both = f64x2.add(even, odd);
  const norm = sqrt(f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1));
  const longest: f64 = load<f32>(coefficients, 32);
  return <f32>(longest / max(norm, longest));
}

/** A rule gets a loop of its own. */
// @inline
function step(
  optimizer: i32,
  slots: usize,
  p: usize,
  rowBytes: usize,
  mask: usize,
  gradient: usize,
  count: i32,
  coefficients: usize,
  average: i32,
): void {
  const zero = f32x4.splat(0);
  const rate = coefficient(coefficients, 0);
  const epsilon = coefficient(coefficients, 1);
  const first = coefficient(coefficients, 2);
  const second = coefficient(coefficients, 3);
  const shrink = coefficient(coefficients, 4);
  const l1 = coefficient(coefficients, 5);
  const l2 = coefficient(coefficients, 6);
  const most = coefficient(coefficients, 7);
  const keep = coefficient(coefficients, 9);
  const scale = f32x4.splat(load<f32>(coefficients, 32) > 0 ? normScale(p, mask, gradient, count, coefficients) : 1);
  const averages = (slots + 1) * rowBytes;

  for (let left = count; left > 0; left -= 4, p += 16, mask += 16, gradient += 16) {
    const weights = loadLanes(mask, left, zero);
    const before = loadLanes(p, left, zero);
    const g = f32x4.mul(penalized(loadLanes(gradient, left, zero), before, weights, l1, l2, most), scale);
    const shrunk = f32x4.sub(before, f32x4.mul(f32x4.mul(shrink, weights), before));
    let direction: v128;
    if (optimizer == sgd) direction = g;
    else {
      const slot = p + rowBytes;
      const old = loadLanes(slot, left, zero);
      if (optimizer == momentum || optimizer == nesterov) {
        const velocity = f32x4.add(f32x4.mul(old, first), g);
        storeLanes(slot, velocity, left);
        direction = optimizer == momentum ? velocity : f32x4.add(g, f32x4.mul(velocity, first));
      } else if (optimizer == adagrad || optimizer == rmsprop) {
        const squares = f32x4.mul(g, g);
        const sum = optimizer == adagrad ? f32x4.add(old, squares) : blend(old, second, squares);
        storeLanes(slot, sum, left);
        direction = f32x4.div(g, f32x4.add(f32x4.sqrt(sum), epsilon));
      } else {
        const mean = blend(old, first, g);
        const square = blend(loadLanes(slot + rowBytes, left, zero), second, f32x4.mul(g, g));
        storeLanes(slot, mean, left);
        storeLanes(slot + rowBytes, square, left);
        direction = f32x4.div(mean, f32x4.add(f32x4.sqrt(square), epsilon));
      }
    }
    const after = f32x4.sub(shrunk, f32x4.mul(direction, rate));
    storeLanes(p, after, left);
    if (average) storeLanes(p + averages, blend(loadLanes(p + averages, left, zero), keep, after), left);
  }
}

/**
 * One step over columns `from` … `from + count` of state [rows, total]; the mask is [total], the gradient [count],
 * `coefficients` is the place of the first of them.
 */
export function optimize(
  optimizer: i32,
  state: usize,
  total: i32,
  from: i32,
  count: i32,
  gradient: usize,
  mask: usize,
  coefficients: usize,
  average: i32,
): void {
  const start: usize = (<usize>from) << 2;
  const p = state + start;
  const m = mask + start;
  const rowBytes: usize = (<usize>total) << 2;
  switch (optimizer) {
    case sgd:
      return step(sgd, 0, p, rowBytes, m, gradient, count, coefficients, average);
    case momentum:
      return step(momentum, 1, p, rowBytes, m, gradient, count, coefficients, average);
    case nesterov:
      return step(nesterov, 1, p, rowBytes, m, gradient, count, coefficients, average);
    case adagrad:
      return step(adagrad, 1, p, rowBytes, m, gradient, count, coefficients, average);
    case rmsprop:
      return step(rmsprop, 1, p, rowBytes, m, gradient, count, coefficients, average);
    default:
      return step(5, 2, p, rowBytes, m, gradient, count, coefficients, average);
  }
}
