import type { SeriesData, SeriesExamples } from '../dataset';

/** The mean of what `of` says of each pair; pairs with a NaN are passed over. NaN for none. */
function meanOf(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  of: (error: number, index: number) => number,
): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < actual.length; i++) {
    const value = of((forecast[i] ?? Number.NaN) - (actual[i] ?? Number.NaN), i);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : Number.NaN;
}

/** Mean absolute error, in the series' own units. */
export function meanAbsoluteError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return meanOf(actual, forecast, Math.abs);
}

/** Root of the mean squared error, in the series' own units. */
export function rootMeanSquaredError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return Math.sqrt(meanOf(actual, forecast, (error) => error * error));
}

/**
 * What errors of a series are measured by: the mean absolute error, over the past, of taking each value for the
 * one a season before it (for season 1, the one before it). NaN for a past that is shorter than that.
 */
export function naiveError(values: ArrayLike<number>, cut: number, season: number): number {
  const past = Array.from({ length: Math.max(0, cut - season) }, (_, i) => i);
  return meanAbsoluteError(
    past.map((i) => values[i + season] ?? Number.NaN),
    past.map((i) => values[i] ?? Number.NaN),
  );
}

export interface ForecastErrors {
  readonly mae: number;
  readonly rmse: number;
  /** Mean absolute scaled error: below 1 it is better than the naive forecast was, one step ahead, on the past. */
  readonly mase: number;
}

/**
 * The errors of forecasts, count × horizon, in the series' own units. MASE after Hyndman and Koehler, “Another look
 * at measures of forecast accuracy”, 2006: each error in units of its own series' naiveError. Forecasts that are
 * NaN are passed over; a series that never changed in the past has no MASE.
 */
export function forecastErrors(
  data: SeriesData,
  examples: SeriesExamples,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
): ForecastErrors {
  const scales = data.series.map(({ values, cut }) => naiveError(values, cut, data.season) || Number.NaN);
  const horizon = actual.length / Math.max(1, examples.count);
  const scaleOf = (index: number) => scales[examples.series[Math.floor(index / horizon)] ?? 0] ?? Number.NaN;
  return {
    mae: meanAbsoluteError(actual, forecast),
    rmse: rootMeanSquaredError(actual, forecast),
    mase: meanOf(actual, forecast, (error, i) => Math.abs(error) / scaleOf(i)),
  };
}
