import { Problem } from '../../problem';
import { sortCategories } from '../table/types';
import { refuseBlank } from './blank';
import { fitPicture } from './fit';
import type { PictureNote } from './note';
import type { ImageSet } from './set';

/** A file of a folder or an archive, with its path in it. */
export interface PictureFile {
  readonly path: string;
  readonly file: Blob;
}

/** Four bytes a pixel, not premultiplied. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Rejects what is no picture. */
export type DecodePicture = (file: Blob) => Promise<RgbaPicture>;

const megabyte = 2 ** 20;
const mostPictures = 70_000;
const mostBytes = 512 * megabyte;
const mostClasses = 100;

const pictureName = /\.(?:png|jpe?g|gif|webp|bmp|avif)$/i;
/** What systems leave behind in folders and archives. */
const hiddenName = /(?:^|\/)(?:\.|__MACOSX\/)/;

/** Whether a file is a picture by its name. */
export const isPicture = (path: string) => pictureName.test(path) && !hiddenName.test(path);

/** Whether so many pictures of so many bytes can be read. @throws {Problem} `picturesTooMany`, `picturesTooLarge`. */
export function checkAmount(count: number, bytes: number, name: string): void {
  if (count > mostPictures) throw new Problem('picturesTooMany', { name, count, limit: mostPictures });
  if (bytes > mostBytes)
    throw new Problem('picturesTooLarge', { name, size: Math.ceil(bytes / megabyte), limit: mostBytes / megabyte });
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string) => path.split('/').at(-2) ?? '';

/**
 * The class that the name of a file speaks of: what stands before its number, as in `cat_12.png`, `cat.12.jpg`,
 * `cat (12).png`, `cat12.png` and `7-0012.png`; '' where it is a number alone.
 */
export function catFromName(path: string): string {
  const stem = baseName(path).replace(/\.[^.]*$/, '');
  const [, parted] = /^(.*[^\s_.()-])[\s_.()-]+\d+\)?$/.exec(stem) ?? [];
  const [, joined] = /^(.*[^\d\s_.()-])\d+$/.exec(stem) ?? [];
  return parted ?? joined ?? (/^\d*$/.test(stem) ? '' : stem);
}

interface Classes {
  readonly names: readonly string[];
  readonly classes: readonly string[];
}

/** Classes by folder where there are several; else by name, where a class has two pictures or more on average. */
function classesOf(paths: readonly string[]): Classes | null {
  for (const [nameOf, most] of [[folderOf, paths.length] as const, [catFromName, paths.length / 2] as const]) {
    const names = paths.map(nameOf);
    const classes = sortCategories(new Set(names));
    if (!classes.includes('') && classes.length >= 2 && classes.length <= most) return { names, classes };
  }
  return null;
}

/**
 * The files that are pictures by their name, in the order of their paths, and a note on the others.
 * @throws {Problem} `picturesTooMany`, `picturesTooLarge`.
 */
function choosePictures(files: readonly PictureFile[], name: string) {
  const seen = files.filter(({ path }) => !hiddenName.test(path));
  const order = new Intl.Collator('en', { numeric: true });
  const chosen = seen.filter(({ path }) => isPicture(path)).sort((a, b) => order.compare(a.path, b.path));
  checkAmount(
    chosen.length,
    chosen.reduce((sum, { file }) => sum + file.size, 0),
    name,
  );
  const others = seen.length - chosen.length;
  const notes: PictureNote[] = others > 0 ? [{ kind: 'otherFiles', count: others }] : [];
  return { chosen, notes };
}

/**
 * Grey pictures of one size from pictures of any size and colour; see `fitPicture`. Their classes are the folders they
 * lie in, or what their names begin with.
 * @throws {Problem} for too many or too large files, for none that can be read, and where all of them are blank.
 */
export async function readPictures(
  files: readonly PictureFile[],
  { name, size, decode }: { readonly name: string; readonly size: number; readonly decode: DecodePicture },
): Promise<{ readonly set: ImageSet; readonly notes: readonly PictureNote[] }> {
  const { chosen, notes } = choosePictures(files, name);
  const pixels = new Uint8Array(chosen.length * size * size);
  const paths: string[] = [];
  const broken: string[] = [];
  for (const { path, file } of chosen) {
    const picture = await decode(file).catch(() => null);
    if (picture && picture.width > 0 && picture.height > 0) {
      pixels.set(fitPicture(picture.data, picture.width, picture.height, size), paths.length * size * size);
      paths.push(path);
    } else broken.push(path);
  }
  const count = paths.length;
  if (count === 0) throw new Problem('noPictures', { name, count: files.length });
  const [firstBroken] = broken;
  if (firstBroken !== undefined) notes.push({ kind: 'brokenPictures', count: broken.length, name: firstBroken });

  const found = classesOf(paths);
  const fits = found !== null && found.classes.length <= mostClasses;
  if (found && !fits) notes.push({ kind: 'manyClasses', count: found.classes.length, limit: mostClasses });
  const set = refuseBlank({
    name,
    size,
    count,
    pixels: pixels.slice(0, count * size * size),
    labels: fits ? Uint8Array.from(found.names, (one) => found.classes.indexOf(one)) : null,
    classes: fits ? found.classes : [],
  });
  return { set, notes };
}
