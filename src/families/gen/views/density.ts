import { distributionIds, distributions } from '../../../data/distributions';
import type { PointsInfo } from '../../../data/imitated/info';

/** Bars of a histogram along the line. */
export const bars = 72;
/** Places of a drawn curve. */
const places = 361;

/** How dense values lie in each of the bars from −extent to extent; those beyond count as values all the same. */
export function histogram(values: Float32Array, extent: number): Float32Array {
  const counts = new Float32Array(bars);
  for (const value of values) {
    const bar = Math.floor(((value / extent + 1) / 2) * bars);
    if (bar >= 0 && bar < bars) counts[bar] = (counts[bar] as number) + 1;
  }
  const barWidth = (2 * extent) / bars;
  return counts.map((count) => count / (Math.max(1, values.length) * barWidth));
}

export interface Density {
  /** From −extent to extent. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The density of what is imitated: as its formula has it, or counted. */
export function realDensity({ name, extent }: PointsInfo, points: Float32Array): Density {
  const id = distributionIds.find((known) => known === name);
  const formula = id && distributions[id].density;
  if (formula) {
    const x = Float32Array.from({ length: places }, (_, i) => extent * ((2 * i) / (places - 1) - 1));
    return { x, y: x.map((value) => formula([value])) };
  }
  const x = Float32Array.from({ length: bars }, (_, i) => extent * ((2 * i + 1) / bars - 1));
  return { x, y: histogram(points, extent) };
}
