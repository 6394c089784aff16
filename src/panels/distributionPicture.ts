import type { Distribution } from '../data/distributions/distribution';
import { stream } from '../random/stream';

export type Place = readonly [x: number, y: number];

/** What is drawn of a distribution in a little square: points of the plane, or the density along the line. */
export type DistributionPicture =
  | { readonly kind: 'points'; readonly points: readonly Place[] }
  | { readonly kind: 'density'; readonly points: readonly Place[] };

const pointsDrawn = 150;
const curvePlaces = 61;
/** Share of the square that is left free at each side. */
const margin = 0.06;

const unit = (value: number, extent: number) => margin + (1 - 2 * margin) * ((value / extent + 1) / 2);

/** Coordinates are 0 … 1 from the left and from the top. */
export function distributionPicture({ coordinates, extent, sample, density }: Distribution): DistributionPicture {
  if (coordinates.length === 2) {
    const drawn = sample(stream(3, 'thumbnail'), pointsDrawn);
    const points = Array.from({ length: pointsDrawn }, (_, i): Place => {
      return [unit(drawn[2 * i] ?? 0, extent), 1 - unit(drawn[2 * i + 1] ?? 0, extent)];
    });
    return { kind: 'points', points };
  }
  const places = Array.from({ length: curvePlaces }, (_, i) => extent * ((2 * i) / (curvePlaces - 1) - 1));
  const heights = places.map((x) => density?.([x]) ?? 0);
  const highest = Math.max(...heights) || 1;
  const points = places.map((x, i): Place => [unit(x, extent), 0.84 - 0.64 * ((heights[i] ?? 0) / highest)]);
  return { kind: 'density', points };
}
