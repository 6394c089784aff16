import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { joint } from '../webgpu/view';
import { type CellName, cellNames, traceCount } from './cells';
import {
  type RecurrentAttrs,
  type RecurrentInputs,
  type RecurrentPastInputs,
  recurrentKernels,
  recurrentShapes,
} from './op';
import { backwardScan, backwardStep, forwardScan, forwardStep } from './wgsl';

/** Most units whose states a workgroup can hand around: up to there one dispatch goes through all time steps. */
const mostScanned = 256;

/** Threads of a workgroup that has one for every unit. */
const groupOf = (units: number): number => (units <= 64 ? 64 : units <= 128 ? 128 : mostScanned);

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
  const hasTrace = traceCount(cell) > 0;
  const { all, starts, views } = joint(backend, hasTrace ? [shapes.h, shapes.trace] : [shapes.h]);
  const [, traceAt = 0] = starts;
  const common = {
    inputs: present({ projected, kernel, recurrentBias, h0, c0 }),
    uniforms: { ...uniforms, ...(hasTrace ? { traceAt: ['i32', traceAt] as const } : {}) },
    output: all,
  };
  if (units <= mostScanned) {
    const group = groupOf(units);
    dispatch(backend, {
      ...common,
      key: `recurrent scan ${cell} ${activation} ${group}`,
      threads: rows * group,
      group,
      code: () => forwardScan(cell, activation, group),
    });
  } else
    for (let step = 0; step < steps; step++)
      dispatch(backend, {
        ...common,
        key: `recurrent step ${cell} ${activation}`,
        uniforms: { ...common.uniforms, step: ['i32', step] },
        threads: rows * units,
        code: () => forwardStep(cell, activation),
      });
  return views();
}

function backward(cell: CellName, backend: WebGPUBackend, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) {
  const { kernel, h0, c0, h, trace, dy } = inputs;
  const { steps, activation } = attrs;
  const shapes = recurrentShapes(inputs, attrs);
  const { rows, units, uniforms } = sidesOf(h0, attrs);
  const isGru = cell === 'gru';
  const { all, starts, views } = joint(backend, [
    shapes.projected,
    shapes.states,
    ...(isGru ? [shapes.projected] : []),
    shapes.h,
  ]);
  const [, statesAt = 0, sumsAt = 0] = starts;
  // Neighbouring threads read neighbouring values of the transposed kernel.
  const transpose = tf.getKernel(tf.Transpose, 'webgpu').kernelFunc;
  const turned = transpose({ inputs: { x: kernel }, backend, attrs: { perm: [1, 0] } }) as tf.TensorInfo;
  const common = {
    inputs: present({ h, h0, c0, trace, dy, turned }),
    uniforms: {
      ...uniforms,
      statesAt: ['i32', statesAt],
      ...(isGru ? { sumsAt: ['i32', sumsAt] as const } : {}),
      beforeAt: ['i32', starts.at(-1) as number],
    },
    output: all,
  } as const;
  if (units <= mostScanned) {
    const group = groupOf(units);
    dispatch(backend, {
      ...common,
      key: `recurrent gradient scan ${cell} ${activation} ${group}`,
      threads: rows * group,
      group,
      code: () => backwardScan(cell, activation, group),
    });
  } else
    for (let step = steps - 1; step >= -1; step--)
      dispatch(backend, {
        ...common,
        key: `recurrent gradient step ${cell} ${activation}`,
        uniforms: { ...common.uniforms, step: ['i32', step] },
        threads: rows * units,
        code: () => backwardStep(cell, activation),
      });
  backend.disposeData(turned.dataId);
  return views();
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
}
