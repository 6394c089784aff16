import { expect, test } from 'vitest';
import { defaultConfig, presetConfig } from '../../../src/config/gate';
import type { NetConfig } from '../../../src/families';
import { datasetOf, relativeError, steps, trainerOf } from './helpers';

type Matrix = readonly (readonly number[])[];

const dot = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, v, k) => sum + v * (b[k]?.[j] ?? Number.NaN), 0)));
const transpose = (a: Matrix): number[][] => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? Number.NaN));
const combine = (a: Matrix, b: Matrix, f: (x: number, y: number) => number): number[][] =>
  a.map((row, i) => row.map((v, j) => f(v, b[i]?.[j] ?? Number.NaN)));
const times = (a: Matrix, b: Matrix) => combine(a, b, (x, y) => x * y);
const plus = (a: Matrix, b: Matrix) => combine(a, b, (x, y) => x + y);
const minus = (a: Matrix, b: Matrix) => combine(a, b, (x, y) => x - y);
const sigmoid = (a: Matrix) => a.map((row) => row.map((x) => 1 / (1 + Math.exp(-x))));
const sigmoidDerivative = (a: Matrix) => a.map((row) => row.map((x) => x * (1 - x)));
const reshape = (values: Float32Array, columns: number): number[][] =>
  Array.from({ length: values.length / columns }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)]);

interface Weights {
  inputToHidden: Matrix;
  hiddenToOutput: Matrix;
}

/** The article's forward and backward pass, line by line; its hidden layer is returned, which it forgot. */
function articleStep(weights: Weights, x: Matrix, y: Matrix): { weights: Weights; loss: number } {
  const hiddenLayer = sigmoid(dot(x, weights.inputToHidden));
  const output = sigmoid(dot(hiddenLayer, weights.hiddenToOutput));
  const outputError = minus(y, output);
  const outputDelta = times(outputError, sigmoidDerivative(output));
  const hiddenError = dot(outputDelta, transpose(weights.hiddenToOutput));
  const hiddenDelta = times(hiddenError, sigmoidDerivative(hiddenLayer));
  return {
    loss: outputError.flat().reduce((sum, e) => sum + e * e, 0) / y.length,
    weights: {
      inputToHidden: plus(weights.inputToHidden, dot(transpose(x), hiddenDelta)),
      hiddenToOutput: plus(weights.hiddenToOutput, dot(transpose(hiddenLayer), outputDelta)),
    },
  };
}

test('50 steps of the article preset are 50 updates of the article', async () => {
  const config = presetConfig('article', defaultConfig()) as NetConfig;
  const dataset = datasetOf(config);
  const trainer = trainerOf(config, undefined, dataset);
  const sizes = trainer.layout.specs.map(({ name, shape }) => `${name} ${shape.join('×')}`);
  expect(sizes).toEqual(['dense0/kernel 10×50', 'dense1/kernel 50×1']);

  const split = (parameters: Float32Array): Weights => ({
    inputToHidden: reshape(parameters.subarray(0, 500), 50),
    hiddenToOutput: reshape(parameters.subarray(500), 1),
  });
  const x = reshape(dataset.train.inputs, 10);
  const y = reshape(dataset.train.targets, 1);
  const start = await trainer.state();
  let weights = split(start.parameters);
  const losses: number[] = [];
  for (let i = 0; i < 50; i++) {
    const next = articleStep(weights, x, y);
    weights = next.weights;
    losses.push(next.loss);
  }

  const trained = await steps(trainer, 50);
  const { parameters } = await trainer.state();
  trainer.dispose();
  const expected = [...weights.inputToHidden.flat(), ...weights.hiddenToOutput.flat()];
  const off = expected.map((w, i) => Math.abs(w - (parameters[i] ?? Number.NaN)));
  const moved = expected.map((w, i) => Math.abs(w - (start.parameters[i] ?? Number.NaN)));
  expect(Math.max(...off)).toBeLessThan(1e-4);
  expect(Math.max(...moved)).toBeGreaterThan(0.1);
  expect(relativeError(trained, losses)).toBeLessThan(1e-3);
});

test('the weights of the article preset are drawn from N(0, 1)', async () => {
  const trainer = trainerOf(presetConfig('article', defaultConfig()) as NetConfig);
  const values = [...(await trainer.state()).parameters];
  trainer.dispose();
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(550));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 550));
});
