import { collect } from './collect';
import { between, jitter } from './draw';
import type { PointSet } from './set';

const squares = 4;
const side = 2.5;
/** Half the gap between neighbouring squares. */
const padding = 0.15;

/** Four by four squares of alternating class. Noise moves points by up to half a square. */
export const checkerboard: PointSet = {
  id: 'checkerboard',
  coordinates: ['x', 'y'],
  extent: 6,
  target: 'classes',
  classes: 2,
  generate: (random, { samples, noise }) =>
    collect(samples, 2, (i) => {
      const label = i % 2;
      const row = random.integer(squares);
      const column = 2 * random.integer(squares / 2) + ((row + label) % 2);
      const place = (index: number) =>
        (index - squares / 2) * side + between(random, padding, side - padding) + jitter(random, (noise * side) / 2);
      return [place(column), place(row), label];
    }),
};
