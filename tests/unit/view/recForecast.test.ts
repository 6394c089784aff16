import { describe, expect, it } from 'vitest';
import type { Forecast, ForecastScore } from '../../../src/families/rec/view';
import { momentAt, nearPast, timeScale, timeStep, valueScale } from '../../../src/families/rec/views/forecastPlot';
import { formatMoment, formatTime, timeTicks } from '../../../src/families/rec/views/timeTicks';
import { verdict, winners } from '../../../src/families/rec/views/verdict';

const score = (name: string, mae: number, rmse = mae, mase = mae): ForecastScore => ({ name, mae, rmse, mase });

describe('the verdict on a forecast', () => {
  it('compares the network with the best baseline', () => {
    const found = verdict([score('network', 15), score('persistence', 50), score('sameSeason', 20)]);
    expect(found).toEqual({ kind: 'better', baseline: 'sameSeason', share: 0.25 });
  });

  it('is honest where a baseline wins', () => {
    expect(verdict([score('persistence', 10), score('network', 11)])).toMatchObject({ kind: 'worse', share: 0.1 });
  });

  it('makes nothing of differences that mean nothing', () => {
    expect(verdict([score('network', 9.97), score('drift', 10)])?.kind).toBe('even');
    expect(verdict([score('network', 0), score('drift', 0)])?.kind).toBe('even');
  });

  it('says nothing where there is nothing to compare', () => {
    expect(verdict([score('network', 1)])).toBeNull();
    expect(verdict([score('network', Number.NaN), score('drift', 1)])).toBeNull();
    expect(verdict([score('network', 1), score('sameSeason', Number.NaN)])).toBeNull();
  });

  it('marks who has the smallest of each error, all where they are equal', () => {
    const scores = [score('network', 2, 5), score('drift', 2, 4), score('sameSeason', Number.NaN)];
    expect([...winners(scores, 'mae')]).toEqual(['network', 'drift']);
    expect([...winners(scores, 'rmse')]).toEqual(['drift']);
  });
});

const month = (i: number) => Date.UTC(2000, i);
const forecastOf = (past: number, ahead: number): Forecast => {
  const values = (from: number, count: number) => Float64Array.from({ length: count }, (_, i) => from + i);
  return {
    key: '',
    dated: true,
    pastTimes: values(0, past).map(month),
    past: values(0, past),
    times: values(past, ahead).map(month),
    actual: values(past, ahead),
    predicted: values(past, ahead),
    low: values(past, ahead),
    high: values(past, ahead),
    baselines: {},
  };
};

describe('the chart of a forecast', () => {
  it('shows as much of the past as lets the steps ahead be seen', () => {
    expect(nearPast(forecastOf(200, 1)).past.length).toBe(24);
    expect(nearPast(forecastOf(200, 12)).past.length).toBe(48);
    expect(nearPast(forecastOf(200, 12)).past.at(-1)).toBe(199);
    expect(nearPast(forecastOf(10, 12)).past.length).toBe(10);
  });

  it('reads the step that is nearest to a time', () => {
    const forecast = forecastOf(5, 3);
    expect(momentAt(forecast, month(2) + 1e8)).toEqual({ time: month(2), actual: 2, ahead: -1 });
    expect(momentAt(forecast, month(40))).toEqual({ time: month(7), actual: 7, ahead: 2 });
    expect(timeStep(forecast)).toBe(month(4) - month(3));
  });

  it('leaves room after the last time', () => {
    const { low, high } = timeScale(forecastOf(5, 3));
    expect(low).toBe(month(0));
    expect(high).toBeGreaterThan(month(7));
    expect(high).toBeLessThan(month(8));
  });

  it('has an axis that stands still while a forecast moves within it', () => {
    const still = [[100, 200]];
    const calm = valueScale(still, [[150]]);
    expect(valueScale(still, [[195]])).toEqual(calm);
    const wide = valueScale(still, [[330]]);
    expect(wide.low).toBe(calm.low);
    expect(wide.high).toBeGreaterThanOrEqual(330);
    expect(valueScale(still, [[331]])).toEqual(wide);
  });

  it('has an axis even for no values, and for unknown ones', () => {
    expect(valueScale([], [])).toEqual({ low: -0.1, high: 1.1 });
    expect(valueScale([[Number.NaN]], [[5]]).high).toBeGreaterThan(5);
  });
});

describe('ticks of time', () => {
  const days = (ticks: readonly number[]) => ticks.map((tick) => new Date(tick).toISOString().slice(0, 10));

  it('stand at the beginning of years, months, days or hours', () => {
    expect(days(timeTicks(Date.UTC(1956, 3), Date.UTC(1960, 8), 5).at)).toEqual([
      '1957-01-01',
      '1958-01-01',
      '1959-01-01',
      '1960-01-01',
    ]);
    expect(timeTicks(Date.UTC(2020, 0), Date.UTC(2020, 11), 5).unit).toBe('month');
    expect(days(timeTicks(Date.UTC(2020, 1, 27, 5), Date.UTC(2020, 2, 2), 5).at)).toEqual([
      '2020-02-28',
      '2020-02-29',
      '2020-03-01',
      '2020-03-02',
    ]);
    expect(timeTicks(0, 10 * 3_600_000, 5).unit).toBe('hour');
  });

  it('are few, whatever the span', () => {
    for (const span of [1e5, 1e7, 1e9, 1e11, 1e13, 1e15]) {
      expect(timeTicks(1e12, 1e12 + span, 5).at.length).toBeLessThanOrEqual(8);
    }
  });

  it('are named as shortly as their unit allows, in both languages', () => {
    const time = Date.UTC(1960, 0);
    expect(formatTime(time, 'year', 'en')).toBe('1960');
    expect(formatTime(time, 'month', 'en')).toBe('Jan 1960');
    expect(formatTime(time, 'year', 'zh')).toBe('1960年');
    expect(formatMoment(time, 31 * 86_400_000, 'en')).toBe('Jan 1960');
    expect(formatMoment(time, 86_400_000, 'en')).toBe('Jan 1, 1960');
  });
});
