import './tasks.css';
import { useMemo } from 'react';
import { distributionIds, distributions } from '../data/distributions';
import { isPictureSet } from '../data/imitated/sets';
import { distributionPicture, type Place } from './distributionPicture';
import { PicturesThumbnail } from './PicturesThumbnail';

/** Side of the square that is drawn in; it is scaled to the room there is. */
const side = 48;

const at = ([x, y]: Place) => `${(x * side).toFixed(1)} ${(y * side).toFixed(1)}`;

/** A glimpse of what is imitated: some of its points, or its density. */
export function DistributionThumbnail({ dataset }: { readonly dataset: string }) {
  return isPictureSet(dataset) ? <PicturesThumbnail dataset={dataset} /> : <PointsThumbnail dataset={dataset} />;
}

function PointsThumbnail({ dataset }: { readonly dataset: string }) {
  const id = distributionIds.find((known) => known === dataset);
  const picture = useMemo(() => id && distributionPicture(distributions[id]), [id]);
  return (
    <svg className="thumbnail task" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {picture?.kind === 'points' && (
        // Lines of no length, whose round ends are the points.
        <path className="imitated-points" d={picture.points.map((place) => `M${at(place)}h0`).join('')} />
      )}
      {picture?.kind === 'density' && (
        <>
          <path className="imitated-ground" d={`M${picture.points.map(at).join('L')}V${0.84 * side}H3z`} />
          <path className="imitated-curve" d={`M${picture.points.map(at).join('L')}`} />
        </>
      )}
    </svg>
  );
}
