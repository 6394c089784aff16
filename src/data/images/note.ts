/** What was left out of the pictures that were read, or should be known of them. */
export type PictureNote =
  /** Files that look like pictures by their name, and cannot be read as such; the name of the first. */
  | { readonly kind: 'brokenPictures'; readonly count: number; readonly name: string }
  /** Files of other kinds. */
  | { readonly kind: 'otherFiles'; readonly count: number }
  /** Too many names to be classes: the pictures have none. */
  | { readonly kind: 'manyClasses'; readonly count: number; readonly limit: number };
