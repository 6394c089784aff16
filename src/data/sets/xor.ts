import { collect } from './collect';
import { between, jitter, sign } from './draw';
import type { PointSet } from './set';

/** Half the gap between the quadrants. */
const padding = 0.3;

/** Four quadrants; class 1 where x and y have the same sign. Noise moves points by up to ±2. */
export const xor: PointSet = {
  id: 'xor',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const same = i % 2 === 1;
      const side = sign(random);
      const x = side * between(random, padding, padding + 5);
      const y = (same ? side : -side) * between(random, padding, padding + 5);
      return [x + jitter(random, 2 * noise), y + jitter(random, 2 * noise), same ? 1 : 0];
    }),
};
