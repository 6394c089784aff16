import { stream } from '../../../random/stream';
import { between } from '../../sets/draw';
import { generatedSeries } from '../series/generated';
import type { SequenceTask } from './task';

const year = 12;

/** Monthly values that grow and swing with the year, and swing more the larger they are. Noise is a share of them. */
export const season: SequenceTask = {
  id: 'season',
  kind: 'series',
  settings: ['samples', 'noise', 'trainFraction', 'window', 'horizon', 'season', 'measure'],
  defaults: { samples: 240, trainFraction: 0.8, window: 24, horizon: 12, noise: 0.1 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const growth = between(random, 0.004, 0.01);
    const shape = Array.from({ length: year }, () => between(random, -0.25, 0.25));
    const values = Float64Array.from({ length: options.samples }, (_, i) => {
      const swing = shape[i % year] ?? 0;
      return 100 * Math.exp(growth * i + swing + 0.2 * options.noise * random.normal());
    });
    return generatedSeries('season', values, options, year);
  },
};
