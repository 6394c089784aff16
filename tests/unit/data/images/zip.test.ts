import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readZip } from '../../../../src/data/images/zip';
import { rejection } from '../helpers';

const zip = (files: Record<string, Uint8Array>) => zipSync(files);
const content = Uint8Array.from({ length: 500 }, (_, i) => i % 7);

/** The place of the first central directory entry. */
function directory(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2) return i;
  throw new Error('no directory');
}

describe('a zip archive', () => {
  test('gives its pictures by their paths, and other files by name alone', async () => {
    const packed = zip({
      'a/': new Uint8Array(),
      'a/1.png': content,
      'b/2.png': content.slice(1),
      'note.txt': content,
    });
    const files = await readZip(new Blob([packed]), 'a.zip');
    expect(files.map(({ path, file }) => [path, file.size])).toEqual([
      ['a/1.png', 500],
      ['b/2.png', 499],
      ['note.txt', 0],
    ]);
    expect(new Uint8Array((await files[0]?.file.arrayBuffer()) ?? [])).toEqual(content);
  });

  test('that is none, or is cut short or damaged, is refused', async () => {
    const packed = zip({ 'a/1.png': content });
    const damaged = packed.slice();
    damaged.fill(0xff, 40, 50);
    for (const bytes of [content, packed.slice(0, -30), damaged, new Uint8Array()])
      expect(await rejection(readZip(new Blob([bytes]), 'a.zip'))).toMatchObject({
        key: 'zipBroken',
        values: { name: 'a.zip' },
      });
  });

  test('that says to be huge is not unpacked', async () => {
    const packed = zip({ 'a/1.png': content });
    new DataView(packed.buffer).setUint32(directory(packed) + 24, 2 ** 30, true);
    expect((await rejection(readZip(new Blob([packed]), 'a.zip'))).toData()).toEqual({
      key: 'picturesTooLarge',
      values: { name: 'a.zip', size: 1024, limit: 512 },
    });
  });

  test('that says to be smaller than it is is unpacked no further', async () => {
    const packed = zip({ 'a/1.png': new Uint8Array(2 ** 20) });
    new DataView(packed.buffer).setUint32(directory(packed) + 24, 100, true);
    const files = await readZip(new Blob([packed]), 'a.zip').catch(() => []);
    for (const { file } of files) expect(file.size).toBeLessThanOrEqual(100);
  });
});
