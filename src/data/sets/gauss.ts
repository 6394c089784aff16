import { collect } from './collect';
import type { PointSet } from './set';

/**
 * Two normal clouds around (−2, −2) and (2, 2). Their variance grows with the noise from 0.5, where one point
 * in 30,000 lies on the wrong side, to 7.5.
 */
export const gauss: PointSet = {
  id: 'gauss',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const label = i % 2;
      const centre = label === 1 ? 2 : -2;
      const deviation = Math.sqrt(0.5 + 7 * noise);
      return [centre + deviation * random.normal(), centre + deviation * random.normal(), label];
    }),
};
