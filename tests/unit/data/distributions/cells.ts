import type { Distribution } from '../../../../src/data/distributions/distribution';

/** Cells per coordinate of the histogram, and points of integration per cell and coordinate. */
const cells = 24;
const fine = { line: 60, plane: 21 };

/** Probability of each cell of ±extent by the distribution's density (midpoint rule). */
export function cellMasses({ coordinates, extent, density }: Distribution): Float64Array {
  const plane = coordinates.length === 2;
  const steps = cells * (plane ? fine.plane : fine.line);
  const step = (2 * extent) / steps;
  const masses = new Float64Array(plane ? cells ** 2 : cells);
  const at = (i: number) => (i + 0.5) * step - extent;
  const cellOf = (i: number) => Math.floor((i * cells) / steps);
  for (let row = 0; row < (plane ? steps : 1); row++)
    for (let i = 0; i < steps; i++) {
      const cell = cellOf(row) * (plane ? cells : 0) + cellOf(i);
      const point = plane ? [at(i), at(row)] : [at(i)];
      masses[cell] = (masses[cell] ?? 0) + (density?.(point) ?? 0) * step ** coordinates.length;
    }
  return masses;
}

/** Share of the points in each of the same cells. */
export function cellShares(points: Float32Array, { coordinates, extent }: Distribution): Float64Array {
  const d = coordinates.length;
  const count = points.length / d;
  const shares = new Float64Array(cells ** d);
  const cellOf = (value: number) => Math.floor(((value + extent) / (2 * extent)) * cells);
  for (let i = 0; i < count; i++) {
    const column = cellOf(points[i * d] ?? 0);
    const row = d === 2 ? cellOf(points[i * d + 1] ?? 0) : 0;
    if (Math.min(row, column) < 0 || Math.max(row, column) >= cells) continue;
    const cell = row * cells + column;
    shares[cell] = (shares[cell] ?? 0) + 1 / count;
  }
  return shares;
}
