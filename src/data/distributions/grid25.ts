import { mixture } from './mixture';

const places = [-4, -2, 0, 2, 4];

/**
 * Twenty-five narrow modes on a grid, as in Srivastava et al., "VEEGAN: Reducing Mode Collapse in GANs using Implicit
 * Variational Learning", NeurIPS 2017, and Lin et al., "PacGAN", NeurIPS 2018.
 */
export const grid25 = mixture({
  id: 'grid25',
  coordinates: ['x', 'y'],
  extent: 5,
  centres: places.flatMap((y) => places.map((x) => [x, y])),
  deviation: 0.05,
});
