import { collect } from './collect';
import { between } from './draw';
import type { PointSet } from './set';

const extent = 6;

/** A wave with a ripple over one coordinate, within ±1. Noise has a deviation of 0.5 at its most. */
export const curve: PointSet = {
  id: 'curve',
  coordinates: ['x'],
  extent,
  target: 'number',
  generate: (random, { samples, noise }) =>
    collect(samples, 1, () => {
      const x = between(random, -extent, extent);
      return [x, 0.65 * Math.sin(x) + 0.35 * Math.cos(2.3 * x) + 0.5 * noise * random.normal()];
    }),
};
