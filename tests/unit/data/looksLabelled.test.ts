import { expect, test } from 'vitest';
import { looksLabelled } from '../../../src/data/sequences/labelled/looks';
import { gestures, months, summaryOf, times } from '../store/summaries';

test('an id that groups rows, and a label, are sequences with classes', () => {
  expect(looksLabelled(gestures(40))).toEqual({ key: 'id', sequences: 40 });
});

test('a series, alone or in long format, is none', () => {
  expect(looksLabelled(months(120))).toBeNull();
  const stocks = summaryOf({
    symbol: times(240, (i) => ['AAA', 'BBB', 'CCC', 'DDD'][i % 4] as string),
    date: times(240, (i) => `${2000 + Math.floor(i / 48)}-${String((Math.floor(i / 4) % 12) + 1).padStart(2, '0')}-01`),
    price: times(240, (i) => i / 3),
  });
  expect(looksLabelled(stocks)).toBeNull();
});

test('what stores have in common is no label of their sales through the years, unless it is called one', () => {
  const sales = (region: string) =>
    summaryOf({
      store_id: times(240, (i) => i % 20),
      date: times(240, (i) => `2020-${String(Math.floor(i / 20) + 1).padStart(2, '0')}-01`),
      [region]: times(240, (i) => ['north', 'south'][i % 2] as string),
      sold: times(240, (i) => 100 + i),
    });
  expect(looksLabelled(sales('region'))).toBeNull();
  expect(looksLabelled(sales('label'))).toEqual({ key: 'store_id', sequences: 20 });
});

test('a column that numbers the rows tells no sequences apart', () => {
  const rows = {
    id: times(100, (i) => i),
    x: times(100, (i) => i / 7),
    label: times(100, (i) => ['a', 'b'][i % 2] as string),
  };
  expect(looksLabelled(summaryOf(rows))).toBeNull();
});
