import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendRows, emptySeries, truncateSeries } from '../../../src/store/series';
import type { SeriesRows } from '../../../src/training/progress';

const rows = (step: number[], values: Record<string, number[]>): SeriesRows => ({ step, values });
const cases = { seed: 1, numRuns: 200 } as const;

describe('appending rows', () => {
  test('puts them after those that are there', () => {
    const first = appendRows(emptySeries, rows([10, 20], { loss: [1, 0.5] }));
    expect(appendRows(first, rows([30], { loss: [0.25] }))).toEqual({
      step: [10, 20, 30],
      values: { loss: [1, 0.5, 0.25] },
    });
  });

  test('gives a new object when there is something new, and the same one when there is not', () => {
    const first = appendRows(emptySeries, rows([10], { loss: [1] }));
    expect(appendRows(first, rows([20], { loss: [0.5] }))).not.toBe(first);
    expect(appendRows(first, rows([], {}))).toBe(first);
    expect(appendRows(first, rows([10], { loss: [9] }))).toBe(first);
  });

  test('never changes the empty series', () => {
    appendRows(emptySeries, rows([10], { loss: [1] }));
    expect(emptySeries).toEqual({ step: [], values: {} });
  });

  test('passes over rows that are there already', () => {
    const first = appendRows(emptySeries, rows([10, 20], { loss: [1, 0.5] }));
    expect(appendRows(first, rows([10, 20, 30], { loss: [7, 7, 0.25] }))).toEqual({
      step: [10, 20, 30],
      values: { loss: [1, 0.5, 0.25] },
    });
  });

  test('pads a metric that starts late and one that ends early', () => {
    const first = appendRows(emptySeries, rows([10, 20], { loss: [1, 0.5] }));
    expect(appendRows(first, rows([30], { accuracy: [0.9] }))).toEqual({
      step: [10, 20, 30],
      values: { loss: [1, 0.5, Number.NaN], accuracy: [Number.NaN, Number.NaN, 0.9] },
    });
  });

  test('keeps rows unchanged that arrive in any number of pieces, some of them twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), fc.nat(3), (sizes, overlap) => {
        const count = sizes.reduce((a, b) => a + b, 0);
        const step = Array.from({ length: count }, (_, i) => i * 10);
        const loss = step.map((s) => s / 7);
        let series = emptySeries;
        let start = 0;
        for (const size of sizes) {
          const from = Math.max(0, start - overlap);
          series = appendRows(series, rows(step.slice(from, start + size), { loss: loss.slice(from, start + size) }));
          start += size;
        }
        expect(series).toEqual(count === 0 ? emptySeries : { step, values: { loss } });
      }),
      cases,
    );
  });
});

describe('truncating', () => {
  const series = appendRows(emptySeries, rows([10, 20, 30], { loss: [3, 2, 1], accuracy: [0.1, 0.2, 0.3] }));

  test('keeps the rows up to and including a step', () => {
    expect(truncateSeries(series, 20)).toEqual({ step: [10, 20], values: { loss: [3, 2], accuracy: [0.1, 0.2] } });
    expect(truncateSeries(series, 29).step).toEqual([10, 20]);
    expect(truncateSeries(series, 0)).toEqual({ step: [], values: { loss: [], accuracy: [] } });
  });

  test('keeps everything where the step lies behind the end', () => {
    expect(truncateSeries(series, 30)).toBe(series);
    expect(truncateSeries(emptySeries, 5)).toBe(emptySeries);
  });

  test('leaves the longer series as it was when the shorter one grows', () => {
    const shorter = truncateSeries(series, 10);
    appendRows(shorter, rows([15], { loss: [9], accuracy: [9] }));
    expect(series.step).toEqual([10, 20, 30]);
    expect(series.values.loss).toEqual([3, 2, 1]);
  });

  test('and appending the rest again gives the whole back', () => {
    const rest = rows([10, 20, 30], { loss: [3, 2, 1], accuracy: [0.1, 0.2, 0.3] });
    expect(appendRows(truncateSeries(series, 10), rest)).toEqual(series);
  });
});
