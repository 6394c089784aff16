import type { Scaling } from '../distributions/standardize';
import type { InkRange } from '../images/set';

/** What is known of the data that a generator imitates, as far as generating and showing need it. Plain JSON. */
export interface PointsInfo {
  readonly imitates: 'points';
  readonly name: string;
  /** Examples, training and test together. */
  readonly rows: number;
  /** Names of the coordinates: one or two. */
  readonly coordinates: readonly string[];
  /** Nearly everything lies within ±extent, in drawn units. */
  readonly extent: number;
  readonly scaling: Scaling;
  /** Of columns of a table, per coordinate: drawn units are (value − mean) / deviation. */
  readonly units?: readonly { readonly mean: number; readonly deviation: number }[];
  /** Of a mixture: the centres of its modes, modes × coordinates, and their common standard deviation. */
  readonly modes: { readonly centres: readonly number[]; readonly deviation: number } | null;
}

export interface PicturesInfo {
  readonly imitates: 'pictures';
  readonly name: string;
  /** Examples, training and test together. */
  readonly rows: number;
  /** Pixels a side. */
  readonly size: number;
  /** How background and ink are written. */
  readonly ink: InkRange;
  /** Empty where pictures have no classes. */
  readonly classes: readonly string[];
}

/** A coordinate in drawn units as the number that it stands for. */
export function inUnits({ units }: PointsInfo, coordinate: number, value: number): number {
  const { mean = 0, deviation = 1 } = units?.[coordinate] ?? {};
  return mean + deviation * value;
}

export type ImitatedInfo = PointsInfo | PicturesInfo;

/** Names of the numbers in a row: coordinates, or pixels by their row and column. */
export const rowNames = (info: ImitatedInfo): readonly string[] =>
  info.imitates === 'points'
    ? info.coordinates
    : Array.from({ length: info.size ** 2 }, (_, i) => `r${Math.floor(i / info.size)}c${i % info.size}`);

/** Numbers in a row. */
export const imitatedWidth = (info: ImitatedInfo): number =>
  info.imitates === 'points' ? info.coordinates.length : info.size ** 2;
