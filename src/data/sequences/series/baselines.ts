import type { SeriesData, SeriesExamples } from '../dataset';

/** A forecast of the `horizon` values after `origin`, from the values up to it. */
export type Baseline = (values: ArrayLike<number>, origin: number, horizon: number) => number[];

const steps = (horizon: number, value: (ahead: number) => number) =>
  Array.from({ length: horizon }, (_, i) => value(i + 1));

/** Nothing changes: the last known value. */
export const persistence: Baseline = (values, origin, horizon) => steps(horizon, () => values[origin] ?? Number.NaN);

/**
 * What was at the same place of the last season. NaN where the series is not that old.
 */
export const sameSeason =
  (season: number): Baseline =>
  (values, origin, horizon) =>
    steps(horizon, (ahead) => values[origin + ahead - season * Math.ceil(ahead / season)] ?? Number.NaN);

/** The line through the first and the last known value, drawn on. */
export const drift: Baseline = (values, origin, horizon) => {
  const last = values[origin] ?? Number.NaN;
  const slope = origin > 0 ? (last - (values[0] ?? 0)) / origin : 0;
  return steps(horizon, (ahead) => last + slope * ahead);
};

export interface BaselineForecasts {
  /** What came, count × horizon, in the series' own units; likewise all that follow. */
  readonly actual: Float64Array;
  readonly persistence: Float64Array;
  readonly drift: Float64Array;
  /** Absent where the series do not repeat. */
  readonly sameSeason?: Float64Array;
}

/**
 * The forecasts that ask no network, for each example: Hyndman and Athanasopoulos, “Forecasting: Principles and
 * Practice”, “Some simple forecasting methods”.
 */
export function baselineForecasts(data: SeriesData, examples: SeriesExamples, horizon: number): BaselineForecasts {
  const forecast = (baseline: Baseline) => {
    const out = new Float64Array(examples.count * horizon);
    for (let i = 0; i < examples.count; i++) {
      const values = data.series[examples.series[i] ?? 0]?.values ?? [];
      out.set(baseline(values, examples.origins[i] ?? 0, horizon), i * horizon);
    }
    return out;
  };
  const actual: Baseline = (values, origin) => steps(horizon, (ahead) => values[origin + ahead] ?? Number.NaN);
  const forecasts = { actual: forecast(actual), persistence: forecast(persistence), drift: forecast(drift) };
  return data.season > 1 ? { ...forecasts, sameSeason: forecast(sameSeason(data.season)) } : forecasts;
}
