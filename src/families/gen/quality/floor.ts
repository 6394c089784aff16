import type { Distribution } from '../../../data/distributions/distribution';
import { stream } from '../../../random/stream';

export interface FloorOptions {
  /** Numbers of samples on both sides of the measure. */
  readonly generated: number;
  readonly data: number;
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * What a perfect sampler reaches: the measure between two independent draws of the distribution itself, at the same
 * numbers of samples, as a mean over a few draws. A finite sample is never its distribution: a divergence has a floor
 * above 0, a share of high quality one below 1.
 */
export function samplerFloor(
  distribution: Pick<Distribution, 'sample'>,
  measure: (generated: Float32Array, data: Float32Array) => number,
  { generated, data, draws = 5, seed = 0 }: FloorOptions,
): number {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const a = distribution.sample(stream(seed, 'floor generated', draw), generated);
    const b = distribution.sample(stream(seed, 'floor data', draw), data);
    sum += measure(a, b);
  }
  return sum / draws;
}
