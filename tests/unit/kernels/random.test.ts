import { describe, expect, test } from 'vitest';
import { referenceDropout, referenceRandom } from '../../../src/kernels/random/reference';
import { streamKey } from '../../../src/random/stream';

const at = (step: number) => Float32Array.of(step % 65536, Math.floor(step / 65536), 0, 0);
const key = streamKey(1, 'test');
const count = 100_000;
/** Five standard errors of a mean of `count` values: what chance exceeds once in two million seeds. */
const fiveErrors = (deviation: number) => (5 * deviation) / Math.sqrt(count);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: readonly number[], power: number) => mean(values.map((value) => value ** power));

test('uniform numbers are the upper 24 bits of Philox’s published words', () => {
  // kat_vectors of the Random123 distribution: philox4x32 10, counter 0, key 0.
  const words = [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8];
  const numbers = referenceRandom('uniform', 4, at(0), [0, 0]);
  expect([...numbers]).toEqual(words.map((word) => (word >>> 8) / 2 ** 24));
});

test('a number depends on its step and its place alone', () => {
  const long = referenceRandom('uniform', 37, at(9), key);
  expect(referenceRandom('uniform', 11, at(9), key)).toEqual(long.subarray(0, 11));
  expect(referenceRandom('normal', 11, at(9), key)).toEqual(referenceRandom('normal', 37, at(9), key).subarray(0, 11));
  for (const other of [10, 9 + 65536, 9 + 2 ** 32])
    expect(referenceRandom('uniform', 37, at(other), key)).not.toEqual(long);
  expect(referenceRandom('uniform', 37, at(9), streamKey(1, 'another'))).not.toEqual(long);
});

describe('normal numbers', () => {
  const values = [...referenceRandom('normal', count, at(3), key)];

  test('have the first four moments of the standard normal distribution', () => {
    expect(Math.abs(mean(values))).toBeLessThan(fiveErrors(1));
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(fiveErrors(Math.sqrt(2)));
    expect(Math.abs(moment(values, 3))).toBeLessThan(fiveErrors(Math.sqrt(15)));
    expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(fiveErrors(Math.sqrt(96)));
  });

  test('do not go with the ones that they share a radius with', () => {
    const pairs = values.filter((_, i) => i % 2 === 0).map((value, i) => value * (values[2 * i + 1] as number));
    expect(Math.abs(mean(pairs))).toBeLessThan(5 / Math.sqrt(count / 2));
  });
});

describe('dropout', () => {
  const ones = new Float32Array(count).fill(1);

  test.each([0.1, 0.5, 0.9])('at a rate of %d keeps the mean', (rate) => {
    const kept = [...referenceDropout(ones, rate, at(5), key)];
    const scale = 1 / (1 - rate);
    expect(kept.every((value) => value === 0 || Math.abs(value - scale) < 1e-5)).toBe(true);
    expect(Math.abs(mean(kept) - 1)).toBeLessThan(fiveErrors(scale * Math.sqrt(rate * (1 - rate))));
  });

  test('at a rate of 0 keeps everything', () => {
    expect(referenceDropout(ones, 0, at(5), key)).toEqual(ones);
  });
});
