import type { Distribution } from './distribution';
import { drawNumbers, normalDensity } from './draw';

const mean = 3;
const deviation = 0.5;

/** One bell: the normal distribution around 3. */
export const normal: Distribution = {
  id: 'normal',
  coordinates: ['x'],
  extent: 6,
  sample: drawNumbers((random) => mean + deviation * random.normal()),
  density: ({ 0: x = 0 }) => normalDensity(x - mean, deviation),
};
