import { describe, expect, test } from 'vitest';
import { type Stream, stream } from '../../../src/random/stream';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
/** The mean of (v − m)^power. */
const moment = (values: readonly number[], power: number) => {
  const m = mean(values);
  return mean(values.map((v) => (v - m) ** power));
};
const correlation = (a: readonly number[], b: readonly number[]) => {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((v, i) => (v - ma) * ((b[i] ?? 0) - mb))) / Math.sqrt(moment(a, 2) * moment(b, 2));
};

const count = 100_000;
/** Five standard errors of a mean of `count` values: what chance exceeds once in two million seeds. */
const fiveErrors = (deviation: number) => (5 * deviation) / Math.sqrt(count);

describe('uniform', () => {
  const values = draw(count, stream(1, 'test').uniform);

  test('lies in [0, 1)', () => {
    expect(values.every((v) => v >= 0 && v < 1)).toBe(true);
  });

  test('has the mean and variance of the uniform distribution', () => {
    expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(fiveErrors(Math.sqrt(1 / 12)));
    expect(Math.abs(moment(values, 2) - 1 / 12)).toBeLessThan(fiveErrors(Math.sqrt(1 / 180)));
  });

  test('fills 64 equal bins equally', () => {
    const bins = new Array<number>(64).fill(0);
    for (const v of values) bins[Math.floor(v * 64)] = (bins[Math.floor(v * 64)] ?? 0) + 1;
    const expected = count / 64;
    const chiSquare = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 63 degrees of freedom: mean 63, deviation √126.
    expect(Math.abs(chiSquare - 63)).toBeLessThan(5 * Math.sqrt(126));
  });
});

describe('normal', () => {
  const values = draw(count, stream(1, 'test').normal);

  test('has the first four moments of the standard normal distribution', () => {
    expect(Math.abs(mean(values))).toBeLessThan(fiveErrors(1));
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(fiveErrors(Math.sqrt(2)));
    expect(Math.abs(moment(values, 3))).toBeLessThan(fiveErrors(Math.sqrt(15)));
    expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(fiveErrors(Math.sqrt(96)));
  });

  test('has 4.55 % of its values beyond two deviations', () => {
    const share = values.filter((v) => Math.abs(v) > 2).length / count;
    expect(Math.abs(share - 0.0455)).toBeLessThan(fiveErrors(Math.sqrt(0.0455)));
  });

  test('does not repeat a value with the one that shares its radius', () => {
    const even = values.filter((_, i) => i % 2 === 0);
    const odd = values.filter((_, i) => i % 2 === 1);
    expect(Math.abs(correlation(even, odd))).toBeLessThan(5 / Math.sqrt(count / 2));
  });

  test('is finite for every draw', () => {
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('integer', () => {
  test('gives each value below the bound equally often', () => {
    const { integer } = stream(3, 'test');
    const bins = new Array<number>(7).fill(0);
    for (let i = 0; i < count; i++) {
      const value = integer(7);
      bins[value] = (bins[value] ?? 0) + 1;
    }
    expect(bins).toHaveLength(7);
    for (const n of bins) expect(Math.abs(n / count - 1 / 7)).toBeLessThan(fiveErrors(Math.sqrt(6 / 49)));
  });
});

describe('permutation', () => {
  for (const size of [0, 1, 2, 10, 1000]) {
    test(`of ${size} holds every number once`, () => {
      const order = stream(1, 'test', size).permutation(size);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
    });
  }

  test('gives the six orders of three equally often', () => {
    const source = stream(5, 'test');
    const seen = new Map<string, number>();
    const tries = 60_000;
    for (let i = 0; i < tries; i++) {
      const order = source.permutation(3).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    const error = Math.sqrt(5 / 36 / tries);
    for (const n of seen.values()) expect(Math.abs(n / tries - 1 / 6)).toBeLessThan(5 * error);
  });
});

describe('streams', () => {
  const numbers = (source: Stream) => draw(50_000, source.uniform);
  const first = numbers(stream(1, 'weights', 0));

  test('with the same seed, name and index give the same numbers', () => {
    expect(numbers(stream(1, 'weights', 0))).toEqual(first);
  });

  test('start at index 0 when none is given', () => {
    expect(numbers(stream(1, 'weights'))).toEqual(first);
  });

  const others: readonly (readonly [string, Stream])[] = [
    ['seed', stream(2, 'weights', 0)],
    ['name', stream(1, 'weight', 0)],
    ['index', stream(1, 'weights', 1)],
    ['index above 32 bits', stream(1, 'weights', 2 ** 32)],
  ];
  for (const [what, other] of others) {
    test(`of another ${what} share no number and no trend`, () => {
      const values = numbers(other);
      expect(values.filter((v, i) => v === first[i])).toHaveLength(0);
      expect(Math.abs(correlation(first, values))).toBeLessThan(5 / Math.sqrt(first.length));
    });
  }
});
