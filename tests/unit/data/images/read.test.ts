import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DecodePicture } from '../../../../src/data/images/pictures';
import { isPictureFile, readImages } from '../../../../src/data/images/read';
import { summarizePictures } from '../../../../src/data/images/summary';
import { buildImitated } from '../../../../src/data/imitated/build';
import { Problem } from '../../../../src/problem';
import { gzip, writeIdx } from './idxFiles';

/** A picture of one pixel whose level is its file's first byte. */
const decode: DecodePicture = async (file) => {
  const [level = 0] = new Uint8Array(await file.arrayBuffer());
  return { width: 2, height: 1, data: new Uint8ClampedArray([0, 0, 0, 255, level, level, level, 255]) };
};
const file = (path: string, ...bytes: number[]) => ({ path, file: new Blob([new Uint8Array(bytes)]) });
const idx = (path: string, shape: number[], values: ArrayLike<number>) => ({
  path,
  file: new Blob([writeIdx(shape, values)]),
});

describe('pictures that are opened together', () => {
  test('are a folder with folders as classes', async () => {
    const read = await readImages(
      [file('pets/cats/1.png', 200), file('pets/dogs/1.png', 90), file('pets/cats/2.png', 80), file('pets/read.me', 1)],
      decode,
    );
    expect(summarizePictures(read)).toEqual({
      name: 'pets',
      count: 3,
      size: 28,
      classes: [
        { name: 'cats', count: 2 },
        { name: 'dogs', count: 1 },
      ],
      notes: [{ kind: 'otherFiles', count: 1 }],
    });
  });

  test('are what is in an archive, as if it were a folder; one that cannot be unpacked is refused', async () => {
    const packed = zipSync({
      'cats/1.png': Uint8Array.of(200),
      'dogs/1.png': Uint8Array.of(90),
      'read.me': Uint8Array.of(1),
    });
    const read = await readImages([{ path: 'pets.zip', file: new Blob([packed]) }], decode);
    expect(summarizePictures(read)).toMatchObject({
      name: 'pets',
      count: 2,
      classes: [
        { name: 'cats', count: 1 },
        { name: 'dogs', count: 1 },
      ],
    });
    const broken = { path: 'pets.zip', file: new Blob([packed.slice(0, -30)]) };
    await expect(readImages([broken], decode)).rejects.toMatchObject({ key: 'zipBroken' });
  });

  test('are IDX files, several of them as one set of the smallest size, whatever else is in the folder', async () => {
    const packed = {
      path: 'set/b-images-idx3-ubyte.gz',
      file: new Blob([await gzip(writeIdx([1, 2, 2], [9, 8, 7, 6]))]),
    };
    const { set, notes } = await readImages(
      [
        idx(
          'set/a-images-idx3-ubyte',
          [2, 4, 4],
          Array.from({ length: 32 }, (_, i) => (i % 2) * 100),
        ),
        packed,
        idx('set/a-labels-idx1-ubyte', [2], [7, 3]),
        idx('set/b-labels-idx1-ubyte', [1], [7]),
        file('set/LICENSE', 1, 2),
      ],
      decode,
    );
    expect(notes).toEqual([]);
    expect(set).toMatchObject({ name: 'set', size: 2, count: 3, classes: ['3', '7'] });
    expect([...set.pixels]).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 9, 8, 7, 6]);
    expect([...(set.labels ?? [])]).toEqual([1, 0, 1]);
  });

  test('have no classes where some have no labels', async () => {
    const { set } = await readImages(
      [
        idx('a-images-idx3-ubyte', [2, 1, 1], [0, 9]),
        idx('b-images-idx3-ubyte', [1, 2, 2], [1, 2, 3, 4]),
        idx('b-labels-idx1-ubyte', [1], [1]),
      ],
      decode,
    ).catch((error: Problem) => ({ set: error.key }));
    // A picture of one pixel shows nothing.
    expect(set).toBe('picturesBlank');
    const read = await readImages(
      [
        idx('a-images-idx3-ubyte', [2, 2, 2], [0, 9, 0, 9, 0, 1, 1, 1]),
        idx('b-images-idx3-ubyte', [1, 2, 2], [1, 2, 3, 4]),
        idx('b-labels-idx1-ubyte', [1], [1]),
      ],
      decode,
    );
    expect(read.set).toMatchObject({ count: 3, labels: null, classes: [] });
  });

  test('are refused where none is a picture', async () => {
    const refused = await readImages([file('a.txt', 1)], decode).catch((error: unknown) => error);
    expect(refused).toMatchObject({ key: 'noPictures' });
  });

  test('are known by their names', () => {
    const names = ['a.PNG', 'x/train-images.idx3-ubyte', 't10k-labels-idx1-ubyte.gz', '.hidden.png', 'a.csv', 'a.txt'];
    expect(names.map(isPictureFile)).toEqual([true, true, true, false, false, false]);
  });
});

describe('own pictures to be imitated', () => {
  const count = 20;
  const pixels = Uint8Array.from({ length: 16 * count }, (_, i) => Math.floor(i / 16));
  const set = {
    name: 'own',
    size: 4,
    count,
    pixels,
    labels: Uint8Array.from({ length: count }, (_, i) => (i < 10 ? 0 : 1)),
    classes: ['a', 'b'],
  };
  const options = {
    dataset: 'pictures',
    samples: 100,
    trainFraction: 0.8,
    size: '16',
    columns: {},
    condition: '',
  } as const;

  test('are mixed, no larger than they are, and every one in one part', () => {
    const { info, train, test } = buildImitated(options, 1, 'sigmoid', { pictures: { set, notes: [] } });
    expect(info).toMatchObject({ imitates: 'pictures', name: 'own', rows: 20, size: 4, classes: ['a', 'b'] });
    expect([train.count, test.count]).toEqual([16, 4]);
    const levels = [...train.rows, ...test.rows].filter((_, i) => i % 16 === 0).map((value) => Math.round(255 * value));
    expect(levels.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(levels).not.toEqual(levels.toSorted((a, b) => a - b));
    levels.slice(0, 16).forEach((level, i) => expect(train.labels?.[2 * i]).toBe(level < 10 ? 1 : 0));
    // Each class has its share in both parts.
    expect(test.labels?.reduce((sum, value, i) => sum + (i % 2 === 0 ? value : 0), 0)).toBe(2);
  });

  test('are shrunk, and no more of them taken than asked for', () => {
    const { info, train, test } = buildImitated({ ...options, size: '8', samples: 10 }, 1, 'tanh', {
      pictures: { set: { ...set, size: 16, count: 20, pixels: new Uint8Array(256 * 20) }, notes: [] },
    });
    expect(info).toMatchObject({ size: 8, rows: 10, ink: 'signed' });
    expect(train.count + test.count).toBe(10);
  });

  test('are asked for where there are none', () => {
    expect(() => buildImitated(options, 1, 'tanh')).toThrow(expect.objectContaining({ key: 'picturesAbsent' }));
  });
});
