import { collect } from './collect';
import { jitter } from './draw';
import type { PointSet } from './set';

const radius = 5;
const turns = 1.75;

/** Two arms wound around each other. Points sit evenly along their arm; noise moves them by up to ±1. */
export const spiral: PointSet = {
  id: 'spiral',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const arm = i % 2;
      const along = (Math.floor(i / 2) + random.uniform()) / Math.ceil(samples / 2);
      const angle = turns * 2 * Math.PI * along + arm * Math.PI;
      return [
        radius * along * Math.sin(angle) + jitter(random, noise),
        radius * along * Math.cos(angle) + jitter(random, noise),
        arm,
      ];
    }),
};
