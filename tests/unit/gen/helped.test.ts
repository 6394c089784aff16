import { describe, expect, test } from 'vitest';
import { verdictOn } from '../../../src/families/gen/views/helped';

describe('whether generated examples help', () => {
  test('is a paired t test: the interval of a worked example', () => {
    // Differences 1, 2, 3, 4, 5: mean 3, deviation √2.5, 2.776 · √2.5 / √5 = 1.963.
    const verdict = verdictOn([0, 0, 0, 0, 0], [1, 2, 3, 4, 5]);
    expect(verdict.kind).toBe('better');
    expect(verdict.difference).toBe(3);
    expect(verdict.margin).toBeCloseTo(1.963, 3);
  });

  test('is no where all get worse, and open where they go both ways', () => {
    expect(verdictOn([0.9, 0.91, 0.92], [0.8, 0.8, 0.82]).kind).toBe('worse');
    expect(verdictOn([0.9, 0.91, 0.92], [0.91, 0.9, 0.93]).kind).toBe('same');
    expect(verdictOn([0.9, 0.9], [0.9, 0.9]).kind).toBe('same');
    expect(verdictOn([0.5, 0.6, 0.7], [0.6, 0.7, 0.8]).kind).toBe('better');
  });
});
