import { describe, expect, it } from 'vitest';
import { parseCell } from '../../../src/families/net/views/cells';
import { interpolate } from '../../../src/families/net/views/interpolate';
import { probabilities } from '../../../src/families/net/views/probabilities';
import { rampScale, rangeOf, widened } from '../../../src/views/range';

describe('the scale of a ramp', () => {
  it('has zero in its middle where values lie on both sides of it', () => {
    expect(rampScale({ low: -1, high: 3 })).toEqual({ low: -3, high: 3 });
  });

  it('reaches from the smallest to the largest otherwise', () => {
    expect(rampScale({ low: 2, high: 3 })).toEqual({ low: 2, high: 3 });
  });

  it('is never empty', () => {
    expect(rampScale({ low: 2, high: 2 })).toEqual({ low: 1, high: 3 });
    expect(rampScale({ low: 0, high: 0 })).toEqual({ low: -1, high: 1 });
    expect(rampScale(null)).toEqual({ low: -1, high: 1 });
  });
});

describe('a range', () => {
  it('spans several lists and passes over what is no number', () => {
    expect(rangeOf([1, Number.NaN], [], [-2, 0])).toEqual({ low: -2, high: 1 });
    expect(rangeOf([], [Number.NaN])).toBeNull();
  });

  it('is widened by a share of itself', () => {
    expect(widened({ low: 0, high: 10 }, 0.1)).toEqual({ low: -1, high: 11 });
  });
});

describe('reading a curve', () => {
  it('takes the line between two of its points, and the ends beyond them', () => {
    const [xs, ys] = [
      [0, 1, 3],
      [0, 10, 30],
    ] as const;
    expect([-1, 0, 0.5, 2, 3, 9].map((x) => interpolate(xs, ys, x))).toEqual([0, 0, 5, 20, 30, 30]);
  });
});

describe('an answer as probabilities', () => {
  it('one number for two classes is the probability of the second', () => {
    expect(probabilities([0.25], 2)).toEqual([0.75, 0.25]);
    expect(probabilities([0.2, 0.3, 0.5], 3)).toEqual([0.2, 0.3, 0.5]);
  });
});

describe('a cell of the form', () => {
  const size = { name: 'size', type: 'number', mean: 2, deviation: 1, fill: 2 } as const;
  const day = { name: 'day', type: 'category', categories: ['7', '8'], fill: '7' } as const;

  it('is a number in a number column and text in a category column', () => {
    expect(parseCell(size, '7')).toBe(7);
    expect(parseCell(day, '7')).toBe('7');
  });

  it('is null when blank', () => {
    expect(parseCell(size, ' ')).toBeNull();
    expect(parseCell(day, '')).toBeNull();
  });
});
