import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { exp, log, sigmoid, sigmoidSlope, softplus } from '../wasm/math.as';

// Kinds are indices of lossNames and outputKinds (training/names.ts); formulas and their sources are those of
// reference.ts. Four rows are computed side by side, one column after the other.

const crossEntropy: i32 = 0;
const squared: i32 = 1;
const absolute: i32 = 2;

const sigmoidOutput: i32 = 0;
const softmaxOutput: i32 = 1;

/** Bytes from the first to another of four rows, of which `left` exist; beyond those it is the last. */
// @inline
function rowOffset(row: i32, left: i32, step: usize): usize {
  return <usize>min(row, left - 1) * step;
}

/** One value of each of four rows. */
// @inline
function loadRows(at: usize, r1: usize, r2: usize, r3: usize): v128 {
  let lanes = v128.load32_splat(at);
  lanes = v128.load32_lane(at + r1, lanes, 1);
  lanes = v128.load32_lane(at + r2, lanes, 2);
  return v128.load32_lane(at + r3, lanes, 3);
}

// @inline
function storeRows(at: usize, lanes: v128, r1: usize, r2: usize, r3: usize): void {
  v128.store32_lane(at, lanes, 0);
  v128.store32_lane(at + r1, lanes, 1);
  v128.store32_lane(at + r2, lanes, 2);
  v128.store32_lane(at + r3, lanes, 3);
}

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
  return v128.bitselect(sign, error, f32x4.gt(f32x4.abs(error), f32x4.splat(0)));
}

/** The loss of a logit that is an output of its own. */
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

/** The largest logit of each row. */
function largest(logits: usize, columns: usize, r1: usize, r2: usize, r3: usize): v128 {
  let most = loadRows(logits, r1, r2, r3);
  for (let j: usize = 4; j < columns; j += 4) most = f32x4.max(most, loadRows(logits + j, r1, r2, r3));
  return most;
}

/** Σ exp(z − most) of each row, of which nothing overflows. */
function expSum(logits: usize, columns: usize, most: v128, r1: usize, r2: usize, r3: usize): v128 {
  let sum = f32x4.splat(0);
  for (let j: usize = 0; j < columns; j += 4)
    sum = f32x4.add(sum, exp(f32x4.sub(loadRows(logits + j, r1, r2, r3), most)));
  return sum;
}

/** The losses of up to four rows of `columns` bytes. */
function rowLosses(loss: i32, output: i32, logits: usize, targets: usize, columns: usize, left: i32): v128 {
  const r1 = rowOffset(1, left, columns);
  const r2 = rowOffset(2, left, columns);
  const r3 = rowOffset(3, left, columns);
  let sum = f32x4.splat(0);
  if (output != softmaxOutput) {
    for (let j: usize = 0; j < columns; j += 4) {
      const each = value(loss, output, loadRows(logits + j, r1, r2, r3), loadRows(targets + j, r1, r2, r3));
      sum = f32x4.add(sum, each);
    }
  } else {
    const most = largest(logits, columns, r1, r2, r3);
    const all = expSum(logits, columns, most, r1, r2, r3);
    const logAll = log(all);
    for (let j: usize = 0; j < columns; j += 4) {
      const z = f32x4.sub(loadRows(logits + j, r1, r2, r3), most);
      const y = loadRows(targets + j, r1, r2, r3);
      const each =
        loss == crossEntropy
          ? f32x4.mul(y, f32x4.sub(logAll, z))
          : errorValue(loss, f32x4.sub(f32x4.div(exp(z), all), y));
      sum = f32x4.add(sum, each);
    }
  }
  return loss == crossEntropy ? sum : f32x4.div(sum, f32x4.splat(<f32>(columns >> 2)));
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
  const step: usize = (<usize>columns) << 2;
  for (let left = rows; left > 0; left -= 4, to += 16, logits += 4 * step, targets += 4 * step)
    storeLanes(to, rowLosses(loss, output, logits, targets, step, left), left);
}

/** to [1] = the mean of the losses of the examples, added from the first to the last in double precision. */
export function meanLoss(
  loss: i32,
  output: i32,
  to: usize,
  logits: usize,
  targets: usize,
  rows: i32,
  columns: i32,
): void {
  const step: usize = (<usize>columns) << 2;
  let sum: f64 = 0;
  for (let left = rows; left > 0; left -= 4, logits += 4 * step, targets += 4 * step) {
    const losses = rowLosses(loss, output, logits, targets, step, left);
    sum += f32x4.extract_lane(losses, 0);
    if (left > 1) sum += f32x4.extract_lane(losses, 1);
    if (left > 2) sum += f32x4.extract_lane(losses, 2);
    if (left > 3) sum += f32x4.extract_lane(losses, 3);
  }
  store<f32>(to, <f32>(sum / <f64>rows));
}

/** to = scale · the derivatives of the losses of up to four rows of `columns` bytes by their logits, for softmax. */
function rowSlopes(loss: i32, to: usize, logits: usize, targets: usize, columns: usize, left: i32, scale: f32): void {
  const r1 = rowOffset(1, left, columns);
  const r2 = rowOffset(2, left, columns);
  const r3 = rowOffset(3, left, columns);
  const most = largest(logits, columns, r1, r2, r3);
  // What the softmax is made of is kept in the result's place, which may be that of the logits.
  let all = f32x4.splat(0);
  let weight = all;
  for (let j: usize = 0; j < columns; j += 4) {
    const e = exp(f32x4.sub(loadRows(logits + j, r1, r2, r3), most));
    all = f32x4.add(all, e);
    weight = f32x4.add(weight, loadRows(targets + j, r1, r2, r3));
    storeRows(to + j, e, r1, r2, r3);
  }
  let mean = f32x4.splat(0);
  if (loss != crossEntropy)
    for (let j: usize = 0; j < columns; j += 4) {
      const p = f32x4.div(loadRows(to + j, r1, r2, r3), all);
      const g = errorSlope(loss, f32x4.sub(p, loadRows(targets + j, r1, r2, r3)));
      mean = f32x4.add(mean, f32x4.mul(g, p));
    }
  const share = f32x4.splat(loss == crossEntropy ? scale : scale / <f32>(columns >> 2));
  for (let j: usize = 0; j < columns; j += 4) {
    const p = f32x4.div(loadRows(to + j, r1, r2, r3), all);
    const y = loadRows(targets + j, r1, r2, r3);
    const g =
      loss == crossEntropy
        ? f32x4.sub(f32x4.mul(p, weight), y)
        : f32x4.mul(p, f32x4.sub(errorSlope(loss, f32x4.sub(p, y)), mean));
    storeRows(to + j, f32x4.mul(g, share), r1, r2, r3);
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
    const group: usize = 4 * step;
    for (let left = rows; left > 0; left -= 4, to += group, logits += group, targets += group)
      rowSlopes(loss, to, logits, targets, step, left, scale);
    return;
  }
  const zero = f32x4.splat(0);
  const share = f32x4.splat(loss == crossEntropy ? scale : scale / <f32>columns);
  for (let left = rows * columns; left > 0; left -= 4, to += 16, logits += 16, targets += 16) {
    const each = slope(loss, output, loadLanes(logits, left, zero), loadLanes(targets, left, zero));
    storeLanes(to, f32x4.mul(each, share), left);
  }
}
