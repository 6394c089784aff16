import { describe, expect, test } from 'vitest';
import type { PicturesInfo } from '../../../src/data/imitated/info';
import { realShown } from '../../../src/families/gen/pictures';
import { createResemblance } from '../../../src/families/gen/resemble';
import { resemblance } from '../../../src/families/gen/views/resemblance';

const info: PicturesInfo = {
  imitates: 'pictures',
  name: 'tiny',
  rows: 6,
  size: 2,
  ink: 'unit',
  classes: ['dark', 'light'],
};
/** Even pictures of one level each, those above the middle dark. */
const examples = (...levels: number[]) => ({
  count: levels.length,
  rows: Float32Array.from(levels.flatMap((level) => [level, level, level, level])),
  labels: Float32Array.from(levels.flatMap((level) => (level > 0.5 ? [1, 0] : [0, 1]))),
});
const none = { count: 0, rows: new Float32Array(0), labels: null };

describe('the training pictures that a picture is most like', () => {
  const train = examples(0, 0.2, 0.4, 0.6, 0.8, 1);

  test('come with their classes, and with how far they are, the nearest first', () => {
    const found = createResemblance(info, train, examples(0.3, 0.75))(new Uint8Array([255, 255, 255, 255]));
    expect(Array.from(found.pixels.filter((_, i) => i % 4 === 0))).toEqual([255, 204, 153, 102, 51]);
    expect(found.classes).toEqual(['dark', 'dark', 'dark', 'light', 'light']);
    found.distances.forEach((distance, i) => expect(distance).toBeCloseTo(0.2 * i, 5));
    expect(found.usual).toBeCloseTo(0.075, 5);
  });

  test('are as far apart however ink is written', () => {
    const signed = { ...train, rows: train.rows.map((value) => 2 * value - 1) };
    const found = createResemblance({ ...info, ink: 'signed' }, signed, none)(new Uint8Array(4));
    found.distances.forEach((distance, i) => expect(distance).toBeCloseTo(0.2 * i, 5));
    expect(found.usual).toBeNull();
  });

  test('are none where the training pictures are not here', () => {
    expect(createResemblance(info, none, none)(new Uint8Array(4)).distances).toEqual([]);
  });
});

test('a copy is told by what distance is usual', () => {
  expect([0, 0.05, 0.1, 0.3].map((distance) => resemblance(distance, 0.1))).toEqual(['copy', 'close', 'own', 'own']);
  expect(resemblance(0.1, null)).toBe('unmeasured');
  expect(resemblance(undefined, null)).toBe('unknown');
});

describe('real pictures that are shown', () => {
  test('stand in the columns of their classes, over and over where there are few', () => {
    const { rows, labels, count } = realShown(examples(0, 1, 0.9, 0.1, 0.2), info, 2);
    expect(count).toBe(64);
    const levels = Array.from(
      rows.filter((_, i) => i % 4 === 0),
      (level) => Math.round(10 * level),
    );
    expect(levels.slice(0, 8)).toEqual([10, 0, 9, 1, 10, 2, 9, 0]);
    expect([...(labels?.subarray(0, 4) ?? [])]).toEqual([1, 0, 0, 1]);
  });

  test('are the first ones where networks are told no classes, and no more than there are', () => {
    expect(realShown(examples(0, 1, 0.5), info, 0).count).toBe(3);
    expect(realShown(none, info, 0).count).toBe(0);
  });
});
