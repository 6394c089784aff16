import { collect } from './collect';
import { between, jitter } from './draw';
import type { PointSet } from './set';

/** A disc of radius 2.5 (class 1) in a ring from 3.5 to 5 (class 0). Noise moves points by up to ±5/3. */
export const circle: PointSet = {
  id: 'circle',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const inner = i % 2 === 1;
      const r = inner ? between(random, 0, 2.5) : between(random, 3.5, 5);
      const angle = between(random, 0, 2 * Math.PI);
      const reach = (noise * 5) / 3;
      return [r * Math.sin(angle) + jitter(random, reach), r * Math.cos(angle) + jitter(random, reach), inner ? 1 : 0];
    }),
};
