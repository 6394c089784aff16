import { readIdx } from './idx';
import type { PictureNote } from './note';
import { type DecodePicture, isPicture, type PictureFile, readPictures } from './pictures';
import { type ImageSet, imageSizes } from './set';
import { shrink } from './shrink';
import { readZip } from './zip';

/** Pictures that a person brought along, and what is to be known of them. */
export interface PictureSource {
  readonly set: ImageSet;
  readonly notes: readonly PictureNote[];
}

/** No network here reads larger pictures, so that no more of them is kept. */
const mostSide = Math.max(...imageSizes);

/** As MNIST and its kin are called; in a folder there may be other files beside them. */
const idxName = /(?:idx[13]|ubyte)[^/]*$|\.gz$/i;

const zipName = /\.zip$/i;

/** Whether a file is read as pictures by its name. */
export const isPictureFile = (path: string) => isPicture(path) || idxName.test(path) || zipName.test(path);

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The folder that all is in, or else the first file without its ending. */
function nameOf([first]: readonly PictureFile[]): string {
  const path = first?.path ?? '';
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.\w+$/, '');
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** All pictures as one set, of the size of the smallest; with classes where all have them. */
function joined(sets: readonly ImageSet[], name: string): ImageSet {
  const size = Math.min(mostSide, ...sets.map((set) => set.size));
  const labels = sets.flatMap((set) => set.labels ?? []);
  const labelled = labels.length === sets.length;
  return {
    name,
    size,
    count: sets.reduce((sum, set) => sum + set.count, 0),
    pixels: concatenated(sets.map((set) => shrink(set, size).pixels)),
    labels: labelled ? concatenated(labels) : null,
    classes: labelled ? (sets[0]?.classes ?? []) : [],
  };
}

/** What is in archives, in their place. */
async function unpacked(files: readonly PictureFile[]): Promise<readonly PictureFile[]> {
  const open = async (file: PictureFile) =>
    zipName.test(file.path) ? readZip(file.file, baseName(file.path)) : [file];
  return (await Promise.all(files.map(open))).flat();
}

/**
 * Reads pictures: files that are some by their name, with folders or names as classes, packed or not, or else IDX files.
 * @throws {Problem} as `readPictures`, `readZip` and `readIdx` do.
 */
export async function readImages(given: readonly PictureFile[], decode: DecodePicture): Promise<PictureSource> {
  const files = await unpacked(given);
  const idx = files.filter(({ path }) => idxName.test(path));
  if (idx.length === 0 || files.some(({ path }) => isPicture(path)))
    return await readPictures(files, { name: nameOf(given), size: mostSide, decode });
  const sets = await readIdx(idx.map(({ path, file }) => ({ name: baseName(path), file })));
  return { set: joined(sets, nameOf(idx)), notes: [] };
}
