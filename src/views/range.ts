import type { Scale } from '../canvas/paintField';

/** Smallest and largest of the finite values; null where there are none. */
export function rangeOf(...lists: readonly ArrayLike<number>[]): Scale | null {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high && Number.isFinite(high - low) ? { low, high } : null;
}

/** The range with a margin on both sides, never empty. */
export function widened({ low, high }: Scale, share: number): Scale {
  const room = (high - low) * share || Math.abs(high) * share || 1;
  return { low: low - room, high: high + room };
}

/** A ramp's scale: where values lie on both sides of zero, zero is its middle. */
export function rampScale(range: Scale | null): Scale {
  if (!range) return { low: -1, high: 1 };
  if (range.low >= 0 || range.high <= 0) return range.high > range.low ? range : widened(range, 0.5);
  const reach = Math.max(-range.low, range.high);
  return { low: -reach, high: reach };
}

export const unitOf = (value: number, { low, high }: Scale): number => (value - low) / (high - low);
