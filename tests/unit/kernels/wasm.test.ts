import { beforeAll, expect, test } from 'vitest';
import { referenceActivate, referenceActivateGradient } from '../../../src/kernels/activation/reference';
import { unlimited } from '../../../src/kernels/optimize/op';
import { activationNames, lossNames, optimizerNames, outputKinds } from '../../../src/training/names';
import { kernelCases, largestError } from '../../browser/kernelCases';
import { bits } from '../engine/helpers';
import { TestHeap } from './heap';

let heap: TestHeap;
beforeAll(async () => {
  heap = await TestHeap.open();
}, 60_000);

test.each(kernelCases)('$kernel on WASM gives the reference’s answer: $name', (kernelCase) => {
  const { kernel, inputs, attrs, expected, tolerance } = kernelCase;
  for (const last of Object.keys(inputs)) {
    const after = heap.run(kernel, inputs, attrs, last);
    expect(after.output.shape).toEqual(expected.shape);
    expect(largestError(after.output.values, expected.values)).toBeLessThanOrEqual(tolerance);
    for (const [name, { values }] of Object.entries(inputs))
      if (name !== 'state') expect(bits(after.inputs[name] as Float32Array), name).toEqual(bits(values));
  }
});

const vector = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) });

test.each(activationNames)('%s keeps NaN and tends to what the reference does at infinity', (activation) => {
  const x = vector(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1);
  const dy = vector(1, 1, 1, 1, Number.NaN);
  const { output: y } = heap.run('Activate', { x }, { activation }, 'x');
  expect(largestError(y.values, referenceActivate(activation, x.values))).toBeLessThan(1e-6);
  const { output: dx } = heap.run('ActivateGradient', { x, dy }, { activation }, 'x');
  // Relu, which has no slope at NaN, hands 0 on there.
  expect(largestError(dx.values, referenceActivateGradient(activation, x.values, dy.values))).toBeLessThan(1e-6);
});

test.each(lossNames)('a logit that is no number gives a %s loss and gradient that is none', (loss) => {
  for (const output of outputKinds) {
    const logits = { shape: [5, 3], values: new Float32Array(15).fill(0.5) };
    logits.values[4] = Number.NaN;
    const targets = { shape: [5, 3], values: new Float32Array(15).fill(0.25) };
    const { output: losses } = heap.run('ExampleLoss', { logits, targets }, { loss, output }, 'logits');
    expect([...losses.values].map(Number.isNaN)).toEqual([false, true, false, false, false]);
    const dy = { shape: [], values: Float32Array.of(1) };
    const { output: gradient } = heap.run('MeanLossGradient', { logits, targets, dy }, { loss, output }, 'logits');
    expect(gradient.values[4]).toBeNaN();
    expect(gradient.values[2]).not.toBeNaN();
  }
});

test.each(optimizerNames)('a gradient that is no number makes a parameter of %s none, and no other', (optimizer) => {
  const total = 7;
  const state = { shape: [3, total], values: new Float32Array(3 * total).fill(0.5) };
  const gradient = vector(1, 1, Number.NaN, 1, 1, 1, 1);
  const mask = vector(1, 1, 1, 1, 1, 1, 1);
  const now = vector(0.1, 0.1, 0.9, 0.9, 0, 0.1, 0.1, unlimited, 0, 0.9, 0, 0);
  const attrs = { optimizer, from: 0, count: total, coefficients: 0, clipNorm: false, average: false };
  const { inputs } = heap.run('Optimize', { state, gradient, mask, now }, attrs, 'now');
  const after = [...(inputs.state as Float32Array)].slice(0, total);
  expect(after.map(Number.isNaN)).toEqual([...gradient.values].map(Number.isNaN));
});
