import type { Scale } from '../../../canvas/paintField';
import { linearTicks } from '../../../canvas/ticks';
import { rangeOf, widened } from '../../../views/range';
import type { Forecast } from '../view';

/** Steps of the past that are seen at least, and how many times the horizon. */
const [leastPast, pastPerStep] = [24, 4];

/** The forecast with only as much of the past as lets its steps be seen. */
export function nearPast(forecast: Forecast): Forecast {
  const kept = Math.max(leastPast, pastPerStep * forecast.times.length);
  const from = Math.max(0, forecast.past.length - kept);
  return { ...forecast, past: forecast.past.subarray(from), pastTimes: forecast.pastTimes.subarray(from) };
}

/** Share of the axis that stays free after the last time, for its marks to be seen whole. */
const margin = 0.02;

/** From the first time to a little after the last. */
export function timeScale({ pastTimes, times }: Forecast): Scale {
  const range = rangeOf(pastTimes, times) ?? { low: 0, high: 1 };
  if (!(range.high > range.low)) return widened(range, 0.1);
  return { low: range.low, high: range.high + margin * (range.high - range.low) };
}

/**
 * The values' axis: what does not change while the network learns, widened by whole ticks to what does, so that it
 * stands still for most of the time.
 */
export function valueScale(still: readonly ArrayLike<number>[], moving: readonly ArrayLike<number>[]): Scale {
  const known = rangeOf(...still);
  const all = rangeOf(...still, ...moving);
  if (!known || !all) return widened(all ?? { low: 0, high: 1 }, 0.1);
  const base = widened(known, 0.08);
  const [first = 0, second = 1] = linearTicks(base.low, base.high, 6);
  const stride = second - first;
  return {
    low: base.low - stride * Math.max(0, Math.ceil((base.low - all.low) / stride)),
    high: base.high + stride * Math.max(0, Math.ceil((all.high - base.high) / stride)),
  };
}

export interface Moment {
  readonly time: number;
  /** What was or came then. */
  readonly actual: number;
  /** Steps after the last known one, from 0; −1 for the past. */
  readonly ahead: number;
}

/** The step of a forecast that is nearest to a time. */
export function momentAt({ pastTimes, past, times, actual }: Forecast, time: number): Moment | null {
  let best: Moment | null = null;
  const look = (at: ArrayLike<number>, values: ArrayLike<number>, future: boolean) => {
    for (let i = 0; i < at.length; i++) {
      const here = at[i] ?? Number.NaN;
      if (best && Math.abs(here - time) > Math.abs(best.time - time)) continue;
      best = { time: here, actual: values[i] ?? Number.NaN, ahead: future ? i : -1 };
    }
  };
  look(pastTimes, past, false);
  look(times, actual, true);
  return best;
}

/** How far the steps of a series are apart. */
export function timeStep({ pastTimes, times }: Forecast): number {
  const all = [...pastTimes.subarray(-2), ...times];
  return (all[1] ?? 1) - (all[0] ?? 0);
}
