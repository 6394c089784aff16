import type { ImageSet } from '../../../../src/data/images/set';

const picture = ({ pixels, size }: ImageSet, i: number) => pixels.subarray(i * size * size, (i + 1) * size * size);

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

function share(test: ImageSet, guess: (picture: Uint8Array) => number): number {
  let right = 0;
  for (let i = 0; i < test.count; i++) if (guess(picture(test, i)) === test.labels?.[i]) right += 1;
  return right / test.count;
}

/** The mean picture of each class, classes × size². */
function meanPictures(set: ImageSet): Float64Array[] {
  return set.classes.map((_, label) => {
    const sum = new Float64Array(set.size * set.size);
    let count = 0;
    for (let i = 0; i < set.count; i++) {
      if (set.labels?.[i] !== label) continue;
      for (const [j, level] of picture(set, i).entries()) sum[j] = (sum[j] ?? 0) + level;
      count += 1;
    }
    return sum.map((total) => total / count);
  });
}

/** How often the class with the nearest mean picture is the right one. */
export function nearestMeanAccuracy(train: ImageSet, test: ImageSet): number {
  const means = meanPictures(train);
  return share(test, (pixels) => {
    const distances = means.map((mean) => squaredDistance(pixels, mean));
    return distances.indexOf(Math.min(...distances));
  });
}

/** How often the class that most of the k nearest pictures have is the right one; of equals, that of the nearest. */
export function neighboursAccuracy(train: ImageSet, test: ImageSet, k: number): number {
  return share(test, (pixels) => {
    const nearest = Array.from({ length: train.count }, (_, i) => ({
      label: train.labels?.[i] ?? 0,
      distance: squaredDistance(pixels, picture(train, i)),
    }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, k);
    const votes = (label: number) => nearest.filter((one) => one.label === label).length;
    return nearest.reduce((best, one) => (votes(one.label) > votes(best) ? one.label : best), nearest[0]?.label ?? 0);
  });
}
