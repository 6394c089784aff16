import { describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { runKernel } from '../../src/kernels/run';
import { backendIds } from '../../src/training/names';
import { use } from './backends';
import { kernelCases, largestError } from './kernelCases';

describe.each(backendIds)('on %s', (backend) => {
  test.for(kernelCases)('$kernel gives the reference’s answer: $name', async (kernelCase, { skip }) => {
    await use(backend, skip);
    const { kernel, inputs, attrs, expected, tolerance } = kernelCase;
    const { numTensors, numDataBuffers } = tf.memory();
    const result = tf.tidy(() => {
      const tensors = Object.entries(inputs).map(([name, { values, shape }]) => [
        name,
        // A copy: a backend may keep the array that it is given, and change it.
        tf.tensor(values.slice(), [...shape]),
      ]);
      return runKernel(kernel, Object.fromEntries(tensors), attrs);
    });
    expect(result.shape).toEqual(expected.shape);
    expect(largestError(await result.data(), expected.values)).toBeLessThanOrEqual(tolerance);
    result.dispose();
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });
});
