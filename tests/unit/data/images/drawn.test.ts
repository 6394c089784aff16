import { describe, expect, test } from 'vitest';
import { drawDigits } from '../../../../src/data/images/digits';
import { type DrawnOptions, type ImageSet, imageSizes } from '../../../../src/data/images/set';
import { drawShapes } from '../../../../src/data/images/shapes';
import { nearestMeanAccuracy, neighboursAccuracy } from './classify';

/** With how often the nearest mean picture is of the right class at the least, at 8 pixels and from 12 on. */
const sets = [
  ['digits', drawDigits, [0.85, 0.85]],
  ['shapes', drawShapes, [0.7, 0.75]],
] as const;

/** Where the ink of a picture has its middle, in shares of a side, and how much of the picture it covers. */
function inkOf({ pixels, size }: ImageSet, i: number) {
  let [x, y, sum] = [0, 0, 0];
  for (const [j, level] of pixels.subarray(i * size * size, (i + 1) * size * size).entries()) {
    x += level * ((j % size) + 0.5);
    y += level * (Math.floor(j / size) + 0.5);
    sum += level;
  }
  return { x: x / sum / size, y: y / sum / size, cover: sum / 255 / size / size };
}

/** Of the pixels on the edge of a picture: the mean level, 0 to 1. */
function edgeInk({ pixels, size, count }: ImageSet): number {
  let sum = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++)
      for (const at of [j, (size - 1) * size + j, j * size, j * size + size - 1])
        sum += pixels[i * size * size + at] ?? 0;
  return sum / 255 / count / size / 4;
}

describe.each(sets)('the built-in %s', (name, draw, leastOfMean) => {
  const some = (options: Partial<DrawnOptions> = {}) => draw({ size: 16, count: 160, seed: 1, ...options });

  test('are the same for the same seed and others for another', () => {
    expect(some()).toEqual(some());
    expect(some({ seed: 2 }).pixels).not.toEqual(some().pixels);
  });

  test('are the same however many there are', () => {
    expect(some({ count: 400 }).pixels.slice(0, 160 * 256)).toEqual(some().pixels);
  });

  test('are each another picture', () => {
    const set = some({ count: 500 });
    const pictures = Array.from({ length: 500 }, (_, i) => set.pixels.subarray(i * 256, (i + 1) * 256).join());
    expect(new Set(pictures).size).toBe(500);
  });

  test.each(imageSizes)('are as many and as large as asked for, at %i pixels', (size) => {
    const set = some({ size });
    expect(set).toMatchObject({ name, size, count: 160 });
    expect(set.pixels.length).toBe(160 * size * size);
    expect(set.labels?.length).toBe(160);
  });

  test('have equally many pictures of each class', () => {
    const { labels, classes } = some();
    const counts = classes.map((_, label) => labels?.filter((one) => one === label).length);
    expect(counts).toEqual(classes.map(() => 160 / classes.length));
  });

  test.each(imageSizes)('use the whole range from background to ink, at %i pixels', (size) => {
    const set = some({ size });
    for (let i = 0; i < set.count; i++) {
      const levels = set.pixels.subarray(i * size * size, (i + 1) * size * size);
      expect(Math.min(...levels)).toBe(0);
      expect(Math.max(...levels)).toBeGreaterThan(size < 12 ? 170 : 200);
    }
  });

  test.each(imageSizes)('lie near the middle, and hardly on the edge, at %i pixels', (size) => {
    const set = some({ size });
    const inks = Array.from({ length: set.count }, (_, i) => inkOf(set, i));
    for (const { x, y, cover } of inks) {
      expect(Math.abs(x - 0.5)).toBeLessThan(0.17);
      expect(Math.abs(y - 0.5)).toBeLessThan(0.17);
      expect(cover).toBeGreaterThan(0.03);
      expect(cover).toBeLessThan(0.7);
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(inks.map(({ x }) => x))).toBeCloseTo(0.5, 1);
    expect(mean(inks.map(({ y }) => y))).toBeCloseTo(0.5, 1);
    expect(edgeInk(set)).toBeLessThan(0.1);
  });

  test.each(imageSizes)('are told apart by their likeness to others of another seed, at %i pixels', (size) => {
    const [train, rest] = [some({ size, count: 500 }), some({ size, count: 500, seed: 2 })];
    expect(nearestMeanAccuracy(train, rest)).toBeGreaterThanOrEqual(leastOfMean[size < 12 ? 0 : 1]);
    expect(neighboursAccuracy(train, rest, 3)).toBeGreaterThanOrEqual(0.95);
  });
});
