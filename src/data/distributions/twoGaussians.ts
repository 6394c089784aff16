import { mixture } from './mixture';

/** Two round clouds. One of GAN Lab's shapes (Kahng et al. 2019), by a formula of our own. */
export const twoGaussians = mixture({
  id: 'twoGaussians',
  coordinates: ['x', 'y'],
  extent: 3,
  centres: [
    [-1.2, -1],
    [1.2, 1],
  ],
  deviation: 0.4,
});
