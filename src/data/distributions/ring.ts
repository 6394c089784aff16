import type { Distribution } from './distribution';
import { drawPoints, normalDensity } from './draw';

const radius = 2;
const width = 0.12;

/** A ring, its radius normal around 2. One of GAN Lab's shapes (Kahng et al. 2019), by a formula of our own. */
export const ring: Distribution = {
  id: 'ring',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    const angle = 2 * Math.PI * random.uniform();
    const distance = radius + width * random.normal();
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  }),
  density({ 0: x = 0, 1: y = 0 }) {
    const distance = Math.hypot(x, y);
    return distance > 0 ? normalDensity(distance - radius, width) / (2 * Math.PI * distance) : 0;
  },
};
