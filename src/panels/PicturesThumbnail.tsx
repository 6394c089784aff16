import { useMemo } from 'react';
import { drawDigits } from '../data/images/digits';
import { drawShapes } from '../data/images/shapes';
import type { DrawnPictureId } from '../data/imitated/sets';
import { PictureSheet } from '../views/PictureSheet';

const draw = { digits: drawDigits, shapes: drawShapes };
const size = 12;
const columns = 3;

/** A few pictures of a set. */
export function PicturesThumbnail({ dataset }: { readonly dataset: DrawnPictureId }) {
  const { pixels } = useMemo(() => draw[dataset]({ size, count: columns ** 2, seed: 3 }), [dataset]);
  return (
    <span className="thumbnail task">
      <PictureSheet pixels={pixels} size={size} columns={columns} />
    </span>
  );
}
