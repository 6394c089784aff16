import type { PictureNote } from '../data/images/note';

/** Words for a person's own pictures. */
export const ownPictures = {
  about: 'Pictures of any kind are made grey and square. Folders, or names such as cat_12.png, become classes.',
  open: 'Open pictures…',
  hint: 'PNG, JPEG, GIF, WebP or BMP files, a zip of them, or IDX files as MNIST has them, the labels with them. Or drop them anywhere on this page. They stay on this device.',
  openFolder: 'Open folder…',
  folderHint: 'All pictures in a folder; folders in it become classes. Or drop the folder anywhere on this page.',
  count: '{count:picture|pictures}',
  classes: '{count:class|classes}',
  noClasses: 'no classes',
  classCounts: 'Pictures of each class',
  missing: 'The pictures of this run are not loaded. Open them to train on them.',
};

/** Words for taking pictures home. */
export const picturesAway = {
  png: 'Pictures PNG',
  pngHelp: 'The pictures made from the same noise, as they are now, large enough to be seen',
  webm: 'Progress WebM',
  webmHelp: 'Records the pictures made from the same noise while they are learned, until you press again',
  saveVideo: 'Save video ({seconds} s)',
  noRecorder: 'This browser cannot record video as WebM.',
  step: 'step {step}',
};

/** By kind of note; the values are the note's. */
export const pictureNotes: Readonly<Record<PictureNote['kind'], string>> = {
  brokenPictures: '{count:picture|pictures} left out that cannot be read, the first of them {name}',
  otherFiles: '{count:file|files} left out, as no pictures',
  manyClasses: '{count} different names are more than the {limit} that can be classes: the pictures have none',
};
