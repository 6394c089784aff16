import { between } from '../sets/draw';
import type { Distribution } from './distribution';
import { drawNumbers } from './draw';

const reach = 3;

/** Every value between −3 and 3 equally likely: flat, with two edges. */
export const uniform: Distribution = {
  id: 'uniform',
  coordinates: ['x'],
  extent: 4,
  sample: drawNumbers((random) => between(random, -reach, reach)),
  density: ({ 0: x = 0 }) => (Math.abs(x) <= reach ? 1 / (2 * reach) : 0),
};
