import { describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { referenceGather, referenceSlice } from '../../src/kernels/copy/reference';
import { drawValues, sizeOf } from '../unit/kernels/cases';

/** What a computation gives on wasm; it leaves nothing behind, also where it throws. */
async function valuesOn(compute: () => tf.Tensor) {
  await startBackend('wasm');
  const { numTensors, numDataBuffers } = tf.memory();
  try {
    return tf.tidy(() => {
      const result = compute();
      return { values: [...result.dataSync()], shape: result.shape };
    });
  } finally {
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  }
}

describe('a slice on wasm is the one of the reference', () => {
  test.each([
    { name: 'a piece of a vector', shape: [1000], begin: [37], size: [411] },
    { name: 'nothing of a vector', shape: [10], begin: [4], size: [0] },
    { name: 'rows of a matrix', shape: [31, 7], begin: [5, 0], size: [13, 7] },
    { name: 'part of one row', shape: [31, 7], begin: [5, 2], size: [1, 4] },
    { name: 'columns of a matrix, which the stock kernel cuts', shape: [31, 7], begin: [0, 2], size: [31, 3] },
    { name: 'a block of three sides', shape: [4, 5, 6], begin: [1, 0, 0], size: [2, 5, 6] },
    { name: 'a corner of three sides', shape: [4, 5, 6], begin: [1, 2, 3], size: [2, 2, 2] },
  ])('$name', async ({ shape, begin, size }) => {
    const x = drawValues('x', sizeOf(shape));
    const { values, shape: found } = await valuesOn(() => tf.slice(tf.tensor(x, shape), begin, size));
    expect(found).toEqual(size);
    expect(values).toEqual(referenceSlice([...x], shape, begin, size));
  });

  test('of whole numbers, and to the end where the size is −1', async () => {
    const { values } = await valuesOn(() => tf.slice(tf.tensor1d([5, 6, 7, 8], 'int32'), [1], [-1]));
    expect(values).toEqual([6, 7, 8]);
  });
});

describe('a gather on wasm is the one of the reference', () => {
  test.each([
    { name: 'some rows, one of them twice', rows: 50, width: 13, indices: [49, 0, 7, 7, 23] },
    { name: 'a single row', rows: 3, width: 4, indices: [1] },
    { name: 'values of one column', rows: 20, width: 1, indices: [19, 3, 4] },
  ])('$name', async ({ rows, width, indices }) => {
    const x = drawValues('x', rows * width);
    const { values, shape } = await valuesOn(() =>
      tf.gather(tf.tensor2d(x, [rows, width]), tf.tensor1d(indices, 'int32')),
    );
    expect(shape).toEqual([indices.length, width]);
    expect(values).toEqual(referenceGather([...x], width, indices));
  });

  test('along another axis, which the stock kernel gathers', async () => {
    const { values } = await valuesOn(() => tf.gather(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor1d([1], 'int32'), 1));
    expect(values).toEqual([2, 4]);
  });

  test('a row that is not there shows as no number', async () => {
    const { values } = await valuesOn(() =>
      tf.gather(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor1d([2, 0, -1], 'int32')),
    );
    expect(values).toEqual([Number.NaN, Number.NaN, 1, 2, Number.NaN, Number.NaN]);
  });
});
