import { describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { activate } from '../../src/kernels/activation/op';
import { referenceActivate } from '../../src/kernels/activation/reference';
import { batchRows } from '../../src/kernels/batch/op';
import { referenceBatch } from '../../src/kernels/batch/reference';
import { referenceColumnSums } from '../../src/kernels/columns/reference';
import { dense } from '../../src/kernels/dense/op';
import { exampleLoss, meanLoss } from '../../src/kernels/loss/op';
import { referenceExampleLoss, referenceMeanLoss } from '../../src/kernels/loss/reference';
import { referenceProducts } from '../../src/kernels/matmul/reference';
import { productShape } from '../../src/kernels/matmul/shape';
import { coefficientNames, type OptimizeAttrs, optimize, unlimited } from '../../src/kernels/optimize/op';
import { referenceOptimize } from '../../src/kernels/optimize/reference';
import { columnSums } from '../../src/kernels/reduce/op';
import { bits } from '../unit/engine/helpers';
import { drawValues } from '../unit/kernels/cases';
import { use } from './backends';
import { largestError } from './kernelCases';

// What tells on GPUs alone, besides the cases of kernels.test.ts: sizes beyond a workgroup or a side of a texture,
// numbers that a driver may drop, and how tensors lie in textures.

/** Values of what is computed, and nothing left behind. */
async function valuesOf(compute: () => tf.Tensor): Promise<Float32Array> {
  const before = tf.engine().backend.numDataIds();
  const result = tf.tidy(compute);
  const values = new Float32Array(await result.data<'float32'>());
  result.dispose();
  expect(tf.engine().backend.numDataIds(), 'tensors left').toBe(before);
  return values;
}

const close = (actual: Float32Array, expected: Float32Array) =>
  expect(largestError(actual, expected)).toBeLessThan(1e-5);

interface Optimizing {
  readonly total: number;
  readonly optimizer: OptimizeAttrs['optimizer'];
  readonly clipNorm: boolean;
  readonly change?: (gradient: Float32Array) => void;
}

/** A step of an optimizer, on the current backend and by the reference. */
async function optimized({ total, optimizer, clipNorm, change }: Optimizing) {
  const attrs: OptimizeAttrs = { optimizer, from: 0, count: total, coefficients: 4, clipNorm, average: false };
  const values = { rate: 0.01, epsilon: 1e-7, first: 0.9, second: 0.99, clipValue: unlimited, clipNorm: 1.5 };
  const now = Float32Array.of(0, 0, 0, 0, ...coefficientNames.map((name) => ({ ...values })[name as 'rate'] ?? 0));
  const rows = optimizer === 'adam' ? 3 : 1;
  const state = drawValues('state', rows * total).map((value, i) => (i < total ? value : Math.abs(value)));
  const gradient = drawValues('gradient', total);
  change?.(gradient);
  const mask = new Float32Array(total).fill(1);
  const actual = await valuesOf(() =>
    optimize(
      tf.tensor2d(state.slice(), [rows, total]),
      tf.tensor1d(gradient),
      tf.tensor1d(mask),
      tf.tensor1d(now),
      attrs,
    ),
  );
  referenceOptimize(state, total, gradient, mask, now, attrs);
  return { actual, expected: state };
}

describe.each(['webgpu', 'webgl'] as const)('on %s', (backend) => {
  test.for([
    [10_000, 10],
    [3, 1025],
    [1, 1],
  ] as const)('sums and losses of %i × %i', async ([rows, columns], { skip }) => {
    await use(backend, skip);
    const logits = drawValues('logits', rows * columns);
    const targets = drawValues('targets', rows * columns).map(Math.abs);
    const tensors = () => [tf.tensor2d(logits, [rows, columns]), tf.tensor2d(targets, [rows, columns])] as const;
    close(await valuesOf(() => columnSums(tensors()[0])), referenceColumnSums(logits, columns));
    const kind = ['crossEntropy', 'softmax'] as const;
    const examples = referenceExampleLoss(...kind, logits, targets, columns);
    close(await valuesOf(() => exampleLoss(...kind, ...tensors())), examples);
    const mean = referenceMeanLoss(...kind, logits, targets, columns);
    close(await valuesOf(() => meanLoss(...kind, ...tensors())), mean);
  });

  test.for([true, false])('a step of 270,000 parameters, gradient shortened: %s', async (clipNorm, { skip }) => {
    await use(backend, skip);
    const { actual, expected } = await optimized({ total: 270_000, optimizer: 'adam', clipNorm });
    close(actual, expected);
  });

  test('a gradient that is not a number stays one; without a limit nothing is cut', async ({ skip }) => {
    await use(backend, skip);
    const change = (gradient: Float32Array) => gradient.set([Number.NaN, 1e30], 5);
    const alone = await optimized({ total: 70, optimizer: 'sgd', clipNorm: false, change });
    expect(alone.actual[5]).toBeNaN();
    close(alone.actual, alone.expected);
    const together = await optimized({ total: 70, optimizer: 'sgd', clipNorm: true, change });
    expect(together.actual.every(Number.isNaN)).toBe(true);
  });

  test('rows of a large data set', async ({ skip }) => {
    await use(backend, skip);
    const [rows, width, count] = [500, 784, 128];
    const x = drawValues('x', rows * width);
    const now = new Float32Array(count + 5).map((_, i) => (i * 37) % rows);
    const actual = await valuesOf(() => batchRows(tf.tensor2d(x, [rows, width]), tf.tensor1d(now), 3, count));
    const sides = { rowWidth: width, width, steps: 1, examples: count, rowsPerExample: 1 };
    expect(bits(actual)).toEqual(bits(referenceBatch(x, sides, now, 3)));
  });

  test('results of stock kernels and parts of tensors are read as they lie', async ({ skip }) => {
    await use(backend, skip);
    const x = drawValues('x', 7 * 5);
    const sigmoid = (values: Float32Array) => referenceActivate('sigmoid', values);
    const doubled = await valuesOf(() => activate(tf.matMul(tf.tensor2d(x, [7, 5]), tf.mul(tf.eye(5), 2)), 'sigmoid'));
    close(doubled, sigmoid(x.map((value) => 2 * value)));
    const part = await valuesOf(() => activate(tf.slice(tf.add(tf.tensor1d(x), 0), [11], [13]), 'sigmoid'));
    close(part, sigmoid(x.slice(11, 24)));
    const turned = await valuesOf(() =>
      activate(tf.reshape(tf.transpose(tf.matMul(tf.tensor2d(x, [7, 5]), tf.eye(5))), [7, 5]), 'sigmoid'),
    );
    close(turned, sigmoid(x.map((_, i) => x[(i % 7) * 5 + Math.floor(i / 7)] as number)));
  });
});

describe('on webgpu a long product with a small result', () => {
  const [m, n, k] = [33, 21, 2501];
  const left = drawValues('left', m * k);
  const right = drawValues('right', k * n);
  const bias = drawValues('bias', n);
  const turned = (values: Float32Array, rows: number, columns: number) =>
    values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] as number);

  test.for([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const)('is right and always the same, transposed: %s, %s', async ([transposeA, transposeB], { skip }) => {
    await use('webgpu', skip);
    const shape = productShape(transposeA ? [k, m] : [m, k], transposeB ? [n, k] : [k, n], transposeA, transposeB)!;
    const a = transposeA ? turned(left, m, k) : left;
    const b = transposeB ? turned(right, k, n) : right;
    const compute = () =>
      valuesOf(() =>
        tf.matMul(
          transposeA ? tf.tensor2d(a, [k, m]) : tf.tensor2d(a, [m, k]),
          transposeB ? tf.tensor2d(b, [n, k]) : tf.tensor2d(b, [k, n]),
          transposeA,
          transposeB,
        ),
      );
    const values = await compute();
    expect(largestError(values, referenceProducts(shape, a, b))).toBeLessThan(1e-4);
    expect(bits(await compute())).toEqual(bits(values));
  });

  test.for([undefined, bias])('takes bias and relu along: %s', async (given, { skip }) => {
    await use('webgpu', skip);
    const values = await valuesOf(() =>
      dense(tf.tensor2d(left, [m, k]), tf.tensor2d(right, [k, n]), given && tf.tensor1d(given), 'relu'),
    );
    const shape = productShape([m, k], [k, n], false, false)!;
    const expected = referenceProducts(shape, left, right, { ...(given ? { bias: given } : {}), low: 0 });
    expect(largestError(values, expected)).toBeLessThan(1e-4);
  });

  test('adds up without atomics', async ({ skip }) => {
    await use('webgpu', skip);
    const { pipelineCache } = tf.backend() as unknown as { pipelineCache: object };
    expect(Object.keys(pipelineCache).filter((key) => /splitK/i.test(key))).toEqual([]);
    expect(Object.keys(pipelineCache).filter((key) => key.includes('product in pieces'))).not.toEqual([]);
  });
});

test('on webgpu a step is made in place, and its values are read anew after every one', async ({ skip }) => {
  await use('webgpu', skip);
  const attrs = { optimizer: 'sgd', from: 0, count: 3, coefficients: 0, clipNorm: false, average: false } as const;
  const now = tf.tensor1d([1, 0, 0, 0, 0, 0, 0, unlimited, 0, 0]);
  const [gradient, mask] = [tf.ones<tf.Rank.R1>([3]), tf.ones<tf.Rank.R1>([3])];
  let state = tf.tensor2d([5, 6, 7], [1, 3]);
  const { dataId } = state;
  for (const expected of [
    [4, 5, 6],
    [3, 4, 5],
    [2, 3, 4],
  ]) {
    const next = optimize(state, gradient, mask, now, attrs);
    state.dispose();
    state = next;
    expect(state.dataId).toBe(dataId);
    expect([...(await state.data())]).toEqual(expected);
  }
  // A read that is on its way while a step is made must not be what the next read gives.
  const reading = state.data();
  const next = optimize(state, gradient, mask, now, attrs);
  expect([...(await reading)]).toEqual([2, 3, 4]);
  expect([...(await next.data())]).toEqual([1, 2, 3]);
  tf.dispose([state, next, gradient, mask, now]);
});
