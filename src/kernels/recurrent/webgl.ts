import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '../../engine/tf';
import { type Draw, draw, registerWebGL } from '../webgl/draw';
import { type CellName, cellNames, gateCount, traceCount } from './cells';
import {
  carryProgram,
  columnsProgram,
  gatesProgram,
  lstmStates,
  productProgram,
  recurrentSlopes,
  slopesProgram,
  statesBefore,
  stepBackParts,
  stepParts,
} from './glsl';
import {
  type RecurrentAttrs,
  type RecurrentInputs,
  type RecurrentPastInputs,
  recurrentKernels,
  recurrentShapes,
  type StatesBeforeAttrs,
  type StatesBeforeInputs,
} from './op';

type Inputs = Readonly<Record<string, tf.TensorInfo | undefined>>;

const int = (value: number) => ['int', value] as const;

/** Rows of tensors one below the other, in the order of time; lets go of the tensors. */
function joined(backend: MathBackendWebGL, steps: readonly tf.TensorInfo[], { reverse }: RecurrentAttrs) {
  const inOrder = reverse ? steps.toReversed() : [...steps];
  const concat = tf.getKernel(tf.Concat, 'webgl').kernelFunc;
  const inputs = inOrder as unknown as tf.NamedTensorInfoMap;
  const all = concat({ inputs, backend, attrs: { axis: 0 } }) as tf.TensorInfo;
  for (const step of steps) backend.disposeIntermediateTensorInfo(step);
  return all;
}

/** Columns of x from `start` on, as many as the shape has. */
function columns(backend: MathBackendWebGL, x: tf.TensorInfo, start: number, shape: number[]): tf.TensorInfo {
  const uniforms = { allWidth: int(x.shape[1] ?? 0), start: int(start), width: int(shape[1] ?? 0) };
  return draw(backend, { inputs: { x }, uniforms, shape, code: columnsProgram });
}

/** The time step of each step, in the order in which they are computed. */
const timesOf = ({ steps, reverse }: RecurrentAttrs) =>
  Array.from({ length: steps }, (_, step) => (reverse ? steps - 1 - step : step));

function forward(cell: CellName, backend: MathBackendWebGL, inputs: RecurrentInputs, attrs: RecurrentAttrs) {
  const { projected, kernel, recurrentBias, h0, c0 } = inputs;
  const [rows = 0, units = 0] = h0.shape;
  const parts = stepParts(cell);
  const done: tf.TensorInfo[] = [];
  for (const time of timesOf(attrs)) {
    const last = done.at(-1);
    const before = last ?? h0;
    const beforeAt = { beforeStart: int(0), beforeWidth: int(last ? parts * units : units) };
    const products = draw(backend, {
      inputs: { before, kernel, ...(recurrentBias && { recurrentBias }) },
      uniforms: { units: int(units), ...beforeAt },
      shape: [rows, gateCount(cell) * units],
      code: productProgram(cell),
    });
    const state = last ?? c0;
    const stateAt = { stateStart: int(last ? 5 * units : 0), stateWidth: int(last ? parts * units : units) };
    done.push(
      draw(backend, {
        inputs: { projected, products, ...(cell === 'gru' && { before }), ...(cell === 'lstm' && { state }) },
        uniforms: {
          units: int(units),
          rows: int(rows),
          time: int(time),
          ...(cell === 'gru' && beforeAt),
          ...(cell === 'lstm' && stateAt),
        },
        shape: [rows, parts * units],
        code: gatesProgram(cell, attrs.activation),
      }),
    );
    backend.disposeIntermediateTensorInfo(products);
  }
  const all = joined(backend, done, attrs);
  if (parts === 1) return [all];
  const shapes = recurrentShapes(inputs, attrs);
  const results = [columns(backend, all, 0, shapes.h), columns(backend, all, units, shapes.trace)];
  backend.disposeIntermediateTensorInfo(all);
  return results;
}

function backward(cell: CellName, backend: MathBackendWebGL, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) {
  const { kernel, h0, c0, h, trace, dy } = inputs;
  const [rows = 0, units = 0] = h0.shape;
  const size = rows * units;
  const times = timesOf(attrs);
  const done: tf.TensorInfo[] = [];
  /** The gradient by the states of the step that is next on the way back. */
  let dh: tf.TensorInfo = draw(backend, {
    inputs: { x: dy },
    uniforms: { start: int((times.at(-1) ?? 0) * size) },
    shape: h0.shape,
    code: 'float valueAt(int index) { return getX(start + index); }',
  });
  for (let step = attrs.steps - 1; step >= 0; step--) {
    const time = times[step] as number;
    const timeBefore = times[step - 1];
    const common = { units: int(units), rows: int(rows), time: int(time) };
    const later = done.at(-1);
    const isFirst = timeBefore === undefined;
    const pasts: Readonly<Record<CellName, Partial<Pick<Draw, 'uniforms'>> & { inputs: Inputs }>> = {
      simple: { inputs: { h } },
      gru: {
        inputs: { trace, before: isFirst ? h0 : h },
        uniforms: { beforeStart: int(isFirst ? 0 : timeBefore * size) },
      },
      lstm: {
        // There is nothing later than the last step: something else stands for it and is not read.
        inputs: { trace, state: isFirst ? c0 : trace, later: later ?? dh },
        uniforms: {
          isLast: int(later ? 0 : 1),
          stateStart: int(isFirst ? 0 : timeBefore * rows * traceCount(cell) * units + 4 * units),
          stateWidth: int(isFirst ? units : traceCount(cell) * units),
        },
      },
    };
    const past = pasts[cell];
    const slopes = draw(backend, {
      inputs: { dh, ...past.inputs },
      uniforms: { ...common, ...past.uniforms },
      shape: [rows, stepBackParts(cell) * units],
      code: slopesProgram(cell, attrs.activation),
    });
    const before = draw(backend, {
      inputs: { slopes, kernel, dy, ...(cell === 'gru' && { dh, trace: trace as tf.TensorInfo }) },
      uniforms: { ...common, hasNext: int(isFirst ? 0 : 1), nextStart: int((timeBefore ?? 0) * size) },
      shape: h0.shape,
      code: carryProgram(cell),
    });
    backend.disposeIntermediateTensorInfo(dh);
    dh = before;
    done.push(slopes);
  }
  const shapes = recurrentShapes(inputs, attrs);
  const first = done.at(-1) as tf.TensorInfo;
  if (cell === 'lstm') {
    const dStates = draw(backend, {
      inputs: { dh, slopes: first },
      uniforms: { units: int(units), size: int(size) },
      shape: shapes.states,
      code: lstmStates,
    });
    const all = joined(backend, done.toReversed(), attrs);
    const dProjected = columns(backend, all, 0, shapes.projected);
    for (const info of [dh, all]) backend.disposeIntermediateTensorInfo(info);
    return [dProjected, dStates];
  }
  const all = joined(backend, done.toReversed(), attrs);
  if (cell === 'simple') return [all, dh];
  const dRecurrent = draw(backend, {
    inputs: { slopes: all, trace: trace as tf.TensorInfo },
    uniforms: { units: int(units) },
    shape: shapes.projected,
    code: recurrentSlopes,
  });
  return [all, dh, dRecurrent];
}

export function registerRecurrent(): void {
  for (const cell of cellNames) {
    registerWebGL(recurrentKernels[cell], (backend, inputs: RecurrentInputs, attrs: RecurrentAttrs) =>
      forward(cell, backend, inputs, attrs),
    );
    registerWebGL(`${recurrentKernels[cell]}Gradient`, (backend, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) =>
      backward(cell, backend, inputs, attrs),
    );
  }

  registerWebGL('StatesBefore', (backend, { h0, h }: StatesBeforeInputs, { reverse }: StatesBeforeAttrs) => {
    const size = tf.util.sizeFromShape(h0.shape);
    const all = tf.util.sizeFromShape(h.shape);
    return draw(backend, {
      inputs: { h0, h },
      uniforms: { size: int(size), firstAt: int(reverse ? all - size : 0), otherAt: int(reverse ? 0 : size) },
      shape: h.shape,
      code: statesBefore,
    });
  });
}
