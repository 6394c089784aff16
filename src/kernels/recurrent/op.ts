import * as tf from '../../engine/tf';
import { columnSums } from '../reduce/op';
import { runKernel } from '../run';
import { type CellActivation, type CellName, cellNames, gateCount, traceCount } from './cells';

/**
 * Names of the kernels; each has a second one, `…Gradient`, that gives the gradients by the projected inputs and by the
 * states at the beginning; of a GRU also those by its products with the states. If it has them anyway, the states that
 * the time steps began with come last; else they are left to `StatesBefore`.
 */
export const recurrentKernels: Readonly<Record<CellName, string>> = {
  simple: 'SimpleRecurrent',
  gru: 'GruRecurrent',
  lstm: 'LstmRecurrent',
};

/** Sequences lie step after step: row t·batch + i is example i at time step t. */
export interface RecurrentInputs<T = tf.TensorInfo> {
  /** What the inputs give, x·Wx + b, of all time steps: [steps · batch, gates · units]. */
  readonly projected: T;
  /** Recurrent weights, [units, gates · units]. */
  readonly kernel: T;
  /** Of a GRU, in its products with the state: [gates · units]. */
  readonly recurrentBias?: T | undefined;
  /** The state at the beginning, [batch, units]. */
  readonly h0: T;
  /** The cell state at the beginning, [batch, units]; of an LSTM. */
  readonly c0?: T | undefined;
}

export interface RecurrentAttrs {
  readonly cell: CellName;
  /** Of a simple cell; the others have their own. */
  readonly activation: CellActivation;
  readonly steps: number;
  /** From the last time step to the first: the other half of a bidirectional layer. */
  readonly reverse: boolean;
}

/** What the way back is computed from. */
export interface RecurrentPastInputs<T = tf.TensorInfo> extends Pick<RecurrentInputs<T>, 'kernel' | 'h0' | 'c0'> {
  readonly h: T;
  readonly trace?: T | undefined;
  readonly dy: T;
}

/** Shapes of what is computed; `states` are the gradients by h0 and, of an LSTM, below them those by c0. */
export function recurrentShapes({ h0 }: { readonly h0: tf.TensorInfo }, { cell, steps }: RecurrentAttrs) {
  const [batch = 0, units = 0] = h0.shape;
  const rows = steps * batch;
  return {
    h: [rows, units],
    projected: [rows, gateCount(cell) * units],
    trace: [rows, traceCount(cell) * units],
    states: [cell === 'lstm' ? 2 * batch : batch, units],
  };
}

export interface RecurrentStates {
  /** States of all time steps, [steps · batch, units]. */
  readonly h: tf.Tensor2D;
  /**
   * [steps · batch, (gates + 1) · units]: the gates in the order of `gateNames`, then the cell state (LSTM) or the
   * candidate's recurrent part (GRU). For views and for the state to carry on; it has no gradient. Of a simple cell none.
   */
  readonly trace: tf.Tensor2D | null;
}

/**
 * A recurrent layer over whole sequences; cells.ts says where the cells come from.
 * - simple: h = activation(p + h₋₁·K)
 * - gru: z, r = sigmoid(p + h₋₁·K + b), n = tanh(p + r ⊙ (h₋₁·K + b)), h = z ⊙ h₋₁ + (1 − z) ⊙ n
 * - lstm: i, f, o = sigmoid(p + h₋₁·K), g = tanh(p + h₋₁·K), c = f ⊙ c₋₁ + i ⊙ g, h = o ⊙ tanh c
 * @throws where a GRU has no recurrent bias or an LSTM no cell state, and where shapes do not fit
 */
export function recurrent(inputs: RecurrentInputs<tf.Tensor>, attrs: RecurrentAttrs): RecurrentStates {
  const { projected, kernel, recurrentBias, h0, c0 } = inputs;
  const { cell, steps } = attrs;
  const [batch = 0, units = 0] = h0.shape;
  const width = gateCount(cell) * units;
  const expect = (name: string, tensor: tf.Tensor | undefined, ...shape: number[]) =>
    tf.util.assert(
      tensor !== undefined && tf.util.arraysEqual(tensor.shape, shape),
      () => `A ${cell} layer takes ${name} of [${shape.join()}], not ${tensor ? `[${tensor.shape.join()}]` : 'none'}.`,
    );
  expect('projected inputs', projected, steps * batch, width);
  expect('a kernel', kernel, units, width);
  if (cell === 'gru') expect('a recurrent bias', recurrentBias, width);
  if (cell === 'lstm') expect('a cell state', c0, batch, units);
  const given = {
    projected,
    kernel,
    recurrentBias: cell === 'gru' ? recurrentBias : undefined,
    h0,
    c0: cell === 'lstm' ? c0 : undefined,
  };
  const states = runKernel(recurrentKernels[cell], given, { ...attrs }) as unknown as tf.Tensor2D[];
  const [h, trace = null] = states as [tf.Tensor2D, tf.Tensor2D?];
  return { h, trace };
}

/**
 * The state after the last step: h and, of an LSTM, c, each [batch, units]. Gradients flow through h, as through all
 * states, and not through c.
 */
export function finalState({ h, trace }: RecurrentStates, { cell, steps, reverse }: RecurrentAttrs) {
  const batch = h.shape[0] / steps;
  const [, units] = h.shape;
  const row = reverse ? 0 : (steps - 1) * batch;
  return {
    h: tf.slice(h, [row, 0], [batch, units]),
    c: cell === 'lstm' && trace ? tf.slice(trace, [row, 4 * units], [batch, units]) : null,
  };
}

export interface StatesBeforeInputs {
  readonly h0: tf.TensorInfo;
  readonly h: tf.TensorInfo;
}
export type StatesBeforeAttrs = Pick<RecurrentAttrs, 'steps' | 'reverse'>;

for (const cell of cellNames)
  tf.registerGradient({
    kernelName: recurrentKernels[cell],
    inputsToSave: cell === 'lstm' ? ['kernel', 'h0', 'c0'] : ['kernel', 'h0'],
    outputsToSave: [true, true],
    gradFunc(given, saved, attrs) {
      const [kernel, h0, ...others] = saved as tf.Tensor2D[] as [tf.Tensor2D, tf.Tensor2D, ...tf.Tensor2D[]];
      const c0 = cell === 'lstm' ? others.shift() : undefined;
      const [h, trace] = others as [tf.Tensor2D, tf.Tensor2D?];
      const dy = Array.isArray(given) ? (given[0] as tf.Tensor) : given;
      const past: RecurrentPastInputs<tf.Tensor> = { kernel, h0, c0, h, trace, dy };
      const gradients = runKernel(`${recurrentKernels[cell]}Gradient`, { ...past }, attrs) as unknown as tf.Tensor2D[];
      const [dProjected, dStates, ...rest] = gradients as [tf.Tensor2D, tf.Tensor2D, ...tf.Tensor2D[]];
      const dSums = cell === 'gru' ? (rest.shift() as tf.Tensor2D) : dProjected;
      const statesBefore = () => rest[0] ?? runKernel<tf.Tensor2D>('StatesBefore', { h0, h }, attrs);
      return {
        projected: () => dProjected,
        // All time steps in one product, with the states that they began with.
        kernel: () => tf.matMul(statesBefore(), dSums, true, false),
        recurrentBias: () => columnSums(dSums),
        h0: () => tf.slice(dStates, [0, 0], h0.shape),
        c0: () => tf.slice(dStates, [h0.shape[0], 0], h0.shape),
      };
    },
  });
