import { collect } from './collect';
import { between } from './draw';
import type { PointSet } from './set';

const scale = 3.2;

/** Two interlocking half circles. Noise adds normal displacement, of deviation 1.6 at its most. */
export const moons: PointSet = {
  id: 'moons',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const lower = i % 2 === 1;
      const angle = between(random, 0, Math.PI);
      const x = lower ? 0.5 - Math.cos(angle) : Math.cos(angle) - 0.5;
      const y = lower ? 0.25 - Math.sin(angle) : Math.sin(angle) - 0.25;
      const deviation = 1.6 * noise;
      return [scale * x + deviation * random.normal(), scale * y + deviation * random.normal(), lower ? 1 : 0];
    }),
};
