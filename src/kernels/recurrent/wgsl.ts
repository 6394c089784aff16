import { wgslFunctions } from '../shader/functions';
import { type CellActivation, type CellName, gateCount, traceCount } from './cells';
import { cellFormulas, declare, eachGate } from './formulas';

// Programs of recurrent layers. Where one dispatch goes through all time steps, a workgroup has an example and each of
// its threads a unit; else there is a thread for every unit of every example, and a dispatch for every time step. A
// dispatch writes one tensor: forward the trace, from which the states follow, or the states of a simple cell; backward
// the gradients by the projected inputs, and behind them those by the state and the cell state.

const hasTrace = (cell: CellName) => traceCount(cell) > 0;

const sides = (cell: CellName) => `
  let units = uniforms.units;
  let width = ${gateCount(cell)} * units;
  let traceWidth = ${traceCount(cell)} * units;
  let count = uniforms.steps * uniforms.rows;
`;

/** Where the rows of the current and of the step before lie; at step 0 the latter is nowhere. */
const times = `
  let time = select(step, uniforms.steps - 1 - step, uniforms.reverse == 1);
  let at = time * uniforms.rows + row;
  let atBefore = select(at - uniforms.rows, at + uniforms.rows, uniforms.reverse == 1);
`;

/** The products of the states before, x of unit k, with the unit's columns of the kernel. */
const products = (cell: CellName, x: string) => `
  ${eachGate(cell, (gate) => `var r${gate} = ${cell === 'gru' ? `recurrentBias[${gate} * units + j]` : '0.0'};`)}
  for (var k = 0; k < units; k++) {
    let x = ${x};
    let first = k * width + j;
    ${eachGate(cell, (gate) => `r${gate} += x * kernel[first + ${gate} * units];`)}
  }
`;

/** What the trace has of the unit. */
const gates = (cell: CellName) => `
  let start = at * traceWidth + j;
  ${eachGate(cell, (gate) => `let gate${gate} = trace[start + ${gate} * units];`)}
  let memory = trace[start + width];
`;

/** From the products to the state `h`, and what is written. */
const forwardUnit = (cell: CellName, activation: CellActivation) => `
  ${eachGate(cell, (gate) => `let p${gate} = projected[at * width + ${gate} * units + j];`)}
  ${declare('let', cellFormulas(cell, activation).forward)}
  ${
    hasTrace(cell)
      ? `let to = at * traceWidth + j;
  ${eachGate(cell, (gate) => `result[to + ${gate} * units] = gate${gate};`)}
  result[to + width] = memory;`
      : 'result[at * units + j] = h;'
  }
`;

export const forwardScan = (cell: CellName, activation: CellActivation, group: number): string => `
  ${wgslFunctions}
  var<workgroup> states : array<f32, ${group}>;
  fn main(index : i32) {
    ${sides(cell)}
    let row = index / ${group};
    let j = i32(localIndex);
    let isUnit = j < units;
    var before = 0.0;
    ${cell === 'lstm' ? 'var state = 0.0;' : ''}
    if (isUnit) {
      before = h0[row * units + j];
      ${cell === 'lstm' ? 'state = c0[row * units + j];' : ''}
    }
    for (var step = 0; step < uniforms.steps; step++) {
      states[localIndex] = before;
      workgroupBarrier();
      if (isUnit) {
        ${times}
        ${products(cell, 'states[k]')}
        ${forwardUnit(cell, activation)}
        before = h;
        ${cell === 'lstm' ? 'state = memory;' : ''}
      }
      workgroupBarrier();
    }
  }
`;

export const forwardStep = (cell: CellName, activation: CellActivation): string => `
  ${wgslFunctions}
  fn stateBefore(step : i32, row : i32, atBefore : i32, k : i32) -> f32 {
    if (step == 0) { return h0[row * uniforms.units + k]; }
    return ${hasTrace(cell) ? 'h' : 'result'}[atBefore * uniforms.units + k];
  }
  fn main(index : i32) {
    ${sides(cell)}
    if (index >= uniforms.rows * units) { return; }
    let row = index / units;
    let j = index % units;
    let step = uniforms.step;
    ${times}
    let before = stateBefore(step, row, atBefore, j);
    ${
      cell === 'lstm'
        ? `var state = c0[row * units + j];
    if (step > 0) { state = result[atBefore * traceWidth + width + j]; }`
        : ''
    }
    ${products(cell, 'stateBefore(step, row, atBefore, k)')}
    ${forwardUnit(cell, activation)}
  }
`;

/** The states of the time steps from `first` up to `last`, from the trace. */
export const statesFromTrace = (cell: CellName): string => `
  ${wgslFunctions}
  fn main(index : i32) {
    ${sides(cell)}
    if (index >= uniforms.rows * units) { return; }
    let row = index / units;
    let j = index % units;
    for (var step = uniforms.first; step < uniforms.last; step++) {
      ${times}
      ${gates(cell)}
      ${
        cell === 'gru'
          ? `var before = h0[index];
      if (step > 0) { before = result[atBefore * units + j]; }`
          : ''
      }
      ${declare('let', cellFormulas(cell, 'tanh').forward.slice(-1))}
      result[at * units + j] = h;
    }
  }
`;

/** What was left of the unit at this step, and the step before. */
const past = (cell: CellName) => {
  switch (cell) {
    case 'simple':
      return 'let h = h[at * units + j];';
    case 'gru':
      return `${gates(cell)}
  var before = h0[row * units + j];
  if (step > 0) { before = h[atBefore * units + j]; }`;
    case 'lstm':
      return `${gates(cell)}
  var state = c0[row * units + j];
  if (step > 0) { state = trace[atBefore * traceWidth + width + j]; }`;
  }
};

/** From `dy` (and `dc`) to the gradients by the projected inputs, which are written. */
const backwardUnit = (cell: CellName, activation: CellActivation) => `
  ${past(cell)}
  ${declare('let', cellFormulas(cell, activation).backward)}
  ${eachGate(cell, (gate) => `result[at * width + ${gate} * units + j] = d${gate};`)}
`;

export const backwardScan = (cell: CellName, activation: CellActivation, group: number): string => {
  const { recurrent, straight } = cellFormulas(cell, activation);
  return `
  ${wgslFunctions}
  var<workgroup> slopes : array<f32, ${gateCount(cell) * group}>;
  fn main(index : i32) {
    ${sides(cell)}
    let row = index / ${group};
    let j = i32(localIndex);
    let isUnit = j < units;
    var dh = 0.0;
    ${cell === 'lstm' ? 'var dc = 0.0;' : ''}
    for (var step = uniforms.steps - 1; step >= 0; step--) {
      if (isUnit) {
        ${times}
        let dy = dh + dy[at * units + j];
        ${backwardUnit(cell, activation)}
        ${eachGate(cell, (gate) => `slopes[${gate * group} + j] = ${recurrent[gate]};`)}
        dh = ${straight};
        ${cell === 'lstm' ? 'dc = dState;' : ''}
      }
      workgroupBarrier();
      if (isUnit) {
        for (var k = 0; k < units; k++) {
          let first = k * units + j;
          ${eachGate(cell, (gate) => `dh += slopes[${gate * group} + k] * turned[first + ${gate} * units * units];`)}
        }
      }
      workgroupBarrier();
    }
    if (isUnit) {
      let to = count * width + row * units + j;
      result[to] = dh;
      ${cell === 'lstm' ? 'result[to + uniforms.rows * units] = dc;' : ''}
    }
  }
`;
};

/** The first half of a step back: the gates. */
export const backwardStep = (cell: CellName, activation: CellActivation): string => `
  ${wgslFunctions}
  fn main(index : i32) {
    ${sides(cell)}
    if (index >= uniforms.rows * units) { return; }
    let row = index / units;
    let j = index % units;
    let step = uniforms.step;
    ${times}
    let to = count * width + index;
    let isLast = step == uniforms.steps - 1;
    var dh = 0.0;
    if (!isLast) { dh = result[to]; }
    let dy = dh + dy[at * units + j];
    ${cell === 'lstm' ? 'var dc = 0.0; if (!isLast) { dc = result[to + uniforms.rows * units]; }' : ''}
    ${backwardUnit(cell, activation)}
    result[to] = ${cellFormulas(cell, activation).straight};
    ${cell === 'lstm' ? 'result[to + uniforms.rows * units] = dState;' : ''}
  }
`;

/** The second half: from the gates to the states before. */
export const carryBack = (cell: CellName): string => `
  fn main(index : i32) {
    ${sides(cell)}
    if (index >= uniforms.rows * units) { return; }
    let row = index / units;
    let j = index % units;
    let step = uniforms.step;
    ${times}
    var dh = result[count * width + index];
    for (var k = 0; k < width; k++) {
      ${
        cell === 'gru'
          ? 'var slope = result[at * width + k]; if (k >= 2 * units) { slope *= trace[at * traceWidth + k - units]; }'
          : 'let slope = result[at * width + k];'
      }
      dh += slope * turned[k * units + j];
    }
    result[count * width + index] = dh;
  }
`;

/** Of a GRU: the gradients by the products with the states before. */
export const recurrentSlopes = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let width = 3 * uniforms.units;
    let row = index / width;
    let column = index % width;
    var slope = dProjected[index];
    // The candidate's product goes through the reset gate, whose column lies one gate before.
    if (column >= 2 * uniforms.units) { slope *= trace[row * 4 * uniforms.units + column - uniforms.units]; }
    result[index] = slope;
  }
`;

/** The states that the time steps began with. */
export const statesBefore = `
  fn main(index : i32) {
    if (index >= uniforms.size * uniforms.steps) { return; }
    let time = index / uniforms.size;
    let isReverse = uniforms.reverse == 1;
    if (time == select(0, uniforms.steps - 1, isReverse)) { result[index] = h0[index % uniforms.size]; }
    else { result[index] = h[select(index - uniforms.size, index + uniforms.size, isReverse)]; }
  }
`;
