import type { Distribution } from './distribution';
import { drawNumbers, normalDensity } from './draw';

const logDeviation = 0.6;

/** Log-normal with median 1: steep on the left, and a tail on the right of which one point in 700 passes 6. */
export const skewed: Distribution = {
  id: 'skewed',
  coordinates: ['x'],
  extent: 6,
  sample: drawNumbers((random) => Math.exp(logDeviation * random.normal())),
  density: ({ 0: x = 0 }) => (x > 0 ? normalDensity(Math.log(x), logDeviation) / x : 0),
};
