import { mixture } from './mixture';

/** Two bells apart, the right one with about twice as many points. */
export const twoHumps = mixture({
  id: 'twoHumps',
  coordinates: ['x'],
  extent: 6,
  centres: [[-2], [2]],
  deviation: 0.5,
  weights: [0.35, 0.65],
});
