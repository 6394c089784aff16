import { pixelsOf, rowsOfPixels } from '../../data/images/set';
import type { ImitatedExamples } from '../../data/imitated/build';
import type { PicturesInfo } from '../../data/imitated/info';
import { median } from '../../data/statistics';
import type { NearestPictures } from '../../worker/protocol';
import { nearestOf, nearestTraining } from './quality/neighbours';

const neighbours = 5;
/** Held-out pictures that tell what distance is usual: each is compared with all training pictures. */
const mostHeldOut = 60;

/** Finds the training pictures that a picture is most like. */
export function createResemblance(info: PicturesInfo, train: ImitatedExamples, test: ImitatedExamples) {
  const width = info.size ** 2;
  /** Of levels from 0 to 1, as a mean over pixels. */
  const apart = (distance: number) => distance / Math.sqrt(width) / (info.ink === 'signed' ? 2 : 1);
  let usual: number | undefined;

  function usualDistance(): number {
    const held = test.rows.subarray(0, width * mostHeldOut);
    return apart(median([...nearestTraining(held, train.rows, width).distance]));
  }

  return (picture: Uint8Array): NearestPictures => {
    if (train.count === 0) return { pixels: new Uint8Array(0), classes: [], distances: [], usual: null };
    const found = nearestOf(rowsOfPixels(picture, info.ink), train.rows, width, neighbours);
    const pixels = new Uint8Array(found.length * width);
    for (const [i, { index }] of found.entries())
      pixels.set(pixelsOf(train.rows.subarray(index * width, (index + 1) * width), info.ink), i * width);
    const classOf = (index: number) => {
      const named = info.classes.length;
      return info.classes[train.labels?.subarray(index * named, (index + 1) * named).indexOf(1) ?? -1] ?? '';
    };
    if (test.count > 0) usual ??= usualDistance();
    return {
      pixels,
      classes: found.map(({ index }) => classOf(index)),
      distances: found.map(({ distance }) => apart(distance)),
      usual: usual ?? null,
    };
  };
}
