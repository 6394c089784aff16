import { describe, expect, test } from 'vitest';
import type { SeriesData, SeriesExamples } from '../../../../src/data/sequences/dataset';
import { coverage, residualBand } from '../../../../src/data/sequences/series/band';
import { baselineForecasts, drift, persistence, sameSeason } from '../../../../src/data/sequences/series/baselines';
import {
  forecastErrors,
  meanAbsoluteError,
  naiveError,
  rootMeanSquaredError,
} from '../../../../src/data/sequences/series/errors';
import { measureStep, suggestMeasure, valueAhead } from '../../../../src/data/sequences/series/measure';
import { findSeason } from '../../../../src/data/sequences/series/season';
import { stream } from '../../../../src/random/stream';

const noise = (count: number, seed = 1) => {
  const random = stream(seed, 'test');
  return Float64Array.from({ length: count }, () => random.normal());
};
const walk = (count: number, step = 0) => {
  let sum = 0;
  return noise(count).map((change) => (sum += change + step));
};

/** Series without times, and examples of the given origins of the first one. */
function dataOf(values: readonly (readonly number[])[], cut: number, season: number): SeriesData {
  const series = values.map((of) => ({
    key: '',
    times: null,
    values: Float64Array.from(of),
    inputs: Float64Array.from(of),
    cut,
  }));
  return { series, dated: false, season };
}
function examplesOf(origins: readonly number[], series: readonly number[] = origins.map(() => 0)): SeriesExamples {
  const none = new Float32Array(0);
  return {
    count: origins.length,
    length: 1,
    inputs: none,
    targets: none,
    weights: none,
    lengths: new Int32Array(0),
    series: Int32Array.from(series),
    origins: Int32Array.from(origins),
  };
}

describe('baselines', () => {
  const values = [1, 2, 4, 8, 3, 5];

  test('say the last value, that of the last season, and the line through the ends', () => {
    expect(persistence(values, 3, 3)).toEqual([8, 8, 8]);
    expect(sameSeason(2)(values, 3, 4)).toEqual([4, 8, 4, 8]);
    expect(sameSeason(4)(values, 5, 3)).toEqual([4, 8, 3]);
    expect(drift(values, 3, 2)).toEqual([8 + 7 / 3, 8 + 14 / 3]);
    expect(drift(values, 0, 2)).toEqual([1, 1]);
  });

  test('look at nothing after the origin', () => {
    const other = [...values.slice(0, 4), 99, -99];
    for (const baseline of [persistence, sameSeason(3), drift])
      expect(baseline(other, 3, 2)).toEqual(baseline(values, 3, 2));
  });

  test('are there for each example, beside what came', () => {
    const forecasts = baselineForecasts(dataOf([values, [5, 6, 7, 8]], 3, 2), examplesOf([2, 1], [0, 1]), 2);
    expect([...forecasts.actual]).toEqual([8, 3, 7, 8]);
    expect([...forecasts.persistence]).toEqual([4, 4, 6, 6]);
    expect([...(forecasts.sameSeason ?? [])]).toEqual([2, 4, 5, 6]);
    expect([...forecasts.drift]).toEqual([5.5, 7, 7, 8]);
    expect(baselineForecasts(dataOf([values], 3, 1), examplesOf([2]), 2).sameSeason).toBeUndefined();
  });

  test('say NaN where the series is not a season old', () => {
    expect(sameSeason(4)(values, 1, 1)).toEqual([Number.NaN]);
  });
});

describe('errors', () => {
  test('are what they should be', () => {
    expect(meanAbsoluteError([1, 2, 3], [2, 2, 1])).toBe(1);
    expect(rootMeanSquaredError([1, 2, 3], [2, 2, 1])).toBe(Math.sqrt(5 / 3));
    expect(naiveError([1, 2, 4, 8, 100], 4, 1)).toBe((1 + 2 + 4) / 3);
    expect(naiveError([1, 2, 4, 8, 100], 4, 2)).toBe((3 + 6) / 2);
    expect(naiveError([1, 2], 2, 2)).toBeNaN();
  });

  test('pass over what is not known', () => {
    expect(meanAbsoluteError([1, 2], [Number.NaN, 5])).toBe(3);
    expect(meanAbsoluteError([], [])).toBeNaN();
  });

  test('scaled: persistence has 1 on the past it is measured by', () => {
    const values = [...walk(50)];
    const data = dataOf([values], 50, 1);
    const examples = examplesOf(Array.from({ length: 49 }, (_, i) => i));
    const { actual, persistence: forecast } = baselineForecasts(data, examples, 1);
    expect(forecastErrors(data, examples, actual, forecast).mase).toBeCloseTo(1, 12);
  });

  test('scaled: each series by its own past', () => {
    const data = dataOf(
      [
        [0, 1, 0, 1, 0],
        [0, 100, 0, 100, 0],
      ],
      4,
      1,
    );
    const examples = examplesOf([3, 3], [0, 1]);
    expect(forecastErrors(data, examples, [0, 0], [0.5, 50])).toMatchObject({ mae: 25.25, mase: 0.5 });
    expect(forecastErrors(data, examples, [0, 0], [0, 50]).mase).toBe(0.25);
  });
});

describe('the band', () => {
  test('is told how much of what came it holds, step ahead by step ahead', () => {
    const band = { low: Float64Array.of(-1, -5), high: Float64Array.of(1, 5) };
    expect(coverage(band, [1, 4, 2, 6, Number.NaN, 5], [0, 0, 0, 0, 0, 0])).toBe(3 / 5);
    expect(coverage(band, [], [])).toBeNaN();
  });

  test('holds its share of the residuals of each step ahead', () => {
    const actual = Array.from({ length: 202 }, (_, i) => (i % 2 === 0 ? Math.floor(i / 2) : 7));
    const band = residualBand(actual, new Float64Array(202), 2, 0.8);
    expect([...band.low].map((edge) => edge.toFixed(6))).toEqual(['10.000000', '7.000000']);
    expect([...band.high].map((edge) => edge.toFixed(6))).toEqual(['90.000000', '7.000000']);
  });

  test('passes over what is not known', () => {
    expect([...residualBand([1, Number.NaN], [0, 0], 1).high]).toEqual([1]);
  });
});

describe('a season', () => {
  const wave = (count: number, period: number, scale = 1) =>
    Float64Array.from({ length: count }, (_, i) => scale * Math.sin((2 * Math.PI * i) / period));

  test.each([4, 7, 12, 24])('of %d steps is found under noise and a trend', (period) => {
    const values = wave(200, period).map((value, i) => value + 0.05 * i + 0.2 * (noise(200)[i] ?? 0));
    expect(findSeason(values, 200)).toBe(period);
  });

  test('is not found where there is none', () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(findSeason(noise(200, seed), 200)).toBe(1);
    expect(findSeason(walk(300), 300)).toBe(1);
    expect(findSeason([1, 2], 2)).toBe(1);
  });

  test('is looked for in the past alone', () => {
    const values = Float64Array.from([...noise(60), ...wave(140, 12, 50)]);
    expect(findSeason(values, 60)).toBe(1);
    expect(findSeason(values, 200)).toBe(12);
  });
});

describe('measures', () => {
  test.each(['level', 'change', 'growth'] as const)('%s is undone', (measure) => {
    expect(valueAhead(measure, 40, measureStep(measure, 40, 50))).toBeCloseTo(50, 12);
  });

  test('suit the series', () => {
    const of = (values: ArrayLike<number>, positive: boolean) =>
      suggestMeasure([{ values, cut: values.length }], positive);
    const waves = Float64Array.from({ length: 200 }, (_, i) => 10 + Math.sin(i / 5));
    expect(of(waves, true)).toBe('level');
    expect(of(noise(200), false)).toBe('level');
    const rising = waves.map((value, i) => value + 0.05 * i);
    expect(of(rising, true)).toBe('growth');
    expect(of(rising, false)).toBe('change');
    expect(of(walk(400), false)).toBe('change');
  });

  test('are chosen by the past alone', () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? Math.sin(i / 3) : 50 * i));
    expect(suggestMeasure([{ values, cut: 100 }], false)).toBe('level');
  });
});
