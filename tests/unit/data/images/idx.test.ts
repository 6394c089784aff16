import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawDigits } from '../../../../src/data/images/digits';
import { unpack } from '../../../../src/data/images/gzip';
import { readIdx } from '../../../../src/data/images/idx';
import { shrink } from '../../../../src/data/images/shrink';
import { rejection } from '../helpers';
import { neighboursAccuracy } from './classify';
import { gzip, named, writeIdx } from './idxFiles';

const digits = drawDigits({ size: 12, count: 40, seed: 1 });
const pictures = writeIdx([40, 12, 12], digits.pixels);
const labels = writeIdx([40], digits.labels ?? []);

const problem = async (...files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]) =>
  (await rejection(readIdx(files.map(([name, bytes]) => named(name, bytes))))).toData();

describe('IDX files', () => {
  test('are read as they were written, in any order, packed or not', async () => {
    for (const files of [
      [named('images', pictures), named('labels', labels)],
      [named('labels.gz', await gzip(labels)), named('images', await gzip(pictures))],
    ]) {
      const [set, ...others] = await readIdx(files);
      expect(others).toEqual([]);
      expect(set).toEqual({ ...digits, name: files.find(({ name }) => name.startsWith('images'))?.name });
    }
  });

  test('of pictures alone have no classes', async () => {
    const [set] = await readIdx([named('images', pictures)]);
    expect(set).toMatchObject({ count: 40, labels: null, classes: [] });
  });

  test('are paired by their counts, and by their names where several have the same', async () => {
    const other = drawDigits({ size: 12, count: 20, seed: 2 });
    const few = [writeIdx([20, 12, 12], other.pixels), writeIdx([20], other.labels ?? [])] as const;
    const sets = await readIdx([named('a', few[1]), named('b', labels), named('c', pictures), named('d', few[0])]);
    expect(sets.map(({ name, count }) => [name, count])).toEqual([
      ['c', 40],
      ['d', 20],
    ]);
    expect(sets[1]?.labels).toEqual(other.labels);

    const turned = writeIdx([40], (digits.labels ?? new Uint8Array()).toReversed());
    const [train, rest] = await readIdx([
      named('test-labels', turned),
      named('train-labels', labels),
      named('train-images', pictures),
      named('test-images', pictures),
    ]);
    expect(train?.labels).toEqual(digits.labels);
    expect(rest?.labels).toEqual(digits.labels?.toReversed());
  });

  test('have the labels that occur in any of them as their classes', async () => {
    const sets = await readIdx([
      named('a-images', writeIdx([2, 2, 2], [0, 9, 0, 0, 0, 0, 0, 1])),
      named('a-labels', writeIdx([2], [7, 3])),
      named('b-images', writeIdx([3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
      named('b-labels', writeIdx([3], [30, 3, 3])),
    ]);
    expect(sets.map(({ classes }) => classes)).toEqual([
      ['3', '7', '30'],
      ['3', '7', '30'],
    ]);
    expect(sets.map((set) => [...(set.labels ?? [])])).toEqual([
      [1, 0],
      [2, 0, 0],
    ]);
  });

  test('that are not square lie in the middle of a blank square', async () => {
    const [high] = await readIdx([named('high', writeIdx([1, 3, 1], [1, 2, 3]))]);
    expect(high).toMatchObject({ size: 3 });
    expect([...(high?.pixels ?? [])]).toEqual([0, 1, 0, 0, 2, 0, 0, 3, 0]);
    const [wide] = await readIdx([named('wide', writeIdx([2, 1, 2], [1, 2, 3, 4]))]);
    expect([...(wide?.pixels ?? [])]).toEqual([1, 2, 0, 0, 3, 4, 0, 0]);
  });
});

describe('refused, with what is wrong, are', () => {
  test('files of another kind', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
    expect(await problem(['a.png', png])).toEqual({ key: 'idxMagic', values: { name: 'a.png', found: '89 50 4e 47' } });
    expect((await problem(['empty', new Uint8Array()])).values).toEqual({ name: 'empty', found: '–' });
    const floats = pictures.slice();
    floats[2] = 0x0d;
    expect((await problem(['floats', floats])).values).toMatchObject({ found: '00 00 0d 03' });
    expect((await problem(['colour', writeIdx([1, 2, 2, 3], Array<number>(12).fill(1))])).key).toBe('idxMagic');
  });

  test('files cut short, with how many bytes there should be', async () => {
    const expected = 16 + 40 * 144;
    expect(await problem(['cut', pictures.slice(0, -100)])).toEqual({
      key: 'idxLength',
      values: { name: 'cut', expected, found: expected - 100 },
    });
    expect((await problem(['head', pictures.slice(0, 10)])).values).toEqual({ name: 'head', expected: 16, found: 10 });
    expect((await problem(['labels', labels.slice(0, 20)])).values).toEqual({
      name: 'labels',
      expected: 48,
      found: 20,
    });
    expect((await problem(['cut.gz', await gzip(pictures.slice(0, -100))])).key).toBe('idxLength');
  });

  test('files with more than they say', async () => {
    const longer = new Uint8Array(labels.length + 1);
    longer.set(labels);
    expect((await problem(['longer', longer])).values).toEqual({ name: 'longer', expected: 48, found: 49 });
  });

  test('packed files that are cut short', async () => {
    const packed = await gzip(pictures);
    expect(await problem(['cut.gz', packed.slice(0, -30)])).toMatchObject({
      key: 'fileUnreadable',
      values: { name: 'cut.gz' },
    });
  });

  test('labels that are more or fewer than the pictures', async () => {
    expect(await problem(['images', pictures], ['labels', writeIdx([39], digits.pixels.slice(0, 39))])).toEqual({
      key: 'idxLabelCount',
      values: { name: 'labels', found: 39, pictures: 'images', expected: 40 },
    });
  });

  test('labels alone, or more of them than pictures', async () => {
    const alone = { key: 'idxLabelsAlone', values: { name: 'labels', count: 40 } };
    expect(await problem(['labels', labels])).toEqual(alone);
    expect(await problem(['1', pictures], ['2', labels], ['labels', labels])).toEqual(alone);
  });

  test('sets of no pictures, of blank ones, and of too many', async () => {
    expect(await problem(['none', writeIdx([0, 28, 28], [])])).toEqual({
      key: 'idxEmpty',
      values: { name: 'none', shape: '0 × 28 × 28' },
    });
    expect((await problem(['flat', writeIdx([3, 0, 28], [])])).key).toBe('idxEmpty');
    const blank = { key: 'picturesBlank', values: { name: 'black', count: 3 } };
    expect(await problem(['black', writeIdx([3, 2, 2], new Uint8Array(12))])).toEqual(blank);
    expect(await problem(['huge', writeIdx([1_000_000, 28, 28], [])])).toEqual({
      key: 'picturesTooLarge',
      values: { name: 'huge', size: 748, limit: 256 },
    });
    // A line of pixels would become a square of ten billion.
    expect((await problem(['line', writeIdx([1, 1, 100_000], new Uint8Array(100_000))])).key).toBe('picturesTooLarge');
  });
});

test('a packed file is not unpacked much further than asked', async () => {
  const bomb = new Blob([await gzip(new Uint8Array(2 ** 24))]);
  expect(bomb.size).toBeLessThan(2 ** 15);
  const { length } = await unpack(bomb, 'bomb.gz', 1000);
  expect(length).toBeGreaterThan(1000);
  expect(length).toBeLessThan(2 ** 20);
});

const folder = new URL('../../../../../shared/data/mnist/', import.meta.url);

describe.skipIf(!existsSync(folder))('MNIST (skipped where ../shared/data is absent)', () => {
  const file = (name: string) => named(name, new Uint8Array(readFileSync(new URL(`${name}-ubyte.gz`, folder))));

  test('four files: training and test pictures, with the labels of each', async () => {
    const sets = await readIdx(
      ['t1k', 'train'].flatMap((part) => [file(`${part}-labels-idx1`), file(`${part}-images-idx3`)]),
    );
    expect(sets.map(({ name, size, count }) => [name, size, count])).toEqual([
      ['t1k-images-idx3', 28, 1000],
      ['train-images-idx3', 28, 6000],
    ]);
    const [rest, train] = sets;
    if (!rest || !train) throw new Error('not read');
    for (const { classes, labels } of sets) {
      expect(classes).toEqual(Array.from({ length: 10 }, (_, digit) => String(digit)));
      expect(new Set(labels).size).toBe(10);
    }
    const few = (set: typeof rest, count: number) => ({ ...shrink(set, 12), count });
    expect(neighboursAccuracy(few(train, 2000), few(rest, 200), 3)).toBeGreaterThan(0.88);
  });
});
