import { beforeAll, describe, expect, test } from 'vitest';
import {
  referenceLayerNorm,
  referenceLayerNormGainGradient,
  referenceLayerNormGradient,
} from '../../../src/kernels/norm/reference';
import { largestError } from '../../browser/kernelCases';
import { sequenceCases } from '../../browser/sequenceCases';
import { bits } from '../engine/helpers';
import { drawValues } from './cases';
import { TestHeap } from './heap';
import { differences, dot } from './recurrentCases';

describe('on WASM', () => {
  let heap: TestHeap;
  beforeAll(async () => {
    heap = await TestHeap.open();
  }, 60_000);

  test.each(sequenceCases)('$kernel gives the reference’s answer: $name', (kernelCase) => {
    const { kernel, inputs, attrs, expected, tolerance } = kernelCase;
    for (const last of Object.keys(inputs)) {
      const after = heap.run(kernel, inputs, attrs, last);
      expect(after.output.shape).toEqual(expected.shape);
      expect(largestError(after.output.values, expected.values)).toBeLessThanOrEqual(tolerance);
      for (const [name, { values }] of Object.entries(inputs))
        expect(bits(after.inputs[name] as Float32Array), name).toEqual(bits(values));
    }
  });

  test('values take the place of others', () => {
    const [to, from] = [drawValues('to', 35), drawValues('from', 35)];
    const inputs = { to: { shape: [5, 7], values: to }, from: { shape: [5, 7], values: from } };
    const after = heap.run('Assign', inputs, {}, 'from');
    expect(after.output.shape).toEqual([5, 7]);
    expect(after.output.values).toEqual(from);
    expect(after.inputs).toEqual({ to: from, from });
  });
});

test('gradients of a layer normalization are those of central differences', () => {
  const exact = (name: string, count: number) => Float64Array.from(drawValues(name, count));
  const [x, gain, bias, dy] = [exact('x', 35), exact('gain', 7), exact('bias', 7), exact('dy', 35)];
  const lossOf = () => dot(referenceLayerNorm(x, gain, bias), dy);
  const [dx, dGain] = [referenceLayerNormGradient(x, gain, dy), referenceLayerNormGainGradient(x, dy, 7)];
  differences(x, lossOf).forEach((value, i) => expect(dx[i]).toBeCloseTo(value, 7));
  differences(gain, lossOf).forEach((value, i) => expect(dGain[i]).toBeCloseTo(value, 7));
});
