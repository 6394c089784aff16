import { describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { assign } from '../../src/kernels/assign/op';
import { runKernel } from '../../src/kernels/run';
import { backendIds } from '../../src/training/names';
import { use } from './backends';
import { largestError } from './kernelCases';
import { sequenceCases } from './sequenceCases';

const valuesOf = async (tensor: tf.Tensor) => new Float32Array(await tensor.data<'float32'>());

describe.each(backendIds)('what recurrent networks need on %s', (backend) => {
  test.for(sequenceCases)('$kernel gives the reference’s answer: $name', async (kernelCase, { skip }) => {
    await use(backend, skip);
    const { kernel, inputs, attrs, expected, tolerance } = kernelCase;
    const { numTensors } = tf.memory();
    const found = tf.tidy(() => {
      const tensors = Object.entries(inputs).map(([name, { values, shape }]) => [
        name,
        tf.tensor(values.slice(), [...shape]),
      ]);
      return tf.keep(runKernel(kernel, Object.fromEntries(tensors), attrs));
    });
    const values = await valuesOf(found);
    expect(found.shape).toEqual(expected.shape);
    found.dispose();
    expect(tf.memory().numTensors).toBe(numTensors);
    // Functions of a GPU are less exact.
    const limit = backend.startsWith('web') ? Math.max(tolerance, 2e-4) : tolerance;
    expect(largestError(values, expected.values)).toBeLessThanOrEqual(limit);
  });

  test('values take the place of others, again and again', async ({ skip }) => {
    await use(backend, skip);
    const { numTensors } = tf.memory();
    const first = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const second = tf.tensor2d([7, 8, 9, 10, 11, 12], [2, 3]);
    const assigned = assign(first, second);
    first.dispose();
    expect([...(await valuesOf(assigned))]).toEqual([7, 8, 9, 10, 11, 12]);
    const third = tf.tensor2d([0, 0, 0, 0, 0, 1], [2, 3]);
    const again = assign(assigned, third);
    assigned.dispose();
    third.dispose();
    expect([...(await valuesOf(again))]).toEqual([0, 0, 0, 0, 0, 1]);
    expect([...(await valuesOf(second))]).toEqual([7, 8, 9, 10, 11, 12]);
    tf.dispose([again, second]);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(() => assign(tf.zeros([2]), tf.zeros([3]))).toThrow('[3]');
  });
});
