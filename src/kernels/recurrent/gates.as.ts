import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { sigmoid, tanh } from '../wasm/math.as';

// What a cell does after the product of one time step, and before that of the way back; formulas and their sources are
// those of reference.ts. Rows of a trace hold the gates and one value more. Of one row all is `units` wide.

const tanhKind: i32 = 0;
const reluKind: i32 = 1;

// @inline
function read(from: usize, left: i32): v128 {
  return loadLanes(from, left, f32x4.splat(0));
}

/** y · (1 − y), the slope of a sigmoid at its value y. */
// @inline
function sigmoidSlope(y: v128): v128 {
  return f32x4.mul(y, f32x4.sub(f32x4.splat(1), y));
}

/** 1 − y², the slope of tanh at its value y. */
// @inline
function tanhSlope(y: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(y, y));
}

/** h = activation(h), `count` floats. */
export function simpleForward(kind: i32, h: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4, h += 16) {
    const z = read(h, left);
    if (kind == tanhKind) storeLanes(h, tanh(z), left);
    else if (kind == reluKind) storeLanes(h, f32x4.pmax(z, f32x4.splat(0)), left);
    else storeLanes(h, sigmoid(z), left);
  }
}

/** dz = dh ⊙ activation′ at the value h; then dh = next, or 0 where there is none. */
export function simpleBackward(kind: i32, h: usize, dh: usize, dz: usize, next: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let left = count, i: usize = 0; left > 0; left -= 4, i += 16) {
    const y = read(h + i, left);
    const dy = read(dh + i, left);
    if (kind == tanhKind) storeLanes(dz + i, f32x4.mul(dy, tanhSlope(y)), left);
    else if (kind == reluKind) storeLanes(dz + i, v128.and(dy, f32x4.gt(y, zero)), left);
    else storeLanes(dz + i, f32x4.mul(dy, sigmoidSlope(y)), left);
    storeLanes(dh + i, next ? read(next + i, left) : zero, left);
  }
}

/** trace: in place of the sums the gates, and the cell state; h [rows, units]. Rows of the state before are steps apart. */
export function lstmForward(rows: i32, units: i32, trace: usize, before: usize, beforeStep: usize, h: usize): void {
  const gate: usize = (<usize>units) << 2;
  for (let row: i32 = 0; row < rows; row++, trace += 5 * gate, before += beforeStep, h += gate)
    for (let left = units, j: usize = 0; left > 0; left -= 4, j += 16) {
      const at = trace + j;
      const input = sigmoid(read(at, left));
      const forget = sigmoid(read(at + gate, left));
      const candidate = tanh(read(at + 2 * gate, left));
      const output = sigmoid(read(at + 3 * gate, left));
      const c = f32x4.add(f32x4.mul(forget, read(before + j, left)), f32x4.mul(input, candidate));
      storeLanes(at, input, left);
      storeLanes(at + gate, forget, left);
      storeLanes(at + 2 * gate, candidate, left);
      storeLanes(at + 3 * gate, output, left);
      storeLanes(at + 4 * gate, c, left);
      storeLanes(h + j, f32x4.mul(output, tanh(c)), left);
    }
}

/** dz [rows, 4·units]; dc becomes that of the state before, dh what the next step begins with: next, or 0. */
export function lstmBackward(
  rows: i32,
  units: i32,
  trace: usize,
  before: usize,
  beforeStep: usize,
  dh: usize,
  dc: usize,
  dz: usize,
  next: usize,
): void {
  const gate: usize = (<usize>units) << 2;
  for (let row: i32 = 0; row < rows; row++) {
    for (let left = units, j: usize = 0; left > 0; left -= 4, j += 16) {
      const at = trace + j;
      const input = read(at, left);
      const forget = read(at + gate, left);
      const candidate = read(at + 2 * gate, left);
      const output = read(at + 3 * gate, left);
      const bent = tanh(read(at + 4 * gate, left));
      const dy = read(dh + j, left);
      const dState = f32x4.add(read(dc + j, left), f32x4.mul(f32x4.mul(dy, output), tanhSlope(bent)));
      const to = dz + j;
      storeLanes(to, f32x4.mul(f32x4.mul(dState, candidate), sigmoidSlope(input)), left);
      storeLanes(to + gate, f32x4.mul(f32x4.mul(dState, read(before + j, left)), sigmoidSlope(forget)), left);
      storeLanes(to + 2 * gate, f32x4.mul(f32x4.mul(dState, input), tanhSlope(candidate)), left);
      storeLanes(to + 3 * gate, f32x4.mul(f32x4.mul(dy, bent), sigmoidSlope(output)), left);
      storeLanes(dc + j, f32x4.mul(dState, forget), left);
      storeLanes(dh + j, next ? read(next + j, left) : f32x4.splat(0), left);
    }
    trace += 5 * gate;
    before += beforeStep;
    dh += gate;
    dc += gate;
    dz += 4 * gate;
    if (next) next += gate;
  }
}

/**
 * trace holds the first two gates' sums, to which the bias is still to come, nothing for the candidate, and its
 * recurrent part; it gets the three gates. projected [rows, 3·units], bias [3·units]; states [rows, units].
 */
export function gruForward(
  rows: i32,
  units: i32,
  projected: usize,
  bias: usize,
  trace: usize,
  before: usize,
  h: usize,
): void {
  const gate: usize = (<usize>units) << 2;
  for (let row: i32 = 0; row < rows; row++, projected += 3 * gate, trace += 4 * gate, before += gate, h += gate)
    for (let left = units, j: usize = 0; left > 0; left -= 4, j += 16) {
      const at = trace + j;
      const update = sigmoid(f32x4.add(read(at, left), read(bias + j, left)));
      const reset = sigmoid(f32x4.add(read(at + gate, left), read(bias + gate + j, left)));
      const part = f32x4.mul(reset, read(at + 3 * gate, left));
      const candidate = tanh(f32x4.add(read(projected + 2 * gate + j, left), part));
      storeLanes(at, update, left);
      storeLanes(at + gate, reset, left);
      storeLanes(at + 2 * gate, candidate, left);
      // candidate + update · (before − candidate)
      const kept = f32x4.mul(update, f32x4.sub(read(before + j, left), candidate));
      storeLanes(h + j, f32x4.add(candidate, kept), left);
    }
}

/**
 * dProjected and dRecurrent [rows, 3·units]: the gradients of what comes from the inputs and from the state before; dh
 * becomes what the next step begins with: what goes straight to the state before, and next, if any.
 */
export function gruBackward(
  rows: i32,
  units: i32,
  trace: usize,
  before: usize,
  dh: usize,
  dProjected: usize,
  dRecurrent: usize,
  next: usize,
): void {
  const gate: usize = (<usize>units) << 2;
  const one = f32x4.splat(1);
  for (let row: i32 = 0; row < rows; row++) {
    for (let left = units, j: usize = 0; left > 0; left -= 4, j += 16) {
      const at = trace + j;
      const update = read(at, left);
      const reset = read(at + gate, left);
      const candidate = read(at + 2 * gate, left);
      const part = read(at + 3 * gate, left);
      const dy = read(dh + j, left);
      const difference = f32x4.sub(read(before + j, left), candidate);
      const dUpdate = f32x4.mul(f32x4.mul(dy, difference), sigmoidSlope(update));
      const dCandidate = f32x4.mul(f32x4.mul(dy, f32x4.sub(one, update)), tanhSlope(candidate));
      const dReset = f32x4.mul(f32x4.mul(dCandidate, part), sigmoidSlope(reset));
      storeLanes(dProjected + j, dUpdate, left);
      storeLanes(dProjected + gate + j, dReset, left);
      storeLanes(dProjected + 2 * gate + j, dCandidate, left);
      storeLanes(dRecurrent + j, dUpdate, left);
      storeLanes(dRecurrent + gate + j, dReset, left);
      storeLanes(dRecurrent + 2 * gate + j, f32x4.mul(dCandidate, reset), left);
      const straight = f32x4.mul(dy, update);
      storeLanes(dh + j, next ? f32x4.add(straight, read(next + j, left)) : straight, left);
    }
    trace += 4 * gate;
    before += gate;
    dh += gate;
    dProjected += 3 * gate;
    dRecurrent += 3 * gate;
    if (next) next += gate;
  }
}
