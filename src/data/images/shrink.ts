import { averager } from './average';
import type { ImageSet } from './set';

/** The same pictures with fewer pixels, each the mean of what it covers: 28 a side as 16, 12 or 8. */
export function shrink(set: ImageSet, size: number): ImageSet {
  if (size === set.size) return set;
  const average = averager(set.size, size);
  const pixels = new Uint8Array(set.count * size * size);
  for (let i = 0; i < set.count; i++) average(set.pixels, i * set.size * set.size, pixels, i * size * size);
  return { ...set, size, pixels };
}
