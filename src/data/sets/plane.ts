import { collect } from './collect';
import { between } from './draw';
import type { PointSet } from './set';

const extent = 6;

/** A slope, (x + y) / 12, from −1 to 1. Noise is added to the value, with a deviation of 0.5 at its most. */
export const plane: PointSet = {
  id: 'plane',
  coordinates: ['x', 'y'],
  extent,
  target: 'number',
  generate: (random, { samples, noise }) =>
    collect(samples, 2, () => {
      const x = between(random, -extent, extent);
      const y = between(random, -extent, extent);
      return [x, y, (x + y) / (2 * extent) + 0.5 * noise * random.normal()];
    }),
};
