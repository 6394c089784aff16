/** For each step of the horizon, what is added to a forecast for the lower and the upper edge of its band. */
export interface Band {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The value below which a share of sorted values lies, interpolated between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** The share of what came that lay in the band about its forecasts; NaN where nothing did come. */
export function coverage({ low, high }: Band, actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  const horizon = low.length;
  let [held, count] = [0, 0];
  for (let i = 0; i < actual.length; i++) {
    const residual = (actual[i] ?? Number.NaN) - (forecast[i] ?? Number.NaN);
    if (Number.isNaN(residual)) continue;
    count += 1;
    if (residual >= (low[i % horizon] ?? 0) && residual <= (high[i % horizon] ?? 0)) held += 1;
  }
  return held / count;
}

/**
 * The band in which a share of what came lay about its forecasts, count × horizon, on the past: the quantiles of
 * the residuals (actual − forecast) of each step ahead. Nothing is assumed of their distribution; that the future
 * will err like the past is. In whatever units are given: residuals of standardized growths, decoded with the
 * forecast, make a band that grows with the series.
 */
export function residualBand(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  horizon: number,
  share = 0.8,
): Band {
  const low = new Float64Array(horizon);
  const high = new Float64Array(horizon);
  for (let ahead = 0; ahead < horizon; ahead++) {
    const residuals: number[] = [];
    for (let i = ahead; i < actual.length; i += horizon) {
      const residual = (actual[i] ?? Number.NaN) - (forecast[i] ?? Number.NaN);
      if (!Number.isNaN(residual)) residuals.push(residual);
    }
    const sorted = Float64Array.from(residuals).sort();
    low[ahead] = quantile(sorted, (1 - share) / 2);
    high[ahead] = quantile(sorted, (1 + share) / 2);
  }
  return { low, high };
}
