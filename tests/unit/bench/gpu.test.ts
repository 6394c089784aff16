import { expect, test } from 'vitest';
import { flopsOfStep, known } from '../../../bench/gpu/main';

test('a training step multiplies three times, but not by the inputs’ gradient', () => {
  // Forward 2·3 and 3·1, backward by weights the same, backward by inputs 3·1; two operations each, for each example.
  expect(flopsOfStep([2, 3, 1], 10)).toBe(2 * 10 * (9 + 9 + 3));
});

test('workloads are known with their operations, and the large one as heavy', () => {
  const large = known.find(({ id }) => id.startsWith('net 2048'));
  expect(large).toMatchObject({ heavy: true, flops: 2 * 256 * (3 * (2 * 2048 ** 2 + 20_480) - 2048 ** 2) });
});
