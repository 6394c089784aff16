import { layers, sequential } from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { dense } from '../../src/kernels/dense/op';
import { type CellName, cellNames, gateCount } from '../../src/kernels/recurrent/cells';
import { finalState, type RecurrentAttrs, type RecurrentInputs, recurrent } from '../../src/kernels/recurrent/op';
import {
  type Floats,
  type RecurrentSides,
  type RecurrentValues,
  referenceRecurrent,
  referenceRecurrentGradient,
} from '../../src/kernels/recurrent/reference';
import { weightedLoss } from '../../src/kernels/weighted/op';
import { backendIds } from '../../src/training/names';
import { bits } from '../unit/engine/helpers';
import { drawValues, relativeError } from '../unit/kernels/cases';
import { differences, recurrentCases, recurrentValues } from '../unit/kernels/recurrentCases';
import { use } from './backends';

type Tensors = RecurrentInputs<tf.Tensor>;

const rounded = (values: Floats) => new Float32Array(values);
const valuesOf = async (tensor: tf.Tensor) => new Float32Array(await tensor.data<'float32'>());

function tensorsOf({ cell, steps, rows, units }: RecurrentSides, values: RecurrentValues): Tensors {
  const width = gateCount(cell) * units;
  const { projected, kernel, recurrentBias, h0, c0 } = values;
  return {
    projected: tf.tensor2d(rounded(projected), [steps * rows, width]),
    kernel: tf.tensor2d(rounded(kernel), [units, width]),
    recurrentBias: recurrentBias && tf.tensor1d(rounded(recurrentBias)),
    h0: tf.tensor2d(rounded(h0), [rows, units]),
    c0: c0 && tf.tensor2d(rounded(c0), [rows, units]),
  };
}

/** States, trace and the gradients of Σ dy·h by every input. */
async function computed(sides: RecurrentSides, values: RecurrentValues, dy: Float32Array) {
  const tensors = tensorsOf(sides, values);
  const given = Object.entries(tensors).filter((entry): entry is [keyof Tensors, tf.Tensor] => entry[1] !== undefined);
  const { h, trace } = recurrent(tensors, sides);
  const gradients = tf.tidy(() => {
    const gradientsOf = tf.grads((...inputs: tf.Tensor[]) => {
      const again = Object.fromEntries(given.map(([name], i) => [name, inputs[i]])) as unknown as Tensors;
      return recurrent(again, sides).h;
    });
    return gradientsOf(
      given.map(([, tensor]) => tensor),
      tf.tensor2d(dy, h.shape),
    );
  });
  const gates = trace ? await valuesOf(trace) : new Float32Array();
  const [states, ...slopes] = await Promise.all([h, ...gradients].map(valuesOf));
  trace?.dispose();
  tf.dispose([h, ...gradients, ...given.map(([, tensor]) => tensor)]);
  return {
    h: states as Float32Array,
    trace: gates,
    gradients: Object.fromEntries(given.map(([name], i) => [name, slopes[i] as Float32Array])),
  };
}

/** The gradients of the reference; those by weights follow from that by the recurrent part. */
function expectedGradients(sides: RecurrentSides, values: RecurrentValues, dy: Float32Array) {
  const { cell, steps, rows, units, reverse } = sides;
  const past = { ...values, ...referenceRecurrent(sides, values) };
  const gradients = referenceRecurrentGradient(sides, past, dy);
  const width = gateCount(cell) * units;
  const kernel = new Float64Array(units * width);
  const recurrentBias = new Float64Array(width);
  for (let time = 0; time < steps; time++)
    for (let row = 0; row < rows; row++)
      for (let j = 0; j < width; j++) {
        const slope = gradients.recurrent[(time * rows + row) * width + j] as number;
        recurrentBias[j] = (recurrentBias[j] as number) + slope;
        const timeBefore = time + (reverse ? 1 : -1);
        const isFirst = timeBefore < 0 || timeBefore === steps;
        for (let i = 0; i < units; i++) {
          const before = isFirst ? values.h0[row * units + i] : past.h[(timeBefore * rows + row) * units + i];
          kernel[i * width + j] = (kernel[i * width + j] as number) + (before as number) * slope;
        }
      }
  return { past, gradients: { ...gradients, kernel, recurrentBias } };
}

describe.each(backendIds)('a recurrent layer on %s', (backend) => {
  test.for(recurrentCases)('is the one of the reference, both ways: $name', async (sides, { skip }) => {
    await use(backend, skip);
    const values = recurrentValues(sides);
    const dy = drawValues('dy', sides.steps * sides.rows * sides.units);
    const { past, gradients } = expectedGradients(sides, values, dy);
    const before = tf.memory().numTensors;
    const actual = await computed(sides, values, dy);
    expect(tf.memory().numTensors).toBe(before);
    expect(relativeError(actual.h, rounded(past.h))).toBeLessThan(1e-5);
    expect(relativeError(actual.trace, rounded(past.trace))).toBeLessThan(1e-5);
    for (const [name, gradient] of Object.entries(actual.gradients)) {
      const expected = rounded(gradients[name as keyof typeof gradients]);
      expect(relativeError(gradient, expected), name).toBeLessThan(2e-5);
    }
  });
});

/** A small network for sequences: dense inputs, a recurrent layer, a dense head and a weighted cross-entropy. */
const network = { steps: 4, rows: 3, inputs: 5, units: 6, classes: 4 };

function networkOf(cell: CellName) {
  const { steps, rows, inputs, units, classes } = network;
  const width = gateCount(cell) * units;
  const drawn = (name: string, ...shape: number[]) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return {
      shape,
      values: Float64Array.from(drawValues(name, size), (value) => value / Math.sqrt(shape[0] as number)),
    };
  };
  return {
    x: drawn('x', steps * rows, inputs),
    targets: Float32Array.from({ length: steps * rows }, (_, i) => (3 * i + 1) % classes),
    weights: Float32Array.from({ length: steps * rows }, (_, i) => (i % 4) / 2),
    parameters: {
      wx: drawn('wx', inputs, width),
      b: drawn('b', width),
      kernel: drawn('kernel', units, width),
      ...(cell === 'gru' && { recurrentBias: drawn('recurrent bias', width) }),
      h0: drawn('h0', rows, units),
      ...(cell === 'lstm' && { c0: drawn('c0', rows, units) }),
      wo: drawn('wo', units, classes),
      bo: drawn('bo', classes),
    },
  };
}
type Network = ReturnType<typeof networkOf>;
type Weights = { readonly [Name in keyof Network['parameters']]: tf.Tensor };

/** x [m, k] · w [k, n] + b [n], in double precision. */
function affine(x: Float64Array, w: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const k = w.length / n;
  return Float64Array.from({ length: (x.length / k) * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = b[j] as number;
    for (let step = 0; step < k; step++) sum += (x[i * k + step] as number) * (w[step * n + j] as number);
    return sum;
  });
}

/** The network's loss in double precision. */
function lossInDouble({ x, targets, weights, parameters }: Network, sides: RecurrentSides): number {
  const { wx, b, kernel, recurrentBias, h0, c0, wo, bo } = parameters;
  const projected = affine(x.values, wx.values, b.values);
  const { h } = referenceRecurrent(sides, {
    projected,
    kernel: kernel.values,
    h0: h0.values,
    ...(recurrentBias && { recurrentBias: recurrentBias.values }),
    ...(c0 && { c0: c0.values }),
  });
  const logits = affine(h, wo.values, bo.values);
  const { classes } = network;
  let sum = 0;
  weights.forEach((weight, row) => {
    const z = logits.subarray(row * classes, (row + 1) * classes);
    const all = Math.log(z.reduce((total, value) => total + Math.exp(value), 0));
    sum += weight * (all - (z[targets[row] as number] as number));
  });
  return sum / weights.reduce((total, weight) => total + weight, 0);
}

function lossOf(weights: Weights, x: tf.Tensor, given: Network, attrs: RecurrentAttrs): tf.Scalar {
  const { wx, b, kernel, recurrentBias, h0, c0, wo, bo } = weights;
  const projected = dense(x as tf.Tensor2D, wx as tf.Tensor2D, b as tf.Tensor1D, 'linear');
  const { h } = recurrent({ projected, kernel, recurrentBias, h0, c0 }, attrs);
  const logits = dense(h, wo as tf.Tensor2D, bo as tf.Tensor1D, 'linear');
  return weightedLoss('crossEntropy', 'softmax', logits, tf.tensor1d(given.targets), tf.tensor1d(given.weights));
}

describe.each(backendIds)('a network for sequences on %s', (backend) => {
  const cases = cellNames.flatMap((cell) => [false, true].map((reverse) => ({ cell, reverse })));
  test.for(cases)('has the gradients of central differences: $cell, reverse $reverse', async (which, { skip }) => {
    await use(backend, skip);
    const { steps, rows, units } = network;
    const sides = { ...which, activation: 'tanh', steps, rows, units } as const;
    const given = networkOf(which.cell);
    const entries = Object.entries(given.parameters);
    const { numTensors } = tf.memory();
    const found = tf.tidy(() => {
      const x = tf.tensor2d(rounded(given.x.values), [steps * rows, network.inputs]);
      const computeAll = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
        const weights = Object.fromEntries(entries.map(([name], i) => [name, tensors[i]])) as unknown as Weights;
        return lossOf(weights, x, given, sides);
      });
      const { value, grads } = computeAll(entries.map(([, { values, shape }]) => tf.tensor(rounded(values), shape)));
      return [value, ...grads];
    });
    const [loss, ...gradients] = await Promise.all(found.map(valuesOf));
    tf.dispose(found);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(loss?.[0]).toBeCloseTo(lossInDouble(given, sides), 5);
    for (const [i, [name, { values }]] of entries.entries()) {
      const expected = differences(values, () => lossInDouble(given, sides));
      gradients[i]?.forEach((value, j) => expect(value, name).toBeCloseTo(expected[j] as number, 4));
    }
  });

  test.for(cellNames)('is the one of tf.layers with the same weights: %s', async (cell, { skip }) => {
    await use(backend, skip);
    const { steps, rows, inputs, units } = network;
    const { x, parameters } = networkOf(cell);
    const { wx, b, kernel } = parameters;
    const width = gateCount(cell) * units;
    // The reset gate of tf.layers acts before the product with the candidate's weights: where those connect every unit
    // with itself alone, that is the same.
    if (cell === 'gru')
      for (let i = 0; i < units; i++)
        for (let j = 0; j < units; j++) if (i !== j) kernel.values[i * width + 2 * units + j] = 0;
    const found = tf.tidy(() => {
      const weights = [wx, kernel, b].map(({ values, shape }) => tf.tensor(rounded(values), shape));
      const layer = { units, returnSequences: true, recurrentActivation: 'sigmoid' } as const;
      const make = { simple: layers.simpleRNN, gru: layers.gru, lstm: layers.lstm }[cell];
      const model = sequential({ layers: [make({ ...layer, inputShape: [steps, inputs] })] });
      model.setWeights(weights);
      const byTime = tf.tensor3d(rounded(x.values), [steps, rows, inputs]);
      const expected = tf.transpose(model.predict(tf.transpose(byTime, [1, 0, 2])) as tf.Tensor, [1, 0, 2]);
      const flat = tf.reshape<tf.Rank.R2>(byTime, [steps * rows, inputs]);
      const projected = dense(flat, weights[0] as tf.Tensor2D, weights[2] as tf.Tensor1D, 'linear');
      const states = { h0: tf.zeros([rows, units]), c0: tf.zeros([rows, units]), recurrentBias: tf.zeros([width]) };
      const attrs = { cell, activation: 'tanh', steps, reverse: false } as const;
      const { h } = recurrent({ projected, kernel: weights[1] as tf.Tensor, ...states }, attrs);
      for (const weight of model.getWeights()) weight.dispose();
      return [h, expected];
    });
    const [actual, expected] = await Promise.all(found.map(valuesOf));
    tf.dispose(found);
    expect(relativeError(actual as Float32Array, expected as Float32Array)).toBeLessThan(1e-5);
  });

  test.for(cellNames)('goes on where it stopped, and gives the same bits again: %s', async (cell, { skip }) => {
    await use(backend, skip);
    const { rows, units } = network;
    const sides = { cell, activation: 'tanh', steps: 4, rows, units, reverse: false } as const;
    const values = recurrentValues(sides);
    const found = tf.tidy(() => {
      const tensors = tensorsOf(sides, values);
      const half = { ...sides, steps: 2 };
      const whole = recurrent(tensors, sides).h;
      const again = recurrent(tensors, sides).h;
      const projected = tf.split(tensors.projected, 2);
      const first = recurrent({ ...tensors, projected: projected[0] as tf.Tensor }, half);
      const { h, c } = finalState(first, half);
      const carried = { ...tensors, projected: projected[1] as tf.Tensor, h0: h, ...(c && { c0: c }) };
      return [whole, again, tf.concat([first.h, recurrent(carried, half).h])];
    });
    const [whole, again, parts] = await Promise.all(found.map(valuesOf));
    tf.dispose(found);
    expect(bits(again as Float32Array)).toEqual(bits(whole as Float32Array));
    expect(relativeError(parts as Float32Array, whole as Float32Array)).toBeLessThan(1e-6);
  });
});

test('a layer says what does not fit', async () => {
  await startBackend('cpu');
  const [projected, kernel, h0] = [tf.zeros([6, 16]), tf.zeros([4, 16]), tf.zeros([2, 4])];
  const attrs = { cell: 'lstm', activation: 'tanh', steps: 3, reverse: false } as const;
  expect(() => recurrent({ projected, kernel, h0 }, attrs)).toThrow(
    'A lstm layer takes a cell state of [2,4], not none.',
  );
  expect(() => recurrent({ projected, kernel, h0, c0: h0 }, { ...attrs, steps: 4 })).toThrow('[8,16], not [6,16]');
  expect(() => weightedLoss('squared', 'linear', tf.zeros([6, 4]), tf.zeros<tf.Rank.R1>([6]), tf.zeros([6]))).toThrow(
    'squared',
  );
  tf.dispose([projected, kernel, h0]);
});

test('wide layers go step by step on webgpu', async ({ skip }) => {
  await use('webgpu', skip);
  for (const cell of cellNames) {
    const sides = { cell, activation: 'tanh', steps: 3, rows: 2, units: 259, reverse: cell === 'gru' } as const;
    const values = recurrentValues(sides);
    const dy = drawValues('dy', 3 * 2 * 259);
    const { past, gradients } = expectedGradients(sides, values, dy);
    const actual = await computed(sides, values, dy);
    expect(relativeError(actual.h, rounded(past.h))).toBeLessThan(1e-5);
    expect(relativeError(actual.trace, rounded(past.trace))).toBeLessThan(1e-5);
    for (const [name, gradient] of Object.entries(actual.gradients))
      expect(relativeError(gradient, rounded(gradients[name as keyof typeof gradients])), name).toBeLessThan(2e-5);
  }
});
