/** Mean and population standard deviation. Deviation 0 (and no values at all) is told as 1: nothing to scale. */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const first = values[0];
  if (first === undefined) return { mean: 0, deviation: 1 };
  // Summing equal values rounds, and the rounding would pass for a tiny deviation.
  if (values.every((value) => value === first)) return { mean: first, deviation: 1 };
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) || 1 };
}

/** The middle value, or the mean of the two middle ones; 0 for no values. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return low + (high - low) / 2;
}

/** How often each value occurs, in the order of first occurrence. */
export function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value with the highest count, the first among equals; '' for none. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}
