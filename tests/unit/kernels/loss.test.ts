import { describe, expect, test } from 'vitest';
import {
  referenceExampleLoss,
  referenceMeanLoss,
  referenceMeanLossGradient,
} from '../../../src/kernels/loss/reference';
import { lossNames, outputKinds } from '../../../src/training/names';
import { drawValues } from './cases';

const [rows, columns] = [4, 3];
const logits = drawValues('logits', rows * columns);
const targets = drawValues('targets', rows * columns);

describe.each(lossNames)('%s', (loss) => {
  test.each(outputKinds)('of %s has the gradient of its mean', (output) => {
    const gradient = referenceMeanLossGradient(loss, output, logits, targets, 1, columns);
    const step = 2 ** -7;
    logits.forEach((z, i) => {
      const meanAt = (value: number) =>
        referenceMeanLoss(loss, output, logits.with(i, value), targets, columns)[0] as number;
      expect(gradient[i]).toBeCloseTo((meanAt(z + step) - meanAt(z - step)) / (2 * step), 3);
    });
  });

  test('is averaged over the examples', () => {
    const losses = referenceExampleLoss(loss, 'linear', logits, targets, columns);
    const mean = losses.reduce((sum, value) => sum + value, 0) / rows;
    expect(referenceMeanLoss(loss, 'linear', logits, targets, columns)[0]).toBeCloseTo(mean, 6);
  });
});

const one = (loss: 'squared' | 'absolute' | 'huber', error: number) =>
  referenceExampleLoss(loss, 'linear', Float32Array.of(error), Float32Array.of(0), 1)[0];

test('errors have the losses of their definitions', () => {
  expect([-3, 0.5].map((error) => one('squared', error))).toEqual([9, 0.25]);
  expect([-3, 0.5].map((error) => one('absolute', error))).toEqual([3, 0.5]);
  // ½e² up to δ = 1, |e| − ½ beyond.
  expect([-3, 0.5].map((error) => one('huber', error))).toEqual([2.5, 0.125]);
});

test('cross-entropy is −log of the probability of the right class', () => {
  const z = Float32Array.of(Math.log(0.2), Math.log(0.5), Math.log(0.3));
  const softmax = referenceExampleLoss('crossEntropy', 'softmax', z, Float32Array.of(0, 0, 1), 3);
  expect(softmax[0]).toBeCloseTo(-Math.log(0.3), 6);
  const logit = Float32Array.of(Math.log(0.8 / 0.2), Math.log(0.8 / 0.2));
  const sigmoid = referenceExampleLoss('crossEntropy', 'sigmoid', logit, Float32Array.of(1, 0), 1);
  expect(sigmoid[0]).toBeCloseTo(-Math.log(0.8), 6);
  expect(sigmoid[1]).toBeCloseTo(-Math.log(0.2), 6);
});

test('cross-entropy of logits of ±1000 is what it tends to', () => {
  const sigmoid = referenceExampleLoss(
    'crossEntropy',
    'sigmoid',
    Float32Array.of(1000, 1000, -1000, -1000),
    Float32Array.of(1, 0, 1, 0),
    1,
  );
  expect([...sigmoid]).toEqual([0, 1000, 1000, 0]);
  const far = Float32Array.of(1000, -1000, 1000, -1000);
  const softmax = referenceExampleLoss('crossEntropy', 'softmax', far, Float32Array.of(1, 0, 0, 1), 2);
  expect([...softmax]).toEqual([0, 2000]);
});

test('an absolute error of 0 has no slope', () => {
  const [slope] = referenceMeanLossGradient('absolute', 'linear', Float32Array.of(2), Float32Array.of(2), 1, 1);
  expect(slope).toBe(0);
});
