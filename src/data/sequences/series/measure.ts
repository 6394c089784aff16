import type { Measure } from '../info';

/** The value at a step by a measure, from the one before it. NaN for the growth from or to what is not positive. */
export function measureStep(measure: Measure, before: number, value: number): number {
  if (measure === 'level') return value;
  if (measure === 'change') return value - before;
  return before > 0 && value > 0 ? Math.log(value / before) : Number.NaN;
}

/** The value of a forecast; the inverse of measureStep for the same last known value. */
export function valueAhead(measure: Measure, last: number, ahead: number): number {
  if (measure === 'level') return ahead;
  return measure === 'change' ? last + ahead : last * Math.exp(ahead);
}

/** Rows before the window that its first step is measured from. */
export function rowsBefore(measures: readonly Measure[]): 0 | 1 {
  return measures.every((measure) => measure === 'level') ? 0 : 1;
}

function meanOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / Math.max(1, to - from);
}

/** The mean of the products of what values and the values `lag` before are above their mean. */
function covariance(values: ArrayLike<number>, lag: number): number {
  const mean = meanOf(values, 0, values.length);
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += ((values[i] ?? 0) - mean) * ((values[i - lag] ?? 0) - mean);
  return sum / Math.max(1, values.length);
}

/** How far the last quarter lies from the first, in standard deviations of the whole. */
function trend(past: Float64Array): number {
  const quarter = Math.max(1, Math.floor(past.length / 4));
  const deviation = Math.sqrt(covariance(past, 0));
  const way = meanOf(past, past.length - quarter, past.length) - meanOf(past, 0, quarter);
  return deviation > 0 ? Math.abs(way) / deviation : 0;
}

/** Whether the values move in small steps that say nothing of each other, as prices do. */
function wanders(past: Float64Array): boolean {
  const changes = past.slice(1).map((value, i) => value - (past[i] ?? 0));
  const step = covariance(changes, 0);
  return step > 0 && step < 0.2 * covariance(past, 0) && Math.abs(covariance(changes, 1)) < 0.25 * step;
}

/** Above this trend a series is taken for one that goes on to values it never had. */
const trending = 1;

/**
 * The measure that suits a column of one or several series: levels where most pasts stay about their mean; else
 * growth where all values are positive; else changes. Only the past (`cut` rows of each) is looked at; `positive`
 * says whether a growth can be told of every row.
 */
export function suggestMeasure(
  pasts: readonly { readonly values: ArrayLike<number>; readonly cut: number }[],
  positive: boolean,
): Measure {
  const leaving = pasts.filter(({ values, cut }) => {
    const past = Float64Array.from({ length: cut }, (_, i) => values[i] ?? 0);
    return trend(past) > trending || wanders(past);
  });
  if (2 * leaving.length < pasts.length) return 'level';
  return positive ? 'growth' : 'change';
}
