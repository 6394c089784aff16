import { describe, expect, test } from 'vitest';
import { decodePicture } from '../../src/data/images/decode';
import { readPictures } from '../../src/data/images/pictures';

/** A white picture with a black square of half its side in the middle, as a file of a kind. */
function drawn(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D context');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.fillRect(width / 4, height / 4, width / 2, height / 2);
  return canvas.convertToBlob({ type });
}

describe('decoded pictures', () => {
  test.each(['image/png', 'image/jpeg', 'image/webp'])('of the type %s are what was drawn', async (type) => {
    const file = await drawn(16, 16, type);
    expect(file.type).toBe(type);
    const { set, notes } = await readPictures([{ path: `a.${type.slice(6)}`, file }], {
      name: 'a',
      size: 4,
      decode: decodePicture,
    });
    expect(notes).toEqual([]);
    const ink = [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    expect([...set.pixels].map((level) => Math.round(level / 255))).toEqual(ink);
  });

  test('that are large are scaled down on the way', async () => {
    const { width, height, data } = await decodePicture(await drawn(2000, 1000, 'image/png'));
    expect([width, height]).toEqual([512, 256]);
    expect(data.length).toBe(4 * 512 * 256);
  });

  test('that are none are counted', async () => {
    const files = [
      { path: '1.png', file: await drawn(8, 8, 'image/png') },
      { path: '2.png', file: new Blob(['no picture']) },
      { path: '3.png', file: (await drawn(8, 8, 'image/png')).slice(0, 20) },
    ];
    const { set, notes } = await readPictures(files, { name: 'a', size: 8, decode: decodePicture });
    expect(set.count).toBe(1);
    expect(notes).toEqual([{ kind: 'brokenPictures', count: 2, name: '2.png' }]);
  });
});
