import type { Stream } from '../../random/stream';

/** Uniform in [low, high). */
export function between(random: Stream, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/**
 * Uniform in ±reach. Drawn even where the noise is 0, so that moving the noise slider moves the points of a
 * seed instead of replacing them.
 */
export function jitter(random: Stream, reach: number): number {
  return reach * (2 * random.uniform() - 1);
}

/** −1 or 1, equally likely. */
export function sign(random: Stream): -1 | 1 {
  return random.uniform() < 0.5 ? -1 : 1;
}
