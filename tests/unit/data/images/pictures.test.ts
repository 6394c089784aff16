import { describe, expect, test } from 'vitest';
import { drawDigits } from '../../../../src/data/images/digits';
import { fitPicture } from '../../../../src/data/images/fit';
import {
  catFromName,
  type DecodePicture,
  type PictureFile,
  type RgbaPicture,
  readPictures,
} from '../../../../src/data/images/pictures';
import { shrink } from '../../../../src/data/images/shrink';
import { rejection } from '../helpers';

/** A picture from rows of grey levels, opaque but where a level is null. */
function picture(rows: readonly (readonly (number | null)[])[]): RgbaPicture {
  const levels = rows.flat();
  const data = Uint8ClampedArray.from(
    levels.flatMap((level) => [level ?? 0, level ?? 0, level ?? 0, level === null ? 0 : 255]),
  );
  return { width: rows[0]?.length ?? 0, height: rows.length, data };
}

const filled = (width: number, height: number, level: (x: number, y: number) => number | null) =>
  picture(Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => level(x, y))));
const fit = ({ data, width, height }: RgbaPicture, size: number) => [...fitPicture(data, width, height, size)];

describe('a picture of any size', () => {
  test('becomes means of the areas that its pixels cover', () => {
    const rows = [
      [0, 0, 0, 0],
      [0, 100, 200, 0],
      [0, 40, 60, 0],
      [0, 0, 0, 0],
    ];
    expect(fit(picture(rows), 4)).toEqual(rows.flat());
    expect(fit(picture(rows), 2)).toEqual([25, 50, 10, 15]);
  });

  test('keeps its ink when its side is no multiple of the new one', () => {
    const dot = filled(7, 7, (x, y) => (x === 3 && y === 3 ? 245 : 0));
    for (const size of [2, 3, 4, 5, 6]) {
      const sum = fit(dot, size).reduce((total, level) => total + level, 0);
      expect(Math.abs(sum - (245 * size * size) / 49)).toBeLessThan(size * size * 0.5);
    }
  });

  test('is enlarged where it is smaller', () => {
    expect(
      fit(
        picture([
          [0, 0],
          [0, 200],
        ]),
        4,
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 200, 0, 0, 200, 200]);
  });

  test('lies in the middle of a square of its background', () => {
    const wide = filled(4, 2, (x) => (x === 1 ? 250 : 10));
    expect(fit(wide, 4)).toEqual([10, 10, 10, 10, 10, 250, 10, 10, 10, 250, 10, 10, 10, 10, 10, 10]);
  });

  test('is inverted where its border is light, so that ink is bright', () => {
    const dark = filled(5, 5, (x, y) => (x === 2 && y === 2 ? 255 : 0));
    const light = filled(5, 5, (x, y) => (x === 2 && y === 2 ? 0 : 255));
    expect(fit(light, 5)).toEqual(fit(dark, 5));
    // Ink that touches the border in places does not turn it over.
    const touching = filled(5, 5, (x) => (x === 2 ? 255 : 0));
    expect(fit(touching, 5).filter((level) => level === 255).length).toBe(5);
  });

  test('is seen on white where it is dark and transparent around, on black where it is light', () => {
    for (const ink of [0, 255]) {
      const cut = filled(3, 3, (x, y) => (x === 1 && y === 1 ? ink : null));
      expect(fit(cut, 3)).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
    }
  });

  test.each([
    ['red', [255, 0, 0], 76],
    ['green', [0, 255, 0], 150],
    ['blue', [0, 0, 255], 29],
  ])('is as bright where it is %s as it looks', (_, colour, level) => {
    const { data, ...shape } = filled(3, 3, () => 0);
    data.set(colour, 4 * 4);
    expect(fit({ data, ...shape }, 3)).toEqual([0, 0, 0, 0, level, 0, 0, 0, 0]);
  });
});

describe('the class in a name', () => {
  test.each([
    ['cat_12.png', 'cat'],
    ['pets/cat-0012.PNG', 'cat'],
    ['cat.12.jpg', 'cat'],
    ['cat (12).png', 'cat'],
    ['cat12.png', 'cat'],
    ['black cat 3.webp', 'black cat'],
    ['7_0001.png', '7'],
    ['0001.png', ''],
    ['cat.png', 'cat'],
    ['猫12.png', '猫'],
    ['v2_12.png', 'v2'],
  ])('of %s is “%s”', (path, name) => {
    expect(catFromName(path)).toBe(name);
  });
});

/** Files as the tests decode them: width, height, a level for each pixel. */
const raw = (path: string, width: number, height: number, level: (x: number, y: number) => number): PictureFile => {
  const levels = Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width)));
  return { path, file: new Blob([Uint8Array.from([width, height, ...levels])]) };
};
const broken = (path: string): PictureFile => ({ path, file: new Blob(['?']) });
const dot = (path: string, width = 6, height = 6) => raw(path, width, height, (x, y) => (x === 2 && y === 2 ? 255 : 0));

const decode: DecodePicture = async (file) => {
  const [width = 0, height = 0, ...levels] = new Uint8Array(await file.arrayBuffer());
  if (levels.length !== width * height) throw new Error('broken');
  return filled(width, height, (x, y) => levels[y * width + x] ?? 0);
};
const load = (...files: readonly PictureFile[]) => readPictures(files, { name: 'mine', size: 6, decode });

describe('pictures of a folder', () => {
  test('have the folders they lie in as their classes, and may be of several sizes', async () => {
    const { set, notes } = await load(
      dot('pets/dog/b.png'),
      dot('pets/cat/a.jpg', 9, 30),
      dot('pets/dog/a.png', 12, 5),
    );
    expect(notes).toEqual([]);
    expect(set).toMatchObject({ name: 'mine', size: 6, count: 3, classes: ['cat', 'dog'] });
    expect([...(set.labels ?? [])]).toEqual([0, 1, 1]);
    expect(set.pixels.length).toBe(108);
  });

  test('have what their names begin with as their classes where there is one folder', async () => {
    const { set } = await load(dot('all/9_1.png'), dot('all/10_1.png'), dot('all/9_2.png'), dot('all/10_2.png'));
    expect(set.classes).toEqual(['9', '10']);
    expect([...(set.labels ?? [])]).toEqual([0, 0, 1, 1]);
  });

  test.each([
    ['numbered', ['1.png', '2.png', '3.png', '4.png']],
    ['of one class', ['a_1.png', 'a_2.png', 'a_3.png', 'a_4.png']],
    ['all called differently', ['ann.png', 'bob.png', 'cem.png', 'dan.png']],
  ])('that are %s have no classes', async (_, names) => {
    const { set } = await load(...names.map((name) => dot(name)));
    expect(set).toMatchObject({ count: 4, labels: null, classes: [] });
  });

  test('are in the order of their paths, however they come', async () => {
    const files = [2, 10, 1].map((i) => raw(`a${i}.png`, 6, 6, (x, y) => (x === 2 && y === 2 ? 10 * i : 0)));
    const { set } = await load(...files);
    expect([14, 50, 86].map((at) => set.pixels[at])).toEqual([10, 20, 100]);
    expect(await load(...files.toReversed())).toEqual(await load(...files));
  });

  test('leave out what is broken or no picture, and say so; hidden files are no loss', async () => {
    const { set, notes } = await load(
      broken('a/3.png'),
      dot('a/1.png'),
      broken('a/2.png'),
      dot('readme.txt'),
      dot('a/.DS_Store'),
      dot('__MACOSX/a/._1.png'),
      raw('a/none.png', 0, 0, () => 0),
    );
    expect(set.count).toBe(1);
    expect(notes).toEqual([
      { kind: 'otherFiles', count: 1 },
      { kind: 'brokenPictures', count: 3, name: 'a/2.png' },
    ]);
  });

  test('have no classes where there would be too many', async () => {
    const { set, notes } = await load(...Array.from({ length: 101 }, (_, i) => dot(`${i}/a.png`)));
    expect(set.labels).toBeNull();
    expect(notes).toEqual([{ kind: 'manyClasses', count: 101, limit: 100 }]);
  });

  test('are refused where none can be read', async () => {
    const none = { key: 'noPictures', values: { name: 'mine', count: 2 } };
    expect((await rejection(load(broken('a.png'), dot('a.txt')))).toData()).toEqual(none);
    expect((await rejection(load())).values).toEqual({ name: 'mine', count: 0 });
  });

  test.each([0, 255, 90])('are refused where all of them are blank, of level %i', async (level) => {
    const blank = ['a.png', 'b.png'].map((path) => raw(path, 5, 5, () => level));
    expect((await rejection(load(...blank))).toData()).toEqual({
      key: 'picturesBlank',
      values: { name: 'mine', count: 2 },
    });
    expect((await load(...blank, dot('c.png'))).set.count).toBe(3);
  });

  test('are refused before they are read where they are too many or too large', async () => {
    const unread: DecodePicture = () => Promise.reject(new Error('was read'));
    const refusal = (files: readonly PictureFile[]) =>
      rejection(readPictures(files, { name: 'mine', size: 8, decode: unread }));
    const file = new Blob(['x']);
    const many = await refusal(Array.from({ length: 70_001 }, (_, i) => ({ path: `${i}.png`, file })));
    expect(many.toData()).toEqual({ key: 'picturesTooMany', values: { name: 'mine', count: 70_001, limit: 70_000 } });
    const large = { size: 2 ** 29 + 1 } as Blob;
    expect((await refusal([{ path: 'a.png', file: large }])).toData()).toEqual({
      key: 'picturesTooLarge',
      values: { name: 'mine', size: 513, limit: 512 },
    });
  });
});

describe('a set made smaller', () => {
  const set = drawDigits({ size: 28, count: 20, seed: 1 });

  test.each([16, 12, 8])('to %i pixels keeps its ink, its labels and its order', (size) => {
    const small = shrink(set, size);
    expect(small).toMatchObject({ name: set.name, size, count: 20, classes: set.classes });
    expect(small.labels).toEqual(set.labels);
    expect(small.pixels.length).toBe(20 * size * size);
    const mean = (pixels: Uint8Array, i: number) => {
      const width = pixels.length / 20;
      return pixels.subarray(i * width, (i + 1) * width).reduce((sum, level) => sum + level, 0) / width;
    };
    for (let i = 0; i < 20; i++) expect(Math.abs(mean(small.pixels, i) - mean(set.pixels, i))).toBeLessThan(0.3);
  });

  test('to its own size is itself', () => {
    expect(shrink(set, 28)).toBe(set);
  });
});
