import { loadLanes, storeLanes, sumLanes } from '../wasm/lanes.as';
import { exp, log, sigmoid, sigmoidSlope, softplus } from '../wasm/math.as';

// Kinds are indices of lossNames and outputKinds (training/names.ts); formulas and their sources are those of
// reference.ts.

const crossEntropy: i32 = 0;
const squared: i32 = 1;
const absolute: i32 = 2;

const sigmoidOutput: i32 = 0;
const softmaxOutput: i32 = 1;

/** The loss of an error. */
function errorValue(loss: i32, error: v128): v128 {
  if (loss == squared) return f32x4.mul(error, error);
  const size = f32x4.abs(error);
  if (loss == absolute) return size;
  const near = f32x4.pmin(size, f32x4.splat(1));
  return f32x4.mul(near, f32x4.sub(size, f32x4.mul(near, f32x4.splat(0.5))));
}

/** Its derivative. */
function errorSlope(loss: i32, error: v128): v128 {
  if (loss == squared) return f32x4.add(error, error);
  const one = f32x4.splat(1);
  if (loss != absolute) return f32x4.pmax(f32x4.pmin(error, one), f32x4.splat(-1));
  // ±1 with the error's sign; 0 and NaN as they are.
  const sign = v128.bitselect(error, one, i32x4.splat(0x80000000));
  const isPlain = f32x4.gt(f32x4.abs(error), f32x4.splat(0));
  return v128.bitselect(sign, error, isPlain);
}

/** The loss of four logits, each of which is an output of its own. */
function value(loss: i32, output: i32, z: v128, y: v128): v128 {
  if (loss == crossEntropy) return f32x4.sub(softplus(z), f32x4.mul(z, y));
  return errorValue(loss, f32x4.sub(output == sigmoidOutput ? sigmoid(z) : z, y));
}

/** Its derivative. */
function slope(loss: i32, output: i32, z: v128, y: v128): v128 {
  if (loss == crossEntropy) return f32x4.sub(sigmoid(z), y);
  if (output != sigmoidOutput) return errorSlope(loss, f32x4.sub(z, y));
  return f32x4.mul(errorSlope(loss, f32x4.sub(sigmoid(z), y)), sigmoidSlope(z));
}

/** The largest of a row. */
function largest(row: usize, columns: i32): f32 {
  const least = f32x4.splat(-Infinity);
  let lanes = least;
  for (let left = columns; left > 0; left -= 4, row += 16) lanes = f32x4.max(lanes, loadLanes(row, left, least));
  const low = max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1));
  return max(low, max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)));
}

/** Σ exp(z − most) of a row, of which nothing overflows. */
function expSum(row: usize, columns: i32, most: f32): f32 {
  const shift = f32x4.splat(most);
  let lanes = f32x4.splat(0);
  for (let left = columns; left > 0; left -= 4, row += 16)
    lanes = f32x4.add(lanes, exp(f32x4.sub(loadLanes(row, left, f32x4.splat(-Infinity)), shift)));
  return sumLanes(lanes);
}

/** The loss of one row. */
function rowLoss(loss: i32, output: i32, logits: usize, targets: usize, columns: i32): f32 {
  const zero = f32x4.splat(0);
  let lanes = zero;
  if (output != softmaxOutput) {
    for (let left = columns; left > 0; left -= 4, logits += 16, targets += 16) {
      const each = value(loss, output, loadLanes(logits, left, zero), loadLanes(targets, left, zero));
      lanes = f32x4.add(lanes, left >= 4 ? each : firstLanes(each, left));
    }
    return loss == crossEntropy ? sumLanes(lanes) : sumLanes(lanes) / <f32>columns;
  }
  const most = largest(logits, columns);
  const sum = expSum(logits, columns, most);
  const shift = f32x4.splat(most);
  if (loss == crossEntropy) {
    const total = log(f32x4.splat(sum));
    for (let left = columns; left > 0; left -= 4, logits += 16, targets += 16) {
      const z = f32x4.sub(loadLanes(logits, left, shift), shift);
      lanes = f32x4.add(lanes, f32x4.mul(loadLanes(targets, left, zero), f32x4.sub(total, z)));
    }
    return sumLanes(lanes);
  }
  const least = f32x4.splat(-Infinity);
  for (let left = columns; left > 0; left -= 4, logits += 16, targets += 16) {
    const p = f32x4.div(exp(f32x4.sub(loadLanes(logits, left, least), shift)), f32x4.splat(sum));
    lanes = f32x4.add(lanes, errorValue(loss, f32x4.sub(p, loadLanes(targets, left, zero))));
  }
  return sumLanes(lanes) / <f32>columns;
}

/** The first `count` lanes, fewer than four, and zeros. */
function firstLanes(lanes: v128, count: i32): v128 {
  const mask = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
  return v128.and(lanes, mask);
}

/** to [rows] = the loss of each example. */
export function exampleLoss(
  loss: i32,
  output: i32,
  to: usize,
  logits: usize,
  targets: usize,
  rows: i32,
  columns: i32,
): void {
  if (columns == 1 && output != softmaxOutput) {
    const zero = f32x4.splat(0);
    for (let left = rows; left > 0; left -= 4, to += 16, logits += 16, targets += 16)
      storeLanes(to, value(loss, output, loadLanes(logits, left, zero), loadLanes(targets, left, zero)), left);
    return;
  }
  const step: usize = (<usize>columns) << 2;
  for (let row: i32 = 0; row < rows; row++, to += 4, logits += step, targets += step)
    store<f32>(to, rowLoss(loss, output, logits, targets, columns));
}

/** to [1] = the mean of the losses of the examples. */
export function meanLoss(
  loss: i32,
  output: i32,
  to: usize,
  logits: usize,
  targets: usize,
  rows: i32,
  columns: i32,
): void {
  const count: f64 = <f64>rows;
  let sum: f64 = 0;
  if (columns == 1 && output != softmaxOutput) {
    const zero = f32x4.splat(0);
    for (let left = rows; left > 0; left -= 4, logits += 16, targets += 16) {
      const each = value(loss, output, loadLanes(logits, left, zero), loadLanes(targets, left, zero));
      sum += <f64>sumLanes(left >= 4 ? each : firstLanes(each, left));
    }
  } else {
    const step: usize = (<usize>columns) << 2;
    for (let row: i32 = 0; row < rows; row++, logits += step, targets += step)
      sum += <f64>rowLoss(loss, output, logits, targets, columns);
  }
  store<f32>(to, <f32>(sum / count));
}

/** to = scale · the derivatives of the loss of one row by its logits, for softmax. */
function rowSlopes(loss: i32, to: usize, logits: usize, targets: usize, columns: i32, scale: f32): void {
  const zero = f32x4.splat(0);
  const most = largest(logits, columns);
  const shift = f32x4.splat(most);
  const all = f32x4.splat(expSum(logits, columns, most));
  let lanes = zero;
  if (loss == crossEntropy) {
    for (let left = columns, at = targets; left > 0; left -= 4, at += 16)
      lanes = f32x4.add(lanes, loadLanes(at, left, zero));
    const weight = f32x4.div(f32x4.splat(sumLanes(lanes)), all);
    for (let left = columns; left > 0; left -= 4, to += 16, logits += 16, targets += 16) {
      const p = f32x4.mul(exp(f32x4.sub(loadLanes(logits, left, zero), shift)), weight);
      storeLanes(to, f32x4.mul(f32x4.sub(p, loadLanes(targets, left, zero)), f32x4.splat(scale)), left);
    }
    return;
  }
  const least = f32x4.splat(-Infinity);
  // First the probabilities, then what becomes of them.
  for (let left = columns, i: usize = 0; left > 0; left -= 4, i += 16) {
    const p = f32x4.div(exp(f32x4.sub(loadLanes(logits + i, left, least), shift)), all);
    const g = errorSlope(loss, f32x4.sub(p, loadLanes(targets + i, left, zero)));
    lanes = f32x4.add(lanes, f32x4.mul(g, p));
    storeLanes(to + i, p, left);
  }
  const mean = f32x4.splat(sumLanes(lanes));
  const share = f32x4.splat(scale / <f32>columns);
  for (let left = columns; left > 0; left -= 4, to += 16, targets += 16) {
    const p = loadLanes(to, left, zero);
    const g = errorSlope(loss, f32x4.sub(p, loadLanes(targets, left, zero)));
    storeLanes(to, f32x4.mul(f32x4.mul(p, f32x4.sub(g, mean)), share), left);
  }
}

/** to [rows, columns] = the gradient of the mean loss by the logits, times the float at dy. */
export function meanLossGradient(
  loss: i32,
  output: i32,
  to: usize,
  logits: usize,
  targets: usize,
  dy: usize,
  rows: i32,
  columns: i32,
): void {
  const scale = load<f32>(dy) / <f32>rows;
  if (output == softmaxOutput) {
    const step: usize = (<usize>columns) << 2;
    for (let row: i32 = 0; row < rows; row++, to += step, logits += step, targets += step)
      rowSlopes(loss, to, logits, targets, columns, scale);
    return;
  }
  const zero = f32x4.splat(0);
  const share = f32x4.splat(loss == crossEntropy ? scale : scale / <f32>columns);
  for (let left = rows * columns; left > 0; left -= 4, to += 16, logits += 16, targets += 16) {
    const each = slope(loss, output, loadLanes(logits, left, zero), loadLanes(targets, left, zero));
    storeLanes(to, f32x4.mul(each, share), left);
  }
}
