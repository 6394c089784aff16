import { between, sign } from '../sets/draw';
import type { Distribution } from './distribution';
import { drawPoints } from './draw';

const scale = 1.6;
const deviation = 0.1;

/** Two interlocking half circles. */
export const moons: Distribution = {
  id: 'moons',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    const side = sign(random);
    const angle = between(random, 0, Math.PI);
    const x = scale * side * (Math.cos(angle) - 0.5);
    const y = scale * side * (Math.sin(angle) - 0.25);
    return [x + deviation * random.normal(), y + deviation * random.normal()];
  }),
};
