import { packedProduct, packedWorkspace, packRight, panelBytes } from '../matmul/packed.as';
import { gruBackward, gruForward, lstmBackward, lstmForward, simpleBackward, simpleForward } from './gates.as';

// A whole sequence in one call: the recurrent weights are packed once, and every time step is one product and one pass
// over the gates. Cells are indices of cellNames, activations of cellActivations (cells.ts).

const simple: i32 = 0;
const gru: i32 = 1;

function gatesOf(cell: i32): i32 {
  return cell == simple ? 1 : cell == gru ? 3 : 4;
}

/**
 * h [steps·rows, units] and the trace from projected [steps·rows, gates·units], kernel [units, gates·units], bias
 * [gates·units] (GRU), h0 and c0 (LSTM) [rows, units].
 * @param scratch 4 · (units · (gates·units + 80) + 32) bytes
 */
export function recurrent(
  cell: i32,
  activation: i32,
  steps: i32,
  rows: i32,
  units: i32,
  reverse: i32,
  projected: usize,
  kernel: usize,
  bias: usize,
  h0: usize,
  c0: usize,
  h: usize,
  trace: usize,
  scratch: usize,
): void {
  const width = gatesOf(cell) * units;
  const traceWidth = width + units;
  const stateBytes: usize = (<usize>(rows * units)) << 2;
  const projectedBytes: usize = (<usize>(rows * width)) << 2;
  const traceBytes: usize = (<usize>(rows * traceWidth)) << 2;
  // A GRU's candidate has a product of its own, to which nothing is added but its bias.
  const joined = cell == gru ? 2 * units : width;
  const candidateBias = bias + ((<usize>joined) << 2);
  const panels = scratch + packedWorkspace(units);
  const candidatePanels = panels + panelBytes(units, joined);
  packRight(panels, kernel, width, 1, units, joined);
  if (cell == gru) packRight(candidatePanels, kernel + ((<usize>joined) << 2), width, 1, units, units);

  let before = h0;
  let state = c0;
  let stateStep: usize = (<usize>units) << 2;
  for (let step: i32 = 0; step < steps; step++) {
    const time: usize = <usize>(reverse ? steps - 1 - step : step);
    const from = projected + time * projectedBytes;
    const to = h + time * stateBytes;
    const gates = trace + time * traceBytes;
    if (cell == simple) {
      packedProduct(rows, units, units, before, units, panels, from, width, to, units, scratch);
      simpleForward(activation, to, rows * units);
    } else {
      packedProduct(rows, joined, units, before, units, panels, from, width, gates, traceWidth, scratch);
      const last = gates + ((<usize>width) << 2);
      if (cell == gru) {
        packedProduct(rows, units, units, before, units, candidatePanels, candidateBias, 0, last, traceWidth, scratch);
        gruForward(rows, units, from, bias, gates, before, to);
      } else {
        lstmForward(rows, units, gates, state, stateStep, to);
        state = last;
        stateStep = (<usize>traceWidth) << 2;
      }
    }
    before = to;
  }
}

/**
 * The way back: dProjected [steps·rows, gates·units], dh0 and dc0 (LSTM) [rows, units]; of a GRU dRecurrent
 * [steps·rows, gates·units], the gradient of the products with the kernel and the bias, which is dProjected otherwise.
 * @param scratch 4 · (gates·units · (units + 80) + 32) bytes
 */
export function recurrentGradient(
  cell: i32,
  activation: i32,
  steps: i32,
  rows: i32,
  units: i32,
  reverse: i32,
  kernel: usize,
  h0: usize,
  c0: usize,
  h: usize,
  trace: usize,
  dy: usize,
  dProjected: usize,
  dRecurrent: usize,
  dh0: usize,
  dc0: usize,
  scratch: usize,
): void {
  const width = gatesOf(cell) * units;
  const traceWidth = width + units;
  const stateBytes: usize = (<usize>(rows * units)) << 2;
  const projectedBytes: usize = (<usize>(rows * width)) << 2;
  const traceBytes: usize = (<usize>(rows * traceWidth)) << 2;
  const panels = scratch + packedWorkspace(width);
  packRight(panels, kernel, 1, width, width, units);

  const last: usize = <usize>(steps - 1);
  memory.copy(dh0, dy + (reverse ? 0 : last) * stateBytes, stateBytes);
  if (cell > gru) memory.fill(dc0, 0, stateBytes);
  for (let step: usize = 0; step <= last; step++) {
    const time = reverse ? step : last - step;
    const isFirst = step == last;
    const timeBefore = reverse ? time + 1 : time - 1;
    const before = isFirst ? h0 : h + timeBefore * stateBytes;
    const next = isFirst ? 0 : dy + timeBefore * stateBytes;
    const gates = trace + time * traceBytes;
    const to = dProjected + time * projectedBytes;
    const back = cell == gru ? dRecurrent + time * projectedBytes : to;
    if (cell == simple) simpleBackward(activation, h + time * stateBytes, dh0, to, next, rows * units);
    else if (cell == gru) gruBackward(rows, units, gates, before, dh0, to, back, next);
    else {
      const state = isFirst ? c0 : trace + timeBefore * traceBytes + ((<usize>width) << 2);
      const stateStep: usize = (<usize>(isFirst ? units : traceWidth)) << 2;
      lstmBackward(rows, units, gates, state, stateStep, dh0, dc0, to, next);
    }
    packedProduct(rows, units, width, back, width, panels, dh0, units, dh0, units, scratch);
  }
}
