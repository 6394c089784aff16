import type { Distribution } from './distribution';
import { drawPoints } from './draw';

const squares = 4;
const side = 1.2;
const reach = (squares * side) / 2;

/** The eight dark squares of a board of four by four, evenly filled. */
export const checkerboard: Distribution = {
  id: 'checkerboard',
  coordinates: ['x', 'y'],
  extent: 3,
  sample: drawPoints((random) => {
    const row = random.integer(squares);
    const column = 2 * random.integer(squares / 2) + (row % 2);
    return [side * (column + random.uniform()) - reach, side * (row + random.uniform()) - reach];
  }),
  density({ 0: x = 0, 1: y = 0 }) {
    const column = Math.floor((x + reach) / side);
    const row = Math.floor((y + reach) / side);
    const onBoard = Math.min(row, column) >= 0 && Math.max(row, column) < squares;
    return onBoard && (row + column) % 2 === 0 ? 1 / ((squares ** 2 / 2) * side ** 2) : 0;
  },
};
