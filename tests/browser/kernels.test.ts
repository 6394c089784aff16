import { describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { runKernel } from '../../src/kernels/run';
import { use } from './backends';
import { kernelCases, largestError } from './kernelCases';

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test.for(kernelCases)('$kernel gives the reference’s answer: $name', async (kernelCase, { skip }) => {
    await use(backend, skip);
    const { kernel, inputs, attrs, expected, tolerance } = kernelCase;
    const { numTensors, numDataBuffers } = tf.memory();
    const found = tf.tidy(() => {
      const tensors = Object.entries(inputs).map(([name, { values, shape }]) => [
        name,
        // A copy: a backend may keep the array that it is given, and change it.
        tf.tensor(values.slice(), [...shape]),
      ]);
      const result = runKernel(kernel, Object.fromEntries(tensors), attrs);
      return { shape: result.shape, values: result.dataSync() };
    });
    expect(found.shape).toEqual(expected.shape);
    expect(largestError(found.values, expected.values)).toBeLessThanOrEqual(tolerance);
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });
});
