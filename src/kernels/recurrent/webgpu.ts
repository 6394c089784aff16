import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { type CellName, cellNames, traceCount } from './cells';
import {
  type RecurrentAttrs,
  type RecurrentInputs,
  type RecurrentPastInputs,
  recurrentKernels,
  recurrentShapes,
  type StatesBeforeAttrs,
  type StatesBeforeInputs,
} from './op';
import {
  backwardScan,
  backwardStep,
  carryBack,
  forwardScan,
  forwardStep,
  recurrentSlopes,
  statesBefore,
  statesFromTrace,
} from './wgsl';

/** Most units whose states a workgroup can hand around: up to there one dispatch goes through all time steps. */
const mostScanned = 256;

const sizeOf = (shape: readonly number[]): number => tf.util.sizeFromShape([...shape]);

/** Threads of a workgroup that has one for every unit. */
const groupOf = (units: number): number => (units <= 64 ? 64 : units <= 128 ? 128 : mostScanned);

/** A copy of the values from `start` on. */
function cut(backend: WebGPUBackend, source: tf.TensorInfo, start: number, shape: number[]): tf.TensorInfo {
  const size = sizeOf(shape);
  return dispatch(backend, {
    key: 'cut',
    inputs: { source },
    uniforms: { start: ['i32', start], size: ['i32', size] },
    output: backend.makeTensorInfo(shape, 'float32'),
    threads: size,
    code: () =>
      'fn main(index : i32) { if (index < uniforms.size) { result[index] = source[uniforms.start + index]; } }',
  });
}

function sidesOf(h0: tf.TensorInfo, { steps, reverse }: RecurrentAttrs) {
  const [rows = 0, units = 0] = h0.shape;
  return {
    rows,
    units,
    uniforms: { steps: ['i32', steps], rows: ['i32', rows], units: ['i32', units], reverse: ['i32', Number(reverse)] },
  } as const;
}

/** Only what is there: a program is given no more than it reads. */
const present = (inputs: Readonly<Record<string, tf.TensorInfo | undefined>>): Record<string, tf.TensorInfo> =>
  Object.fromEntries(
    Object.entries(inputs).filter((entry): entry is [string, tf.TensorInfo] => entry[1] !== undefined),
  );

function forward(cell: CellName, backend: WebGPUBackend, inputs: RecurrentInputs, attrs: RecurrentAttrs) {
  const { projected, kernel, recurrentBias, h0, c0 } = inputs;
  const { steps, activation } = attrs;
  const shapes = recurrentShapes(inputs, attrs);
  const { rows, units, uniforms } = sidesOf(h0, attrs);
  const given = present({ projected, kernel, recurrentBias, h0, c0 });
  const h = backend.makeTensorInfo(shapes.h, 'float32');
  const trace = traceCount(cell) > 0 ? backend.makeTensorInfo(shapes.trace, 'float32') : null;
  const output = trace ?? h;

  /** Sets the states of the time steps from `first` up to `last`. */
  const setStates = (first: number, last: number) =>
    trace &&
    dispatch(backend, {
      key: `states from trace ${cell}`,
      inputs: cell === 'gru' ? { trace, h0 } : { trace },
      uniforms: { ...uniforms, first: ['i32', first], last: ['i32', last] },
      output: h,
      threads: rows * units,
      code: () => statesFromTrace(cell),
    });

  if (units <= mostScanned) {
    const group = groupOf(units);
    dispatch(backend, {
      key: `recurrent scan ${cell} ${activation} ${group}`,
      inputs: given,
      uniforms,
      output,
      threads: rows * group,
      group,
      code: () => forwardScan(cell, activation, group),
    });
    setStates(0, steps);
  } else
    for (let step = 0; step < steps; step++) {
      dispatch(backend, {
        key: `recurrent step ${cell} ${activation}`,
        inputs: trace ? { ...given, h } : given,
        uniforms: { ...uniforms, step: ['i32', step] },
        output,
        threads: rows * units,
        code: () => forwardStep(cell, activation),
      });
      setStates(step, step + 1);
    }
  return trace ? [h, trace] : [h];
}

function backward(cell: CellName, backend: WebGPUBackend, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) {
  const { kernel, h0, c0, h, trace, dy } = inputs;
  const { steps, activation } = attrs;
  const shapes = recurrentShapes(inputs, attrs);
  const { rows, units, uniforms } = sidesOf(h0, attrs);
  const size = sizeOf(shapes.projected);
  const all = backend.makeTensorInfo([size + sizeOf(shapes.states)], 'float32');
  // Of a simple cell the state is all that is needed, of a GRU the state before, of an LSTM the cell state before.
  const past = {
    simple: { h },
    gru: { h, h0, trace },
    lstm: { c0, trace },
  }[cell];
  // Neighbouring threads read neighbouring values of the transposed kernel.
  const transpose = tf.getKernel(tf.Transpose, 'webgpu').kernelFunc;
  const turned = transpose({ inputs: { x: kernel }, backend, attrs: { perm: [1, 0] } }) as tf.TensorInfo;
  if (units <= mostScanned) {
    const group = groupOf(units);
    dispatch(backend, {
      inputs: present({ ...past, dy, turned }),
      key: `recurrent gradient scan ${cell} ${activation} ${group}`,
      uniforms,
      output: all,
      threads: rows * group,
      group,
      code: () => backwardScan(cell, activation, group),
    });
  } else
    for (let step = steps - 1; step >= 0; step--) {
      const common = {
        uniforms: { ...uniforms, step: ['i32', step] },
        output: all,
        threads: rows * units,
      } as const;
      dispatch(backend, {
        ...common,
        inputs: present({ ...past, dy }),
        key: `recurrent gradient step ${cell} ${activation}`,
        code: () => backwardStep(cell, activation),
      });
      dispatch(backend, {
        ...common,
        inputs: present({ trace: cell === 'gru' ? trace : undefined, turned }),
        key: `recurrent gradient carried back ${cell}`,
        code: () => carryBack(cell),
      });
    }
  const dProjected = cut(backend, all, 0, shapes.projected);
  const parts = [dProjected, cut(backend, all, size, shapes.states)];
  if (cell === 'gru')
    parts.push(
      dispatch(backend, {
        key: 'recurrent slopes',
        inputs: present({ dProjected, trace }),
        uniforms: { size: ['i32', size], units: ['i32', units] },
        output: backend.makeTensorInfo(shapes.projected, 'float32'),
        threads: size,
        code: () => recurrentSlopes,
      }),
    );
  for (const { dataId } of [all, turned]) backend.disposeData(dataId);
  return parts;
}

export function registerRecurrent(): void {
  for (const cell of cellNames) {
    registerWebGPU(recurrentKernels[cell], (backend, inputs: RecurrentInputs, attrs: RecurrentAttrs) =>
      forward(cell, backend, inputs, attrs),
    );
    registerWebGPU(`${recurrentKernels[cell]}Gradient`, (backend, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) =>
      backward(cell, backend, inputs, attrs),
    );
  }

  registerWebGPU('StatesBefore', (backend, { h0, h }: StatesBeforeInputs, { steps, reverse }: StatesBeforeAttrs) => {
    const size = sizeOf(h0.shape);
    return dispatch(backend, {
      key: 'states before',
      inputs: { h0, h },
      uniforms: { size: ['i32', size], steps: ['i32', steps], reverse: ['i32', Number(reverse)] },
      output: backend.makeTensorInfo(h.shape, 'float32'),
      threads: size * steps,
      code: () => statesBefore,
    });
  });
}
