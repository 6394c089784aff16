import { describe, expect, test } from 'vitest';
import { type ImageSet, imageRows, pixelsOf } from '../../../../src/data/images/set';
import { layOut, toRgba } from '../../../../src/data/images/sheet';

const set: ImageSet = {
  name: 'three',
  size: 2,
  count: 3,
  pixels: Uint8Array.from([0, 51, 102, 255, 1, 2, 3, 4, 255, 255, 0, 0]),
  labels: null,
  classes: [],
};

describe('rows of numbers', () => {
  test('go from 0 or −1 for background to 1 for ink', () => {
    expect([...imageRows(set, 'unit').subarray(0, 4)]).toEqual([0, 0.2, 0.4, 1].map(Math.fround));
    expect([...imageRows(set, 'signed').subarray(0, 4)]).toEqual([-1, -0.6, -0.2, 1].map(Math.fround));
  });

  test('are of the pictures asked for, in their order', () => {
    expect([...imageRows(set, 'unit', [2, 0])]).toEqual([1, 1, 0, 0, 0, 0.2, 0.4, 1].map(Math.fround));
    expect(imageRows(set, 'unit', []).length).toBe(0);
  });

  test.each(['unit', 'signed'] as const)('become the same pixels again, from %s', (range) => {
    const all = { ...set, size: 16, count: 1, pixels: Uint8Array.from({ length: 256 }, (_, i) => i) };
    expect(pixelsOf(imageRows(all, range), range)).toEqual(all.pixels);
  });

  test('are cut to the range where a generator leaves it', () => {
    expect([...pixelsOf([-3, 0, 7, Number.NaN], 'signed')]).toEqual([0, 128, 255, 0]);
  });
});

describe('a sheet', () => {
  test('has the pictures in rows, with gaps between and around them', () => {
    const { width, height, pixels } = layOut(set.pixels, 2, { columns: 2, between: 7 });
    expect([width, height]).toEqual([7, 7]);
    const rows = Array.from({ length: 7 }, (_, row) => [...pixels.subarray(7 * row, 7 * row + 7)]);
    expect(rows).toEqual([
      [7, 7, 7, 7, 7, 7, 7],
      [7, 0, 51, 7, 1, 2, 7],
      [7, 102, 255, 7, 3, 4, 7],
      [7, 7, 7, 7, 7, 7, 7],
      [7, 255, 255, 7, 7, 7, 7],
      [7, 0, 0, 7, 7, 7, 7],
      [7, 7, 7, 7, 7, 7, 7],
    ]);
  });

  test('repeats pixels to the scale', () => {
    const { width, pixels } = layOut(set.pixels.subarray(0, 4), 2, { columns: 1, gap: 0, scale: 2 });
    expect(width).toBe(4);
    expect([...pixels]).toEqual([0, 0, 51, 51, 0, 0, 51, 51, 102, 102, 255, 255, 102, 102, 255, 255]);
  });

  test('is no wider than its pictures, and can be empty', () => {
    expect(layOut(set.pixels, 2, { columns: 20, gap: 0 })).toMatchObject({ width: 6, height: 2 });
    expect(layOut(new Uint8Array(0), 2, { columns: 20, gap: 0 })).toMatchObject({ height: 0 });
  });

  test('goes from the colour of the paper to that of the ink', () => {
    const grey = { width: 3, height: 1, pixels: Uint8Array.from([0, 51, 255]) };
    expect([...toRgba(grey)]).toEqual([0, 0, 0, 255, 51, 51, 51, 255, 255, 255, 255, 255]);
    expect([...toRgba(grey, [200, 100, 0], [100, 100, 255])]).toEqual([
      200, 100, 0, 255, 180, 100, 51, 255, 100, 100, 255, 255,
    ]);
  });
});
