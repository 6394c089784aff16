export interface HistogramOptions {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/**
 * Density of numbers over equal bins of from … to, so that it can be drawn over a probability density: the bars'
 * areas add up to the share of the numbers that lie there. What lies outside or is no number counts for the whole
 * alone. All 0 for no numbers.
 */
export function histogram(values: Float32Array, { from, to, bins }: HistogramOptions): Float64Array {
  const density = new Float64Array(bins);
  const width = (to - from) / bins;
  for (const value of values) {
    if (!(value >= from && value <= to)) continue;
    const bin = Math.min(bins - 1, Math.floor((value - from) / width));
    density[bin] = (density[bin] as number) + 1 / (values.length * width);
  }
  return density;
}
