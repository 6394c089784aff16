import { collect } from './collect';
import { between } from './draw';
import type { PointSet } from './set';

const extent = 6;
const hillDeviation = 1.3;
/** x, y and height of each hill; below 0 is a hollow. */
const tops: readonly (readonly [number, number, number])[] = [
  [-3.5, 3, 1],
  [0.5, 3.5, -0.8],
  [4, 1.5, 0.9],
  [-3.5, -1.5, -1],
  [0, -0.5, 0.6],
  [2.5, -3.5, -0.9],
  [-2, -4.5, 0.8],
];

function height(x: number, y: number): number {
  let sum = 0;
  for (const [cx, cy, top] of tops) sum += top * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * hillDeviation ** 2));
  return sum;
}

/** Hills and hollows, from about −1 to 1. Noise is added to the height, with a deviation of 0.5 at its most. */
export const hills: PointSet = {
  id: 'hills',
  coordinates: ['x', 'y'],
  extent,
  target: 'number',
  generate: (random, { samples, noise }) =>
    collect(samples, 2, () => {
      const x = between(random, -extent, extent);
      const y = between(random, -extent, extent);
      return [x, y, height(x, y) + 0.5 * noise * random.normal()];
    }),
};
