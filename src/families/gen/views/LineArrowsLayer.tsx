import { useMemo } from 'react';
import type { Box } from '../../../canvas/surface';
import { ArrowsLayer } from './ArrowsLayer';

interface Props {
  readonly box: Box;
  readonly values: Float32Array;
  readonly pull: Float32Array;
  readonly extent: number;
}

/** Rows that arrows of a line stand in, one above the other, and how high they reach in the plot. */
const [rows, reach] = [10, 0.3];
const mostArrows = 60;

/** Where the generator's loss sends its values: arrows to the left and right, in rows so that they do not cover each other. */
export function LineArrowsLayer({ box, values, pull, extent }: Props) {
  const [points, pulls] = useMemo(() => {
    const count = Math.min(mostArrows, pull.length);
    const at = new Float32Array(2 * count);
    const along = new Float32Array(2 * count);
    for (let i = 0; i < count; i++) {
      at[2 * i] = values[i] as number;
      at[2 * i + 1] = extent * (2 * reach * (((i % rows) + 0.5) / rows) - 1);
      along[2 * i] = pull[i] as number;
    }
    return [at, along] as const;
  }, [values, pull, extent]);
  return <ArrowsLayer box={box} points={points} pull={pulls} extent={extent} />;
}
