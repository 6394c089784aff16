import './tasks.css';
import { useMemo } from 'react';
import { distributionIds, distributions } from '../data/distributions';
import { drawnPictureIds } from '../data/imitated/sets';
import { distributionPicture, type Place } from './distributionPicture';
import { PicturesThumbnail } from './PicturesThumbnail';

/** Side of the square that is drawn in; it is scaled to the room there is. */
const side = 48;

const at = ([x, y]: Place) => `${(x * side).toFixed(1)} ${(y * side).toFixed(1)}`;

/** Signs of what a person brings. */
const ownSigns: Readonly<Record<string, string>> = {
  // A pen.
  drawn: 'M10 38l3-10L32 9l7 7-19 19zM28 13l7 7M13 28l7 7',
  // Rows and columns.
  table: 'M8 11h32v26H8zM8 19h32M8 28h32M19 11v26',
  // A frame with a hill and the sun.
  pictures: 'M8 10h32v28H8zM8 33l9-10 7 7 5-5 11 11M30 18a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
};

/** A glimpse of what is imitated: some of its points or pictures, or its density; a sign for a person's own. */
export function DistributionThumbnail({ dataset }: { readonly dataset: string }) {
  const drawn = drawnPictureIds.find((id) => id === dataset);
  if (drawn) return <PicturesThumbnail dataset={drawn} />;
  const ownSign = ownSigns[dataset];
  if (!ownSign) return <PointsThumbnail dataset={dataset} />;
  return (
    <svg className="thumbnail task" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <path className="own" d={ownSign} />
    </svg>
  );
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
