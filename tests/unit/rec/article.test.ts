import { expect, test } from 'vitest';
import { defaultConfig, presetConfig } from '../../../src/config/gate';
import type { RecConfig } from '../../../src/families';
import { relativeError } from '../engine/helpers';
import { recRunOf } from './helpers';

type Vector = readonly number[];
type Matrix = readonly Vector[];

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const slope = (y: number) => y * (1 - y);
const zeros = (rows: number, columns: number) => Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
const rowsOf = (values: ArrayLike<number>, columns: number): number[][] =>
  Array.from({ length: values.length / columns }, (_, i) =>
    Array.from({ length: columns }, (_, j) => values[i * columns + j] ?? Number.NaN),
  );
/** vector · matrix */
const through = (vector: Vector, matrix: Matrix): number[] =>
  (matrix[0] ?? []).map((_, j) => vector.reduce((sum, v, i) => sum + v * (matrix[i]?.[j] ?? Number.NaN), 0));
/** matrix · vector */
const back = (matrix: Matrix, vector: Vector): number[] =>
  matrix.map((row) => row.reduce((sum, w, j) => sum + w * (vector[j] ?? Number.NaN), 0));
const addOuter = (to: number[][], a: Vector, b: Vector) =>
  a.forEach((x, i) => b.forEach((y, j) => void ((to[i] as number[])[j] = (to[i]?.[j] ?? 0) + x * y)));

interface Weights {
  readonly inputToHidden: number[][];
  readonly hiddenToHidden: number[][];
  readonly hiddenToOutput: number[][];
}

/**
 * One update as the article means it, by plain loops: the state begins at zero, every step has its answer, the error goes
 * back through the slope of each state, and the state before is what its weights are multiplied by.
 */
function articleStep(weights: Weights, x: Matrix, y: Vector): { loss: number } {
  const { inputToHidden, hiddenToHidden, hiddenToOutput } = weights;
  const units = hiddenToHidden.length;
  const states: number[][] = [];
  for (const [t, input] of x.entries()) {
    const recurrent = through(states[t - 1] ?? new Array<number>(units).fill(0), hiddenToHidden);
    states.push(through(input, inputToHidden).map((z, i) => sigmoid(z + (recurrent[i] ?? 0))));
  }
  const outputs = states.map((state) => sigmoid(through(state, hiddenToOutput)[0] ?? Number.NaN));
  const errors = outputs.map((output, t) => (y[t] ?? 0) - output);
  const updates = [inputToHidden, hiddenToHidden, hiddenToOutput].map((w) => zeros(w.length, w[0]?.length ?? 0));
  const [toInput, toHidden, toOutput] = updates as [number[][], number[][], number[][]];
  let later = new Array<number>(units).fill(0);
  for (let t = x.length - 1; t >= 0; t--) {
    const state = states[t] as number[];
    const outputDelta = (errors[t] ?? 0) * slope(outputs[t] ?? 0);
    const error = back(hiddenToOutput, [outputDelta]).map((e, i) => e + (later[i] ?? 0));
    const delta = error.map((e, i) => e * slope(state[i] ?? 0));
    addOuter(toInput, x[t] ?? [], delta);
    if (t > 0) addOuter(toHidden, states[t - 1] as number[], delta);
    addOuter(toOutput, state, [outputDelta]);
    later = back(hiddenToHidden, delta);
  }
  [inputToHidden, hiddenToHidden, hiddenToOutput].forEach((w, k) =>
    w.forEach((row, i) => row.forEach((_, j) => void (row[j] = (row[j] ?? 0) + (updates[k]?.[i]?.[j] ?? Number.NaN)))),
  );
  return { loss: errors.reduce((sum, e) => sum + e * e, 0) / x.length };
}

test('50 steps of the article preset are 50 updates of the article', async () => {
  const config = presetConfig('articleRec', { ...defaultConfig('rec') }) as RecConfig;
  const { trainer, work } = recRunOf(config);
  const shapes = trainer.layout.specs.map(({ name, shape }) => `${name} ${shape.join('×')}`);
  expect(shapes).toEqual(['layer0/kernel 2×50', 'layer0/recurrentKernel 50×50', 'output/kernel 50×1']);
  const start = await trainer.state();
  const weights: Weights = {
    inputToHidden: rowsOf(start.parameters.subarray(0, 100), 50),
    hiddenToHidden: rowsOf(start.parameters.subarray(100, 2600), 50),
    hiddenToOutput: rowsOf(start.parameters.subarray(2600), 1),
  };
  const x = rowsOf(work.train.columns.inputs?.values ?? [], 2);
  const y = [...(work.train.columns.targets?.values ?? [])];
  const losses = Array.from({ length: 50 }, () => articleStep(weights, x, y).loss);
  trainer.run(50);
  const trained = await trainer.takeLosses();
  const { parameters } = await trainer.state();
  trainer.dispose();
  const expected = [weights.inputToHidden, weights.hiddenToHidden, weights.hiddenToOutput].flat(2);
  expect(Math.max(...expected.map((w, i) => Math.abs(w - (parameters[i] ?? Number.NaN))))).toBeLessThan(1e-4);
  expect(Math.max(...expected.map((w, i) => Math.abs(w - (start.parameters[i] ?? Number.NaN))))).toBeGreaterThan(0.1);
  expect(relativeError(trained, losses)).toBeLessThan(1e-3);
});
