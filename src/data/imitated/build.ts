import { stream } from '../../random/stream';
import { type DistributionId, distributions } from '../distributions';
import { applyScaling, standardize } from '../distributions/standardize';
import type { ImitatedInfo } from './info';

export interface ImitatedOptions {
  readonly dataset: DistributionId;
  readonly samples: number;
  readonly trainFraction: number;
}

/** Examples for a generator to imitate, in training units. */
export interface Imitated {
  readonly info: ImitatedInfo;
  /** count × width. */
  readonly train: Float32Array;
  /** Seen by neither network. */
  readonly test: Float32Array;
}

/**
 * Draws the examples of a distribution.
 * @param scaled whether they are brought to a common scale; a generator with bounded outputs makes them as they are
 */
export function buildImitated(options: ImitatedOptions, seed: number, scaled: boolean): Imitated {
  const { id, coordinates, extent, modes, sample } = distributions[options.dataset];
  const width = coordinates.length;
  const points = sample(stream(seed, 'imitated'), options.samples);
  const trainCount = Math.max(1, Math.round(options.samples * options.trainFraction));
  const cut = trainCount * width;
  const unscaled = { shift: coordinates.map(() => 0), scale: 1 };
  // As everywhere, what is held out has no say in how it is scaled.
  const scaling = scaled ? standardize(points.subarray(0, cut), width).scaling : unscaled;
  return {
    info: {
      imitates: 'points',
      name: id,
      rows: options.samples,
      coordinates,
      extent,
      scaling,
      modes: modes ? { centres: [...modes.centres], deviation: modes.deviation } : null,
    },
    train: applyScaling(points.subarray(0, cut), scaling),
    test: applyScaling(points.subarray(cut), scaling),
  };
}
