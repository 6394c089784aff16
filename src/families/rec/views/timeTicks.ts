const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.44 * day;
const year = 365.25 * day;

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** Distances between ticks that calendars know. */
const strides: readonly (readonly [count: number, unit: Unit, length: number])[] = [
  ...[1, 5, 15, 30].map((n) => [n, 'minute', n * minute] as const),
  ...[1, 3, 6, 12].map((n) => [n, 'hour', n * hour] as const),
  ...[1, 2, 7, 14].map((n) => [n, 'day', n * day] as const),
  ...[1, 3, 6].map((n) => [n, 'month', n * month] as const),
  ...[1, 2, 5, 10, 20, 50, 100].map((n) => [n, 'year', n * year] as const),
];

export interface TimeTicks {
  /** Milliseconds since 1970. */
  readonly at: readonly number[];
  readonly unit: Unit;
}

/** The calendar's first moments (UTC) of about `count` equal stretches between two times. */
export function timeTicks(low: number, high: number, count: number): TimeTicks {
  const rough = Math.max(1, high - low) / Math.max(1, count);
  const ages = 10 ** Math.ceil(Math.log10(rough / year));
  const [every, unit, length] = strides.find(([, , size]) => size >= rough * 0.8) ?? [ages, 'year', ages * year];
  const at: number[] = [];
  const start = new Date(low);
  if (unit === 'year' || unit === 'month') {
    const months = unit === 'year' ? every * 12 : every;
    let place = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
    for (; ; place += months) {
      const time = Date.UTC(Math.floor(place / 12), place % 12);
      if (time > high) break;
      if (time >= low) at.push(time);
    }
  } else {
    for (let time = Math.ceil(low / length) * length; time <= high; time += length) at.push(time);
  }
  return { at, unit };
}

const formats: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  minute: { hour: '2-digit', minute: '2-digit' },
  hour: { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A tick's time in words, as short as its unit allows. */
export function formatTime(time: number, unit: Unit, language: string): string {
  return new Intl.DateTimeFormat(language, { ...formats[unit], timeZone: 'UTC', hourCycle: 'h23' }).format(time);
}

/** A moment as exactly as its series tells it: steps of at least a month need no day, of a day no hour. */
export function formatMoment(time: number, step: number, language: string): string {
  const exact: Intl.DateTimeFormatOptions =
    step >= 27 * day
      ? formats.month
      : { day: 'numeric', month: 'short', year: 'numeric', ...(step < day && { hour: '2-digit', minute: '2-digit' }) };
  return new Intl.DateTimeFormat(language, { ...exact, timeZone: 'UTC', hourCycle: 'h23' }).format(time);
}
