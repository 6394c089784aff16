import { between } from '../sets/draw';
import type { Distribution } from './distribution';
import { drawPoints, normalDensity } from './draw';

const half = 2.4;
const width = 0.08;
const angle = Math.PI / 6;
const [cos, sin] = [Math.cos(angle), Math.sin(angle)];

/** A slanted line: even along it, normal across. One of GAN Lab's shapes (Kahng et al. 2019), by a formula of our own. */
export const line: Distribution = {
  id: 'line',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    const along = between(random, -half, half);
    const across = width * random.normal();
    return [along * cos - across * sin, along * sin + across * cos];
  }),
  density: ({ 0: x = 0, 1: y = 0 }) =>
    Math.abs(x * cos + y * sin) <= half ? normalDensity(y * cos - x * sin, width) / (2 * half) : 0,
};
