import type { ColumnValues } from '../../data/imitated/rows';

/** What the page sees of an adversarial training, in drawn units: see points.ts, pictures.ts and rows.ts. */
export interface PointsFrame {
  readonly kind: 'points';
  /** What the averaged generator makes of latents that stay the same: n × coordinates. */
  readonly generated: Float32Array;
  /**
   * How real the discriminator takes each place of a raster to be, 0 … 1: `rasterSize` of the line, or of the plane
   * row by row from the top, `rasterSize` each; from −extent to extent.
   */
  readonly verdict: Float32Array;
  /** Where a lattice of latents goes, `manifoldSize`² × 2, row by row; null where latents are not of two numbers. */
  readonly manifold: Float32Array | null;
  /** For the first generated points: where the generator's loss would have them go, n × coordinates; its length tells how much. */
  readonly pull: Float32Array;
}

export interface PicturesFrame {
  readonly kind: 'pictures';
  /** What the averaged generator makes of latents that stay the same: pictures × size², 0 (background) to 255 (ink). */
  readonly fixed: Uint8Array;
  /** The same of latents drawn for this frame. */
  readonly fresh: Uint8Array;
  /** Share of its pictures that the discriminator takes for real, of those above and of as many real ones: 0 … 1. */
  readonly taken: { readonly fixed: Float32Array; readonly real: Float32Array };
}
/** Which generator is shown: the average over the steps, or the one of now. */
export type Shown = 'average' | 'current';

/** What a person asks to see of Gen. */
export interface GenLook {
  readonly shows: Shown;
}

export interface TableFrame {
  readonly kind: 'table';
  /** What the generator makes of noise that stays the same, in the table's own units and words: `rowsShown` rows. */
  readonly columns: readonly ColumnValues[];
  /** How real the discriminator takes made and real rows to be in the mean: 0 … 1. */
  readonly taken: { readonly made: number; readonly real: number };
}
export type GenFrame = PointsFrame | PicturesFrame | TableFrame;

/** Pictures along a side of the grid that is shown; where networks are told classes, each has a column or several. */
const gridSize = 8;
/** As many letters as there are. */
const mostClasses = 26;
/** How many of the classes that networks are told have a column. */
export const classesShown = (classes: number): number => Math.min(classes, mostClasses);
/** Columns of the grid; few classes have several each, in turn. @param classes that networks are told */
export function columnsShown(classes: number): number {
  const shown = classesShown(classes);
  return shown === 0 ? gridSize : shown * Math.max(1, Math.floor(gridSize / shown));
}
/** Pictures in the grid. @param classes that networks are told */
export const picturesShown = (classes: number): number => gridSize * columnsShown(classes);

/** Generated rows of a table that are shown. */
export const rowsShown = 1000;

/** Places along a side of the discriminator's map. */
export const rasterSize = 48;
/** Latents along a side of the lattice, from quantile to quantile of their distribution. */
export const manifoldSize = 21;
/** Generated points that are shown, and those of them with an arrow. */
export const pointsShown = 800;
export const arrowsShown = 160;
