export interface GridOptions {
  /** Coordinates of a point: one or two. */
  readonly d: number;
  /** The grid covers ±extent in every coordinate. */
  readonly extent: number;
  /** Cells per coordinate. */
  readonly bins?: number;
}

const defaultBins = 30;

/** The cell of a coordinate, or −1 outside of ±extent and for what is not a number. */
function cellOf(value: number, extent: number, bins: number): number {
  if (!(Math.abs(value) <= extent)) return -1;
  return Math.min(bins - 1, Math.floor(((value + extent) / (2 * extent)) * bins));
}

/**
 * How many of the points (n × d) lie in each cell of a grid, row after row from the lowest; the last count is of all
 * that lie outside or are not finite.
 */
export function gridCounts(points: Float32Array, { d, extent, bins = defaultBins }: GridOptions): Float64Array {
  const cells = bins ** d;
  const counts = new Float64Array(cells + 1);
  for (let at = 0; at + d <= points.length; at += d) {
    let cell = 0;
    for (let j = d - 1; j >= 0 && cell < cells; j--) {
      const place = cellOf(points[at + j] as number, extent, bins);
      cell = place < 0 ? cells : cell * bins + place;
    }
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/**
 * Jensen-Shannon divergence of two histograms of the same cells, in bits: 0 where their shares agree, 1 where they
 * have no cell in common. NaN where one is empty.
 *
 * Source: Lin, "Divergence Measures Based on the Shannon Entropy", IEEE Transactions on Information Theory, 1991.
 */
export function jensenShannon(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let totalA = 0;
  let totalB = 0;
  for (let i = 0; i < a.length; i++) {
    totalA += a[i] ?? 0;
    totalB += b[i] ?? 0;
  }
  if (totalA === 0 || totalB === 0) return Number.NaN;
  let bits = 0;
  for (let i = 0; i < a.length; i++) {
    const p = (a[i] ?? 0) / totalA;
    const q = (b[i] ?? 0) / totalB;
    const middle = (p + q) / 2;
    if (p > 0) bits += (p * Math.log2(p / middle)) / 2;
    if (q > 0) bits += (q * Math.log2(q / middle)) / 2;
  }
  // Rounding may pass the ends by a hair.
  return Math.min(1, Math.max(0, bits));
}

/** Jensen-Shannon divergence of two sets of points (n × d) on a grid, in bits: 0 … 1, or NaN for an empty set. */
export function gridDivergence(a: Float32Array, b: Float32Array, options: GridOptions): number {
  return jensenShannon(gridCounts(a, options), gridCounts(b, options));
}
