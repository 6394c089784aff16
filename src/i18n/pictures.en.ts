import type { PictureNote } from '../data/images/note';

/** By kind of note; the values are the note's. */
export const pictureNotes: Readonly<Record<PictureNote['kind'], string>> = {
  brokenPictures: '{count} pictures left out that cannot be read, the first of them {name}',
  otherFiles: '{count} files left out that are no pictures',
  manyClasses: '{count} different names are more than the {limit} that can be classes: the pictures have none',
};
