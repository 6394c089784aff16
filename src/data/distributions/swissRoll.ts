import { between } from '../sets/draw';
import type { Distribution } from './distribution';
import { drawPoints } from './draw';

const radius = 2.5;
const innermost = 1 / 3;
const turns = 1.5;
const deviation = 0.06;

/** One band rolled up one and a half times, seen from its end. */
export const swissRoll: Distribution = {
  id: 'swissRoll',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    // The square root spreads the points evenly along the band rather than over its angles.
    const along = Math.sqrt(between(random, innermost ** 2, 1));
    const angle = (2 * Math.PI * turns * along) / (1 - innermost);
    const distance = radius * along;
    return [
      distance * Math.cos(angle) + deviation * random.normal(),
      distance * Math.sin(angle) + deviation * random.normal(),
    ];
  }),
};
