import { mixture } from './mixture';

/** Three bells apart; the one in the middle has a fifth of the points, and is lost most easily. */
export const threeHumps = mixture({
  id: 'threeHumps',
  coordinates: ['x'],
  extent: 6,
  centres: [[-3.5], [0], [3.5]],
  deviation: 0.45,
  weights: [0.5, 0.2, 0.3],
});
