import { collect } from './collect';
import type { PointSet } from './set';

const radius = 4;

/** As many normal clouds as there are classes, on a circle. Noise widens them from a deviation of 0.35 to 1.55. */
export const clusters: PointSet = {
  id: 'clusters',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 'chosen',
  generate: (random, { samples, noise, classes }) =>
    collect(samples, 2, (i) => {
      const label = i % classes;
      const angle = (2 * Math.PI * label) / classes;
      const deviation = 0.35 + 1.2 * noise;
      return [
        radius * Math.sin(angle) + deviation * random.normal(),
        radius * Math.cos(angle) + deviation * random.normal(),
        label,
      ];
    }),
};
