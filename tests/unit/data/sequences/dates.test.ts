import { describe, expect, test } from 'vitest';
import { dayOrder, monthOf, parseDate } from '../../../../src/data/sequences/series/dates';

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

describe('a date is read', () => {
  test.each([
    ['2000-01-31', day(2000, 1, 31)],
    ['2000/1/31', day(2000, 1, 31)],
    ['2000-03', day(2000, 3, 1)],
    ['20000131', day(2000, 1, 31)],
    ['Jan 1 2000', day(2000, 1, 1)],
    ['January 31, 2000', day(2000, 1, 31)],
    ['31 Jan 2000', day(2000, 1, 31)],
    ['1-Feb-2000', day(2000, 2, 1)],
    ['2nd March 2000', day(2000, 3, 2)],
    ['Sept 2000', day(2000, 9, 1)],
    ['2000年1月31日', day(2000, 1, 31)],
    ['2000年2月', day(2000, 2, 1)],
    ['2000Q3', day(2000, 7, 1)],
    ['2000-Q1', day(2000, 1, 1)],
    ['2000-01-31 06:30', day(2000, 1, 31) + 6.5 * 3_600_000],
    ['2000-01-31T06:30:15Z', day(2000, 1, 31) + 6.5 * 3_600_000 + 15_000],
    ['2000-01-31T06:30:00+02:00', day(2000, 1, 31) + 4.5 * 3_600_000],
    ['2000-01-31T06:30:00-0130', day(2000, 1, 31) + 8 * 3_600_000],
    ['2000-02-29', day(2000, 2, 29)],
  ])('from %s', (text, time) => {
    expect(parseDate(text)).toBe(time);
  });

  test('by day and month in the order that the column has', () => {
    expect(parseDate('3.4.2020', 'dayFirst')).toBe(day(2020, 4, 3));
    expect(parseDate('3/4/2020', 'monthFirst')).toBe(day(2020, 3, 4));
    expect(dayOrder(['3/4/2020', '13/4/2020'])).toBe('dayFirst');
    expect(dayOrder(['3-4-2020', '3-14-2020'])).toBe('monthFirst');
    expect(dayOrder(['3/4/2020'])).toBe('monthFirst');
    expect(dayOrder(['3.4.2020'])).toBe('dayFirst');
  });
});

describe('no date is read', () => {
  test.each([
    '',
    'yesterday',
    '2001-02-29',
    '2000-13-01',
    '32 Jan 2000',
    '12',
    '1949.083',
    'Mai 3 2000',
    '2000-01-01 25:00',
    '99990101',
  ])('from “%s”', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

test('months are known by name', () => {
  expect(['January', 'feb', 'SEPT', 'dec.'].map(monthOf)).toEqual([1, 2, 9, 12]);
  expect(['', 'Monday', 'ja', '3'].map(monthOf)).toEqual([null, null, null, null]);
});
