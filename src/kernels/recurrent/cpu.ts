import type * as tf from '../../engine/tf';
import { registerCpu, valuesOf } from '../cpu/backend';
import { cellNames } from './cells';
import {
  type RecurrentAttrs,
  type RecurrentInputs,
  type RecurrentPastInputs,
  recurrentKernels,
  recurrentShapes,
  type StatesBeforeAttrs,
  type StatesBeforeInputs,
} from './op';
import { referenceRecurrent, referenceRecurrentGradient } from './reference';

const none = new Float32Array();

function sidesOf({ h0 }: { readonly h0: tf.TensorInfo }, attrs: RecurrentAttrs) {
  const [rows = 0, units = 0] = h0.shape;
  return { ...attrs, rows, units };
}

export function registerRecurrent(): void {
  for (const cell of cellNames) {
    registerCpu(recurrentKernels[cell], (backend, inputs: RecurrentInputs, attrs: RecurrentAttrs) => {
      const values = (info: tf.TensorInfo | undefined) => (info ? valuesOf(backend, info) : none);
      const shapes = recurrentShapes(inputs, attrs);
      const { h, trace } = referenceRecurrent(sidesOf(inputs, attrs), {
        projected: values(inputs.projected),
        kernel: values(inputs.kernel),
        recurrentBias: values(inputs.recurrentBias),
        h0: values(inputs.h0),
        c0: values(inputs.c0),
      });
      const states = backend.makeTensorInfo(shapes.h, 'float32', new Float32Array(h));
      if (cell === 'simple') return [states];
      return [states, backend.makeTensorInfo(shapes.trace, 'float32', new Float32Array(trace))];
    });

    registerCpu(`${recurrentKernels[cell]}Gradient`, (backend, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) => {
      const values = (info: tf.TensorInfo | undefined) => (info ? valuesOf(backend, info) : none);
      const { kernel, h0, c0, h, trace, dy } = inputs;
      const gradients = referenceRecurrentGradient(
        sidesOf(inputs, attrs),
        { kernel: values(kernel), h0: values(h0), c0: values(c0), h: values(h), trace: values(trace) },
        values(dy),
      );
      const shapes = recurrentShapes(inputs, attrs);
      const tensor = (shape: number[], gradient: Float64Array) =>
        backend.makeTensorInfo(shape, 'float32', new Float32Array(gradient));
      const states = new Float64Array(gradients.h0.length + gradients.c0.length);
      states.set(gradients.h0);
      states.set(gradients.c0, gradients.h0.length);
      const parts = [tensor(shapes.projected, gradients.projected), tensor(shapes.states, states)];
      if (cell === 'gru') parts.push(tensor(shapes.projected, gradients.recurrent));
      return parts;
    });
  }

  registerCpu('StatesBefore', (backend, { h0, h }: StatesBeforeInputs, { reverse }: StatesBeforeAttrs) => {
    const [first, states] = [valuesOf(backend, h0), valuesOf(backend, h)];
    const before = new Float32Array(states.length);
    const size = first.length;
    before.set(reverse ? states.subarray(size) : states.subarray(0, states.length - size), reverse ? 0 : size);
    before.set(first, reverse ? states.length - size : 0);
    return backend.makeTensorInfo(h.shape, 'float32', before);
  });
}
