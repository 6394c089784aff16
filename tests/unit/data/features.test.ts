import { expect, test } from 'vitest';
import { availableFeatures, computeFeatures } from '../../../src/data/features';
import { featureNames } from '../../../src/data/info';

test('features are computed from both coordinates, row after row', () => {
  const features = computeFeatures(Float32Array.of(2, 3, -1, 0.5), 2, featureNames);
  const expected = [
    [2, 3, 4, 9, 6, Math.sin(2), Math.sin(3)],
    [-1, 0.5, 1, 0.25, -0.5, Math.sin(-1), Math.sin(0.5)],
  ];
  expect(features).toEqual(Float32Array.from(expected.flat()));
});

test('a single coordinate has the features of x alone', () => {
  expect(availableFeatures(1)).toEqual(['x', 'x2', 'sinX']);
  expect(availableFeatures(2)).toEqual(featureNames);
  expect(computeFeatures(Float32Array.of(2, 3), 1, ['x', 'x2'])).toEqual(Float32Array.of(2, 4, 3, 9));
});
