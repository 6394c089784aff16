import type { Stream } from '../../random/stream';

/** One of a list, each equally likely. @throws {RangeError} for an empty list. */
export function pick<T>(random: Stream, items: readonly T[]): T {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** A whole number from low to high, both included. */
export function whole(random: Stream, low: number, high: number): number {
  return low + random.integer(high - low + 1);
}
