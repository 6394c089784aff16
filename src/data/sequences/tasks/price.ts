import { stream } from '../../../random/stream';
import { generatedSeries } from '../series/generated';
import type { SequenceTask } from './task';

/** Daily: the mean growth, the usual size of a move, and how fast moves go back to it. */
const [drift, usual, calming] = [0.0003, 0.012, 0.03];

/**
 * A price as a random walk with drift: its logarithm moves by chance, in moves whose size itself changes and comes
 * in clusters (a stochastic volatility model: Taylor, “Modelling Financial Time Series”, 1986). The past tells how
 * far it will move and not where to: no network does better than the last price, and this shows it.
 */
export const price: SequenceTask = {
  id: 'price',
  kind: 'series',
  settings: ['samples', 'trainFraction', 'window', 'horizon', 'measure'],
  defaults: { samples: 1000, trainFraction: 0.8, window: 20, horizon: 5 },
  build(options, seed) {
    const random = stream(seed, 'data');
    let level = 100;
    let volatility = 0;
    const values = Float64Array.from({ length: options.samples }, () => {
      volatility = (1 - calming) * volatility + 0.15 * random.normal();
      level *= Math.exp(drift + usual * Math.exp(volatility / 2) * random.normal());
      return level;
    });
    return generatedSeries('price', values, { ...options, season: 0 }, 1);
  },
};
