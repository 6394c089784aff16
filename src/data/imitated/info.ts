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

export type ImitatedColumn =
  | {
      readonly name: string;
      readonly type: 'number';
      /** Over the training rows; networks see (value − mean) / deviation. */
      readonly mean: number;
      readonly deviation: number;
      /** Decimals that its values are written with; null where they are too many to tell. */
      readonly decimals: number | null;
    }
  | { readonly name: string; readonly type: 'category'; readonly categories: readonly string[] };

export interface TableInfo {
  readonly imitates: 'table';
  readonly name: string;
  /** Examples, training and test together. */
  readonly rows: number;
  readonly columns: readonly ImitatedColumn[];
  /** The column of categories that both networks are told, and the share that each has of the training rows. */
  readonly condition: { readonly column: string; readonly shares: readonly number[] } | null;
}

/** Where a column lies in a row of numbers. */
export interface ColumnSpan {
  readonly column: ImitatedColumn;
  readonly start: number;
  readonly width: number;
}

/** Numbers that a column takes in a row. */
const widthOf = (column: ImitatedColumn): number => (column.type === 'number' ? 1 : column.categories.length);

/** The columns that the generator makes, in their order, and where each lies in a row. */
export function spansOf({ columns, condition }: TableInfo): readonly ColumnSpan[] {
  let start = 0;
  return columns
    .filter(({ name }) => name !== condition?.column)
    .map((column) => {
      const width = widthOf(column);
      const span = { column, start, width };
      start += width;
      return span;
    });
}

export type ImitatedInfo = PointsInfo | PicturesInfo | TableInfo;

/** Names of what is in a sample: coordinates, columns, or pixels by their row and column. */
export function rowNames(info: ImitatedInfo): readonly string[] {
  if (info.imitates === 'points') return info.coordinates;
  if (info.imitates === 'table') return info.columns.map(({ name }) => name);
  return Array.from({ length: info.size ** 2 }, (_, i) => `r${Math.floor(i / info.size)}c${i % info.size}`);
}

/** Numbers that a generator makes for a row: a category takes one for each of its values. */
export function imitatedWidth(info: ImitatedInfo): number {
  if (info.imitates === 'points') return info.coordinates.length;
  if (info.imitates === 'pictures') return info.size ** 2;
  return spansOf(info).reduce((sum, { width }) => sum + width, 0);
}
