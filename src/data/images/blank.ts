import { Problem } from '../../problem';
import type { ImageSet } from './set';

/** The same set, unless none of its pictures shows anything. @throws {Problem} `picturesBlank`. */
export function refuseBlank(set: ImageSet): ImageSet {
  const { pixels, size, count, name } = set;
  const width = size * size;
  for (let i = 0; i < count; i++)
    for (let j = 1; j < width; j++) if (pixels[i * width + j] !== pixels[i * width]) return set;
  throw new Problem('picturesBlank', { name, count });
}
