/** What the page sees of an adversarial training, in drawn units: see frame.ts. */
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
export type GenFrame = PointsFrame;

/** Places along a side of the discriminator's map. */
export const rasterSize = 48;
/** Latents along a side of the lattice, from quantile to quantile of their distribution. */
export const manifoldSize = 21;
/** Generated points that are shown, and those of them with an arrow. */
export const pointsShown = 800;
export const arrowsShown = 160;
