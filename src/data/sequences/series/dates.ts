/** Months in the languages' short forms; English names are known by their first three letters. */
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 … 12 for a month's name, English and in full or short; else null. */
export function monthOf(text: string): number | null {
  if (!/^[a-z]{3,9}\.?$/i.test(text)) return null;
  const place = monthNames.indexOf(text.slice(0, 3).toLowerCase());
  return place < 0 ? null : place + 1;
}

/** Which number comes first in dates such as 03/04/2020. */
export type DayOrder = 'dayFirst' | 'monthFirst';

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const clock = /[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 UTC of a date that exists; else null. */
function toTime({ year, month = 1, day = 1 }: Parts): number | null {
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 2999) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time : null;
}

function parseDay(text: string, order: DayOrder): number | null {
  const numbers = (match: RegExpMatchArray) => match.slice(1).map(Number);
  let found = text.match(/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/);
  if (found) {
    const [year = 0, month = 1] = numbers(found);
    return toTime({ year, month, day: Number(found[3] ?? 1) });
  }
  found = text.match(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/);
  if (found) {
    const [a = 0, b = 0, year = 0] = numbers(found);
    return order === 'dayFirst' ? toTime({ year, month: b, day: a }) : toTime({ year, month: a, day: b });
  }
  found = text.match(/^(\d{4})(\d{2})(\d{2})$/);
  if (found) {
    const [year = 0, month = 0, day = 0] = numbers(found);
    return toTime({ year, month, day });
  }
  found = text.match(/^(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?$/);
  if (found) return toTime({ year: Number(found[1]), month: Number(found[2] ?? 1), day: Number(found[3] ?? 1) });
  found = text.match(/^(\d{4})[-\s]?Q([1-4])$/i);
  if (found) return toTime({ year: Number(found[1]), month: 3 * Number(found[2]) - 2 });
  return parseNamedMonth(text);
}

/** `Jan 1 2000`, `1 January, 2000`, `1-Jan-2000`, `Jan 2000`. */
function parseNamedMonth(text: string): number | null {
  const words = text.split(/[\s,-]+/).filter((word) => word !== '');
  const year = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 3 || !/^\d{4}$/.test(year)) return null;
  const [a = '', b = ''] = words;
  const [name, day] = monthOf(a) ? [a, b] : [b, a];
  const month = monthOf(name);
  if (month === null) return null;
  if (words.length === 2) return monthOf(a) ? toTime({ year: Number(year), month }) : null;
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(day)
    ? toTime({ year: Number(year), month, day: Number.parseInt(day, 10) })
    : null;
}

/**
 * The time of a date, in milliseconds since 1970 UTC, or null for what is none: 2000-01-31, 2000-01, 2000/1/31,
 * 31.1.2000, 1/31/2000 (`order` says which), 20000131, Jan 1 2000, 1 January 2000, Jan 2000, 2000年1月31日, 2000Q1;
 * each with a time of day behind it or without. Not by `Date.parse`, which knows other forms in each browser and
 * takes some of them as local time.
 */
export function parseDate(text: string, order: DayOrder = 'monthFirst'): number | null {
  const time = text.match(clock);
  const day = parseDay(time ? text.slice(0, time.index) : text, order);
  if (day === null || !time) return day;
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(1, 4).map((part) => Number(part ?? 0));
  if (hours > 24 || minutes > 59 || seconds > 60) return null;
  const zone = time[4] ?? 'Z';
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return day + 1000 * (3600 * hours + 60 * (minutes - offset) + seconds);
}

/**
 * The order in which the dates of a column are written, told by numbers above 12; month first where nothing tells
 * and a slash divides them, as in the United States, else day first.
 */
export function dayOrder(cells: readonly string[]): DayOrder {
  let slash = false;
  for (const cell of cells) {
    const found = cell.match(/^(\d{1,2})([-/.])(\d{1,2})[-/.]\d{4}/);
    if (!found) continue;
    if (Number(found[1]) > 12) return 'dayFirst';
    if (Number(found[3]) > 12) return 'monthFirst';
    slash ||= found[2] === '/';
  }
  return slash ? 'monthFirst' : 'dayFirst';
}
