import { expect, test } from 'vitest';
import { articleDataset } from '../../../src/data/article';
import { decodeOutputs } from '../../../src/data/encode';
import { inputWidth, outputWidth } from '../../../src/data/info';

const { info, train, test: rest } = articleDataset();
const deviation = Math.sqrt(8.25);

test('the article has ten examples of ten inputs, all for training', () => {
  expect(train.count).toBe(10);
  expect(rest.count).toBe(0);
  expect(inputWidth(info)).toBe(10);
  expect(outputWidth(info)).toBe(1);
});

test('example i is the vector 1 … 10 rotated left by i places', () => {
  const raw = Array.from(train.inputs, (value) => Math.round(value * deviation + 5.5));
  expect(raw.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(raw.slice(30, 40)).toEqual([4, 5, 6, 7, 8, 9, 10, 1, 2, 3]);
});

test('its labels alternate from 0', () => {
  expect([...train.targets]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  expect(decodeOutputs(info, train.targets)[1]).toEqual([0, 1]);
});
