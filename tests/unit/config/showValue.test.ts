import { expect, test } from 'vitest';
import { showValue } from '../../../src/config/showValue';

test.each([
  ['text', '"text"'],
  [Number.NaN, 'NaN'],
  [undefined, 'undefined'],
  [null, 'null'],
  [[1, 'a'], '[1,"a"]'],
  [10n, 'bigint'],
  [Symbol('s'), 'Symbol(s)'],
])('%s is shown as JSON where it can be', (value, shown) => {
  expect(showValue(value)).toBe(shown);
});

test('what is long is cut', () => {
  const shown = showValue('x'.repeat(500));
  expect(shown).toMatch(/^"x+…$/);
  expect(shown.length).toBeLessThan(61);
});

test('a value that cannot be shown is named by its type', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const thrower = () => {
    throw new Error('no');
  };
  expect(showValue(circle)).toBe('object');
  expect(showValue({ toJSON: thrower })).toBe('object');
  expect(showValue({ toJSON: () => undefined, toString: thrower })).toBe('object');
});
