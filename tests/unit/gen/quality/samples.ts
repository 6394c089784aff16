import { type DistributionId, distributions } from '../../../../src/data/distributions';
import { stream } from '../../../../src/random/stream';

/** Samples of a built-in distribution. */
export const draw = (id: DistributionId, count: number, seed = 1) =>
  distributions[id].sample(stream(seed, 'samples'), count);

/** The same points (n × d) in another order. */
export function shuffled(points: Float32Array, d: number, seed = 3): Float32Array {
  const order = stream(seed, 'shuffle').permutation(points.length / d);
  return Float32Array.from(points, (_, i) => points[(order[Math.floor(i / d)] ?? 0) * d + (i % d)] ?? 0);
}

/** The points (n × d) moved by a vector. */
export const moved = (points: Float32Array, by: readonly number[]) =>
  points.map((value, i) => value + (by[i % by.length] ?? 0));
