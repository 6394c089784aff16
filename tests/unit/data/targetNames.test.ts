import { expect, test } from 'vitest';
import { joinTargetNames, targetNames } from '../../../src/data/table/targetNames';

const columns = ['height', 'weight', 'price, net', 'price', 'net', 'a,b'];

test('a column by its exact name comes before a list', () => {
  expect(targetNames('height', columns)).toEqual(['height']);
  expect(targetNames('price, net', columns)).toEqual(['price, net']);
  expect(targetNames('net,price', columns)).toEqual(['net', 'price']);
});

test('names in a list may hold commas, and stand with or without blanks', () => {
  expect(targetNames('weight,height', columns)).toEqual(['weight', 'height']);
  expect(targetNames('weight , a,b,  price, net,height', columns)).toEqual(['weight', 'a,b', 'price, net', 'height']);
});

test('each name comes once, and none for nothing', () => {
  expect(targetNames('height, weight, height', columns)).toEqual(['height', 'weight']);
  for (const nothing of ['', ' ', ',', ' , ,']) expect(targetNames(nothing, columns)).toEqual([]);
});

test('what is no column is returned as it is', () => {
  expect(targetNames('height, width', columns)).toEqual(['height', 'width']);
  expect(targetNames('toString', columns)).toEqual(['toString']);
});

test('joined names are read back', () => {
  const names = ['weight', 'a,b', 'height'];
  expect(targetNames(joinTargetNames(names), columns)).toEqual(names);
});

test('a long text of commas is read at once', () => {
  expect(targetNames(','.repeat(20_000), ['x', 'a,b,c'])).toEqual([]);
});
