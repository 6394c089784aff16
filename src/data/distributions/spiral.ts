import { sign } from '../sets/draw';
import type { Distribution } from './distribution';
import { drawPoints } from './draw';

const radius = 2.5;
const turns = 1.25;
const deviation = 0.06;

/** Two arms wound around each other. */
export const spiral: Distribution = {
  id: 'spiral',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    const arm = sign(random);
    // The square root spreads the points evenly along the arm rather than over its angles.
    const along = Math.sqrt(random.uniform());
    const angle = 2 * Math.PI * turns * along;
    const distance = arm * radius * along;
    return [
      distance * Math.sin(angle) + deviation * random.normal(),
      distance * Math.cos(angle) + deviation * random.normal(),
    ];
  }),
};
