import { expect, test } from 'vitest';
import { multiply } from '../../../src/kernels/matmul/multiply';
import { referenceProducts } from '../../../src/kernels/matmul/reference';
import { type ProductShape, productShape } from '../../../src/kernels/matmul/shape';
import { drawValues, productCases, relativeError, sizeOf } from './cases';

test.each(productCases)('in TypeScript $name is what the reference gives', ({ shape, leftShape, rightShape }) => {
  const [a, b] = [drawValues('a', sizeOf(leftShape)), drawValues('b', sizeOf(rightShape))];
  // Both add in double precision, in an order of their own.
  expect(relativeError(multiply(shape, a, b), referenceProducts(shape, a, b))).toBeLessThan(1e-6);
});

test('a bias is added to every row before values are clamped', () => {
  const shape = productShape([5, 3], [3, 7], false, false) as ProductShape;
  const [a, b, bias] = [drawValues('a', 15), drawValues('b', 21), drawValues('bias', 7)];
  for (const finish of [{ bias }, { bias, low: 0 }, { low: 0, high: 0.5 }])
    expect(relativeError(multiply(shape, a, b, finish), referenceProducts(shape, a, b, finish))).toBeLessThan(1e-6);
});
