import type { Distribution } from './distribution';
import { drawNumbers, normalDensity } from './draw';

const mean = 0.7;
const deviation = 0.05;

/**
 * Real values for the article's generator, whose one output is a sigmoid. The article gives none: only noise, ten
 * normal numbers, and the label 1 of what is real. Here they are a narrow hump inside of 0 … 1, away from its middle,
 * where a generator of small weights starts.
 */
export const articleGen: Distribution = {
  id: 'articleGen',
  coordinates: ['x'],
  extent: 1,
  // 1 lies six deviations away: drawing again changes the density by a billionth.
  sample: drawNumbers((random) => {
    for (;;) {
      const value = mean + deviation * random.normal();
      if (value >= 0 && value <= 1) return value;
    }
  }),
  density: ({ 0: x = 0 }) => (x >= 0 && x <= 1 ? normalDensity(x - mean, deviation) : 0),
};
