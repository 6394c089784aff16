import { wgslFunctions } from '../shader/functions';
import { type CellActivation, type CellName, gateCount, traceCount } from './cells';
import { cellFormulas, declare, eachGate } from './formulas';

// Programs of recurrent layers. Where one dispatch goes through all time steps, a workgroup has an example and each of
// its threads a unit; else there is a thread for every unit of every example, and a dispatch for every time step. What
// a program gives are parts of one `result`: forward the states and, from `traceAt` on, the trace; backward the gradients
// by the projected inputs, from `statesAt` on those by the state and the cell state, from `beforeAt` on the states that
// the time steps began with, and from `sumsAt` on, of a GRU, the gradients by the products with these.

const hasTrace = (cell: CellName) => traceCount(cell) > 0;

const sides = (cell: CellName) => `
  let units = uniforms.units;
  let width = ${gateCount(cell)} * units;
  let traceWidth = ${traceCount(cell)} * units;
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
  result[at * units + j] = h;
  ${
    hasTrace(cell)
      ? `let to = uniforms.traceAt + at * traceWidth + j;
  ${eachGate(cell, (gate) => `result[to + ${gate} * units] = gate${gate};`)}
  result[to + width] = memory;`
      : ''
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
    return result[atBefore * uniforms.units + k];
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
    if (step > 0) { state = result[uniforms.traceAt + atBefore * traceWidth + width + j]; }`
        : ''
    }
    ${products(cell, 'stateBefore(step, row, atBefore, k)')}
    ${forwardUnit(cell, activation)}
  }
`;

/** What was left of the unit at this step, and the step before. */
const past = (cell: CellName) => `
  var before = h0[row * units + j];
  if (step > 0) { before = h[atBefore * units + j]; }
  result[uniforms.beforeAt + at * units + j] = before;
  ${cell === 'simple' ? 'let h = h[at * units + j];' : gates(cell)}
  ${
    cell === 'lstm'
      ? `var state = c0[row * units + j];
  if (step > 0) { state = trace[atBefore * traceWidth + width + j]; }`
      : ''
  }
`;

/** From `dy` (and `dc`) to the gradients of the unit's gates, which are written; `r0` …: those by the products. */
const backwardUnit = (cell: CellName, activation: CellActivation) => {
  const { backward, recurrent } = cellFormulas(cell, activation);
  const to = (gate: number) => `at * width + ${gate} * units + j`;
  return `
  ${past(cell)}
  ${declare('let', backward)}
  ${eachGate(cell, (gate) => `result[${to(gate)}] = d${gate};`)}
  ${eachGate(cell, (gate) => `let r${gate} = ${recurrent[gate]};`)}
  ${cell === 'gru' ? eachGate(cell, (gate) => `result[uniforms.sumsAt + ${to(gate)}] = r${gate};`) : ''}
`;
};

export const backwardScan = (cell: CellName, activation: CellActivation, group: number): string => `
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
        ${eachGate(cell, (gate) => `slopes[${gate * group} + j] = r${gate};`)}
        dh = ${cellFormulas(cell, activation).straight};
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
      let to = uniforms.statesAt + row * units + j;
      result[to] = dh;
      ${cell === 'lstm' ? 'result[to + uniforms.rows * units] = dc;' : ''}
    }
  }
`;

/**
 * A step back: what the step after it hands back through its gates, and then the gates of this one. One more, of step
 * −1, ends at the states at the beginning. Between two steps the gradients by the states hold what goes straight back.
 */
export const backwardStep = (cell: CellName, activation: CellActivation): string => `
  ${wgslFunctions}
  fn main(index : i32) {
    ${sides(cell)}
    if (index >= uniforms.rows * units) { return; }
    let row = index / units;
    let j = index % units;
    let step = uniforms.step;
    ${times}
    let to = uniforms.statesAt + index;
    var dh = 0.0;
    ${cell === 'lstm' ? 'var dc = 0.0;' : ''}
    if (step < uniforms.steps - 1) {
      let atAfter = select(at + uniforms.rows, at - uniforms.rows, uniforms.reverse == 1);
      let first = ${cell === 'gru' ? 'uniforms.sumsAt + ' : ''}atAfter * width;
      dh = result[to];
      for (var k = 0; k < width; k++) { dh += result[first + k] * turned[k * units + j]; }
      ${cell === 'lstm' ? 'dc = result[to + uniforms.rows * units];' : ''}
    }
    if (step < 0) {
      result[to] = dh;
      return;
    }
    let dy = dh + dy[at * units + j];
    ${backwardUnit(cell, activation)}
    result[to] = ${cellFormulas(cell, activation).straight};
    ${cell === 'lstm' ? 'result[to + uniforms.rows * units] = dState;' : ''}
  }
`;
