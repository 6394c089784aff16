import type { Stream } from '../../random/stream';

export interface GeneratedPoints {
  /** count × coordinates.length, row after row. */
  readonly points: Float32Array;
  /** Per point: class index, or the value to regress on. */
  readonly targets: Float32Array;
}

/** A built-in data set: its metadata and its generator, one file each. */
export interface PointSet {
  readonly id: string;
  readonly coordinates: readonly ['x'] | readonly ['x', 'y'];
  /** Every coordinate lies within ±extent (noise may reach a little outside). */
  readonly extent: number;
  readonly target: 'classes' | 'number';
  /** Number of classes; `chosen` where the config's `data.classes` decides. */
  readonly classes?: 2 | 'chosen';
  /** `noise` is 0 … 1; what it does is the set's own business. */
  generate(random: Stream, options: { samples: number; noise: number; classes: number }): GeneratedPoints;
}
