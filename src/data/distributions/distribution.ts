import type { Stream } from '../../random/stream';

/** What a generator imitates: its metadata and its sampler, one file each. */
export interface Distribution {
  readonly id: string;
  /** Names of the coordinates: one or two. */
  readonly coordinates: readonly string[];
  /** Everything but a few points of a heavy tail lies within ±extent, in drawn units. */
  readonly extent: number;
  /** count × coordinates values, point after point. Fewer points of the same stream are the first of more. */
  sample(random: Stream, count: number): Float32Array;
  /** Centres (modes × coordinates) and common standard deviation of a mixture's modes, where there are such. */
  readonly modes?: { readonly centres: Float32Array; readonly deviation: number };
  /** Probability density at a point, where it is known in closed form. */
  density?(point: ArrayLike<number>): number;
}
