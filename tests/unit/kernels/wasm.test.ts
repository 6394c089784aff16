import { beforeAll, expect, test } from 'vitest';
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
