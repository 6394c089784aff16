import type { SequenceNote } from '../note';

/** A series before it is cut and measured: its columns in the order of time, the one to forecast first. */
export interface RawSeries {
  readonly key: string;
  readonly times: Float64Array | null;
  readonly columns: readonly Float64Array[];
}

/** What the rows of several series needed, counted over all of them. */
export interface Repairs {
  sorted: boolean;
  repeated: number;
  filled: number;
  gaps: number;
  /** Per column. */
  carried: number[];
}

/** Pauses so many times as long as the usual step are gaps; nights, weekends and feasts are not. */
const longPause = 4.5;
/** More missing months than these in a row are a pause and are not made up. */
const mostFilled = 24;

function takeRows({ key, times, columns }: RawSeries, order: readonly number[]): RawSeries {
  const take = (values: Float64Array) => Float64Array.from(order, (row) => values[row] ?? Number.NaN);
  return { key, times: times && take(times), columns: columns.map(take) };
}

/** Rows by time; the order of the file where times are equal. */
function sortRows(series: RawSeries, repairs: Repairs): RawSeries {
  const { times } = series;
  if (!times || times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))) return series;
  repairs.sorted = true;
  return takeRows(
    series,
    Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b),
  );
}

/** The mean of each column over each run of rows with one time; a blank is no part of it. */
function averageRepeats(series: RawSeries, repairs: Repairs): RawSeries {
  const { times } = series;
  if (!times) return series;
  const firsts = Array.from(times.keys()).filter((i) => i === 0 || times[i] !== times[i - 1]);
  if (firsts.length === times.length) return series;
  repairs.repeated += times.length - firsts.length;
  const average = (values: Float64Array) =>
    Float64Array.from(firsts, (first, i) => {
      const known = values.slice(first, firsts[i + 1] ?? values.length).filter((value) => !Number.isNaN(value));
      return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN;
    });
  return {
    key: series.key,
    times: Float64Array.from(firsts, (first) => times[first] ?? 0),
    columns: series.columns.map(average),
  };
}

/** Months since the year 0 of dates that are one a month, all on one day or all at the month's end; else null. */
function monthsOf(times: Float64Array): number[] | null {
  const dates = Array.from(times, (time) => new Date(time));
  const days = dates.map((date) => date.getUTCDate());
  if (!days.every((day) => day === days[0]) && !days.every((day) => day >= 28)) return null;
  const months = dates.map((date) => 12 * date.getUTCFullYear() + date.getUTCMonth());
  return months.every((month, i) => i === 0 || month > (months[i - 1] ?? 0)) ? months : null;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Blank rows in the place of months that are missing; in other series long pauses are only counted: how many rows
 * are missing there, a calendar would have to tell.
 */
function fillGaps(series: RawSeries, dated: boolean, repairs: Repairs): RawSeries {
  const { times } = series;
  if (!times || times.length < 3) return series;
  const months = dated ? monthsOf(times) : null;
  const places = months ?? Array.from(times);
  const pauses = places.slice(1).map((place, i) => place - (places[i] ?? 0));
  const usual = middle(pauses);
  const order: number[] = [0];
  const filledTimes: number[] = [times[0] ?? 0];
  for (const [i, pause] of pauses.entries()) {
    const missing = months && pause % usual === 0 ? pause / usual - 1 : 0;
    if (missing > 0 && missing <= mostFilled) {
      repairs.filled += missing;
      const before = new Date(times[i] ?? 0);
      for (let k = 1; k <= missing; k++) {
        order.push(-1);
        filledTimes.push(
          Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + k * usual, Math.min(28, before.getUTCDate())),
        );
      }
    } else if (pause > longPause * usual) repairs.gaps += 1;
    order.push(i + 1);
    filledTimes.push(times[i + 1] ?? 0);
  }
  return order.length === times.length ? series : { ...takeRows(series, order), times: Float64Array.from(filledTimes) };
}

/** The value before in the place of a blank, as it was known then; rows before the first full one are left out. */
function carryForward(series: RawSeries, repairs: Repairs, made: ReadonlySet<number>): RawSeries {
  const rows = series.columns[0]?.length ?? 0;
  let first = 0;
  while (first < rows && series.columns.some((values) => Number.isNaN(values[first]))) first += 1;
  const kept = takeRows(
    series,
    Array.from({ length: rows - first }, (_, i) => first + i),
  );
  for (const [j, values] of kept.columns.entries()) {
    let blanks = 0;
    for (const value of series.columns[j]?.subarray(0, first) ?? []) if (Number.isNaN(value)) blanks += 1;
    for (const [i, value] of values.entries()) {
      if (!Number.isNaN(value)) continue;
      values[i] = values[i - 1] ?? 0;
      if (!made.has(kept.times?.[i] ?? Number.NaN)) blanks += 1;
    }
    repairs.carried[j] = (repairs.carried[j] ?? 0) + blanks;
  }
  return kept;
}

/** A series in the order of time, one row a time, months evenly spaced, without blanks. What it took is counted. */
export function mendRows(series: RawSeries, dated: boolean, repairs: Repairs): RawSeries {
  const single = averageRepeats(sortRows(series, repairs), repairs);
  const even = fillGaps(single, dated, repairs);
  const known = new Set(single.times);
  const made = new Set([...(even.times ?? [])].filter((time) => !known.has(time)));
  return carryForward(even, repairs, made);
}

/** The notes of what was counted. */
export function repairNotes(repairs: Repairs, columns: readonly string[]): SequenceNote[] {
  const notes: SequenceNote[] = [];
  if (repairs.sorted) notes.push({ kind: 'sortedRows' });
  if (repairs.repeated > 0) notes.push({ kind: 'repeatedTimes', count: repairs.repeated });
  if (repairs.filled > 0) notes.push({ kind: 'filledGaps', count: repairs.filled });
  if (repairs.gaps > 0) notes.push({ kind: 'gaps', count: repairs.gaps });
  for (const [j, count] of repairs.carried.entries())
    if (count > 0) notes.push({ kind: 'carriedForward', column: columns[j] ?? '', count });
  return notes;
}
