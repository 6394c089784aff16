import type { PictureNote } from './note';
import type { PictureSource } from './read';

/** What the page knows of pictures that were read. */
export interface PicturesSummary {
  readonly name: string;
  readonly count: number;
  /** Pixels a side. */
  readonly size: number;
  /** Empty where pictures have no classes. */
  readonly classes: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly PictureNote[];
}

export function summarizePictures({ set, notes }: PictureSource): PicturesSummary {
  const { name, count, size, labels } = set;
  const counts = new Int32Array(set.classes.length);
  for (const label of labels ?? []) counts[label] = (counts[label] ?? 0) + 1;
  const classes = set.classes.map((className, i) => ({ name: className, count: counts[i] ?? 0 }));
  return { name, count, size, classes, notes };
}
