import { stream } from '../../../random/stream';
import { between } from '../../sets/draw';
import { generatedSeries } from '../series/generated';
import type { SequenceTask } from './task';

/** Steps after which all three waves are back where they began. */
const period = 48;
const components = [
  { repeats: 1, size: 1 },
  { repeats: 3, size: 0.6 },
  { repeats: 8, size: 0.3 },
] as const;

/** Three sine waves of different lengths, with phases of the seed's. Noise adds up to half a wave's height. */
export const waves: SequenceTask = {
  id: 'waves',
  kind: 'series',
  settings: ['samples', 'noise', 'trainFraction', 'window', 'horizon', 'season', 'measure'],
  defaults: { samples: 600, trainFraction: 0.8, window: 24, horizon: 12, noise: 0.1 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const drawn = components.map((component) => ({ ...component, phase: between(random, 0, 2 * Math.PI) }));
    const values = Float64Array.from({ length: options.samples }, (_, i) => {
      const wave = drawn.reduce(
        (sum, { repeats, size, phase }) => sum + size * Math.sin((2 * Math.PI * repeats * i) / period + phase),
        0,
      );
      return wave + 0.5 * options.noise * random.normal();
    });
    return generatedSeries('waves', values, options, period);
  },
};
