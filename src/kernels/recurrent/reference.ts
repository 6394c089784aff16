import { type CellActivation, type CellName, gateCount, traceCount } from './cells';

// Recurrent layers in double precision. Sequences lie step after step: row t·rows + i is example i at time step t.

export type Floats = Float32Array | Float64Array;

export interface RecurrentSides {
  readonly cell: CellName;
  /** Of a simple cell. */
  readonly activation: CellActivation;
  readonly steps: number;
  /** Examples side by side. */
  readonly rows: number;
  readonly units: number;
  /** From the last time step to the first. */
  readonly reverse: boolean;
}

export interface RecurrentValues {
  /** [steps · rows, gates · units] */
  readonly projected: Floats;
  /** [units, gates · units] */
  readonly kernel: Floats;
  /** [gates · units]; GRU */
  readonly recurrentBias?: Floats;
  /** [rows, units] */
  readonly h0: Floats;
  /** [rows, units]; LSTM */
  readonly c0?: Floats;
}

/** One time step: where its rows begin, and the work arrays, all of double precision. */
interface Step {
  readonly rows: number;
  readonly units: number;
  /** [rows, gates · units], the products with the state before. */
  readonly part: Float64Array;
  /** [rows, units] */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

interface Activation {
  readonly value: (x: number) => number;
  /** The derivative by the value. */
  readonly slope: (y: number) => number;
}

const activations: Readonly<Record<CellActivation, Activation>> = {
  tanh: { value: Math.tanh, slope: (y) => 1 - y * y },
  relu: { value: (x) => (x <= 0 ? 0 : x), slope: (y) => (y > 0 ? 1 : 0) },
  sigmoid: { value: sigmoid, slope: (y) => y * (1 - y) },
};

const sigmoidSlope = activations.sigmoid.slope;
const tanhSlope = activations.tanh.slope;

/** to [m, n] += left [m, k] · right [k, n], four rows of the right matrix at a time. */
function addProduct(to: Float64Array, left: Float64Array, right: Float64Array, m: number, n: number, k: number): void {
  for (let i = 0; i < m; i++) {
    const row = i * n;
    let step = 0;
    for (; step + 4 <= k; step += 4) {
      const x0 = left[i * k + step] as number;
      const x1 = left[i * k + step + 1] as number;
      const x2 = left[i * k + step + 2] as number;
      const x3 = left[i * k + step + 3] as number;
      const at = step * n;
      for (let j = 0; j < n; j++)
        to[row + j] =
          (to[row + j] as number) +
          x0 * (right[at + j] as number) +
          x1 * (right[at + n + j] as number) +
          x2 * (right[at + 2 * n + j] as number) +
          x3 * (right[at + 3 * n + j] as number);
    }
    for (; step < k; step++) {
      const x = left[i * k + step] as number;
      for (let j = 0; j < n; j++) to[row + j] = (to[row + j] as number) + x * (right[step * n + j] as number);
    }
  }
}

function transpose(matrix: Floats, rows: number, columns: number): Float64Array {
  const transposed = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) transposed[j * rows + i] = matrix[i * columns + j] as number;
  return transposed;
}

/** Time steps in the order in which they are computed. */
const order = ({ steps, reverse }: RecurrentSides): number[] =>
  Array.from({ length: steps }, (_, step) => (reverse ? steps - 1 - step : step));

/** h = activation(projected + h₋₁·K) */
function simpleForward({ rows, units, part, after }: Step, projected: Floats, activation: CellActivation): void {
  const { value } = activations[activation];
  for (let i = 0; i < rows * units; i++) after[i] = value((projected[i] as number) + (part[i] as number));
}

/** c = f·c₋₁ + i·g, h = o·tanh c; `state` is c₋₁ and becomes c. */
function lstmForward({ rows, units, part, after }: Step, projected: Floats, state: Float64Array, trace: Floats): void {
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < units; j++) {
      const at = 4 * row * units + j;
      const sum = (gate: number) => (projected[at + gate * units] as number) + (part[at + gate * units] as number);
      const input = sigmoid(sum(0));
      const forget = sigmoid(sum(1));
      const candidate = Math.tanh(sum(2));
      const output = sigmoid(sum(3));
      const c = forget * (state[row * units + j] as number) + input * candidate;
      const to = 5 * row * units + j;
      trace[to] = input;
      trace[to + units] = forget;
      trace[to + 2 * units] = candidate;
      trace[to + 3 * units] = output;
      trace[to + 4 * units] = c;
      state[row * units + j] = c;
      after[row * units + j] = output * Math.tanh(c);
    }
}

/** n = tanh(projected + r·(h₋₁·K + bias)), h = z·h₋₁ + (1 − z)·n */
function gruForward({ rows, units, part, before, after }: Step, projected: Floats, trace: Floats): void {
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < units; j++) {
      const at = 3 * row * units + j;
      const update = sigmoid((projected[at] as number) + (part[at] as number));
      const reset = sigmoid((projected[at + units] as number) + (part[at + units] as number));
      const recurrent = part[at + 2 * units] as number;
      const candidate = Math.tanh((projected[at + 2 * units] as number) + reset * recurrent);
      const to = 4 * row * units + j;
      trace[to] = update;
      trace[to + units] = reset;
      trace[to + 2 * units] = candidate;
      trace[to + 3 * units] = recurrent;
      after[row * units + j] = update * (before[row * units + j] as number) + (1 - update) * candidate;
    }
}

/** States h [steps · rows, units] and the trace [steps · rows, traceCount · units]. */
export function referenceRecurrent(
  sides: RecurrentSides,
  { projected, kernel, recurrentBias, h0, c0 }: RecurrentValues,
): { h: Float64Array; trace: Float64Array } {
  const { cell, activation, steps, rows, units } = sides;
  const [width, traceWidth, size] = [gateCount(cell) * units, traceCount(cell) * units, rows * units];
  const h = new Float64Array(steps * size);
  const trace = new Float64Array(steps * rows * traceWidth);
  const weights = Float64Array.from(kernel);
  const part = new Float64Array(rows * width);
  const state = Float64Array.from(c0 ?? []);
  let before = Float64Array.from(h0);
  for (const time of order(sides)) {
    part.fill(0);
    if (recurrentBias) for (let row = 0; row < rows; row++) part.set(recurrentBias, row * width);
    addProduct(part, before, weights, rows, width, units);
    const after = h.subarray(time * size, (time + 1) * size);
    const step: Step = { rows, units, part, before, after };
    const inputs = projected.subarray(time * rows * width, (time + 1) * rows * width);
    const gates = trace.subarray(time * rows * traceWidth, (time + 1) * rows * traceWidth);
    if (cell === 'simple') simpleForward(step, inputs, activation);
    else if (cell === 'gru') gruForward(step, inputs, gates);
    else lstmForward(step, inputs, state, gates);
    before = after;
  }
  return { h, trace };
}

export interface RecurrentPast extends Pick<RecurrentValues, 'kernel' | 'h0' | 'c0'> {
  readonly h: Floats;
  readonly trace: Floats;
}

/** What a gate's gradients are computed from, and the running gradients, at one time step of the way back. */
interface StepBack {
  readonly rows: number;
  readonly units: number;
  readonly dh: Float64Array;
  readonly dc: Float64Array;
  /** [rows, gates · units]: by the inputs' part, and by the recurrent part. */
  readonly dProjected: Float64Array;
  readonly dRecurrent: Float64Array;
}

function simpleBackward({ rows, units, dh, dProjected }: StepBack, h: Floats, activation: CellActivation): void {
  const { slope } = activations[activation];
  for (let i = 0; i < rows * units; i++) {
    dProjected[i] = (dh[i] as number) * slope(h[i] as number);
    dh[i] = 0;
  }
}

/** `stateBefore` [rows, units] lies in rows of `stateStep` values from `stateStart` on. */
function lstmBackward(
  { rows, units, dh, dc, dProjected }: StepBack,
  trace: Floats,
  stateBefore: Floats,
  stateStart: number,
  stateStep: number,
): void {
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < units; j++) {
      const from = 5 * row * units + j;
      const input = trace[from] as number;
      const forget = trace[from + units] as number;
      const candidate = trace[from + 2 * units] as number;
      const output = trace[from + 3 * units] as number;
      const bent = Math.tanh(trace[from + 4 * units] as number);
      const i = row * units + j;
      const dy = dh[i] as number;
      const dState = (dc[i] as number) + dy * output * tanhSlope(bent);
      const to = 4 * row * units + j;
      dProjected[to] = dState * candidate * sigmoidSlope(input);
      dProjected[to + units] =
        dState * (stateBefore[stateStart + row * stateStep + j] as number) * sigmoidSlope(forget);
      dProjected[to + 2 * units] = dState * input * tanhSlope(candidate);
      dProjected[to + 3 * units] = dy * bent * sigmoidSlope(output);
      dc[i] = dState * forget;
      dh[i] = 0;
    }
}

function gruBackward({ rows, units, dh, dProjected, dRecurrent }: StepBack, trace: Floats, before: Floats): void {
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < units; j++) {
      const from = 4 * row * units + j;
      const update = trace[from] as number;
      const reset = trace[from + units] as number;
      const candidate = trace[from + 2 * units] as number;
      const recurrent = trace[from + 3 * units] as number;
      const i = row * units + j;
      const dy = dh[i] as number;
      const dUpdate = dy * ((before[i] as number) - candidate) * sigmoidSlope(update);
      const dCandidate = dy * (1 - update) * tanhSlope(candidate);
      const dReset = dCandidate * recurrent * sigmoidSlope(reset);
      const to = 3 * row * units + j;
      dProjected[to] = dUpdate;
      dProjected[to + units] = dReset;
      dProjected[to + 2 * units] = dCandidate;
      dRecurrent[to] = dUpdate;
      dRecurrent[to + units] = dReset;
      dRecurrent[to + 2 * units] = dCandidate * reset;
      dh[i] = dy * update;
    }
}

export interface RecurrentGradients {
  /** By the projected inputs, [steps · rows, gates · units]. */
  readonly projected: Float64Array;
  /** By h₋₁·kernel + bias, of the same shape; the same as `projected` but for a GRU. */
  readonly recurrent: Float64Array;
  readonly h0: Float64Array;
  /** LSTM; empty otherwise. */
  readonly c0: Float64Array;
}

/** Gradients from those of the states, dy [steps · rows, units]. */
export function referenceRecurrentGradient(
  sides: RecurrentSides,
  { kernel, h0, c0, h, trace }: RecurrentPast,
  dy: Floats,
): RecurrentGradients {
  const { cell, activation, steps, rows, units } = sides;
  const [width, traceWidth, size] = [gateCount(cell) * units, traceCount(cell) * units, rows * units];
  const weights = transpose(kernel, units, width);
  const projected = new Float64Array(steps * rows * width);
  const recurrent = cell === 'gru' ? new Float64Array(projected.length) : projected;
  const [dh, dc] = [new Float64Array(size), new Float64Array(cell === 'lstm' ? size : 0)];
  const times = order(sides);
  for (let step = steps - 1; step >= 0; step--) {
    const time = times[step] as number;
    const timeBefore = times[step - 1];
    const at = (values: Floats, width: number, t: number) => values.subarray(t * rows * width, (t + 1) * rows * width);
    for (let i = 0; i < size; i++) dh[i] = (dh[i] as number) + (dy[time * size + i] as number);
    const dProjected = at(projected, width, time) as Float64Array;
    const dRecurrent = at(recurrent, width, time) as Float64Array;
    const back: StepBack = { rows, units, dh, dc, dProjected, dRecurrent };
    const gates = at(trace, traceWidth, time);
    if (cell === 'simple') simpleBackward(back, at(h, units, time), activation);
    else if (cell === 'gru') gruBackward(back, gates, timeBefore === undefined ? h0 : at(h, units, timeBefore));
    else if (timeBefore === undefined) lstmBackward(back, gates, c0 as Floats, 0, units);
    else lstmBackward(back, gates, at(trace, traceWidth, timeBefore), width, traceWidth);
    addProduct(dh, dRecurrent, weights, rows, units, width);
  }
  return { projected, recurrent, h0: dh, c0: dc };
}
