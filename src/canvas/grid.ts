/** A square grid of values at the centres of its cells; row 0 is the top. */
export interface Grid {
  readonly size: number;
  /** Values per cell. */
  readonly outputs: number;
  /** size × size × outputs. */
  readonly values: Float32Array;
}

interface Weights {
  readonly near: number;
  readonly far: number;
  readonly share: number;
}

/** The two cells around a place (in cells from the edge), and how much of the far one to take. */
function between(place: number, size: number): Weights {
  const clamped = Math.min(size - 1, Math.max(0, place - 0.5));
  const near = Math.floor(clamped);
  return { near, far: Math.min(size - 1, near + 1), share: clamped - near };
}

/** The grid's values at a place, 0 … 1 from the left and from the top, interpolated between cell centres. */
export function sampleGrid({ size, outputs, values }: Grid, across: number, down: number): number[] {
  const [column, row] = [between(across * size, size), between(down * size, size)];
  const at = (r: number, c: number, k: number) => values[(r * size + c) * outputs + k] ?? Number.NaN;
  return Array.from({ length: outputs }, (_, k) => {
    const top = at(row.near, column.near, k) * (1 - column.share) + at(row.near, column.far, k) * column.share;
    const bottom = at(row.far, column.near, k) * (1 - column.share) + at(row.far, column.far, k) * column.share;
    return top * (1 - row.share) + bottom * row.share;
  });
}

/**
 * The grid with `factor` times the cells along each side. Values are interpolated before they become colours, so
 * that a boundary between warm and cool passes through the card's colour and not through a muddy mixture.
 */
export function enlargeGrid(grid: Grid, factor: number): Grid {
  if (factor <= 1) return grid;
  const { size, outputs, values } = grid;
  const large = size * factor;
  const columns = Array.from({ length: large }, (_, i) => between((i + 0.5) / factor, size));
  const result = new Float32Array(large * large * outputs);
  // Rows first: each is made once from two neighbours, then stretched.
  const line = new Float32Array(size * outputs);
  for (let j = 0, target = 0; j < large; j++) {
    const row = between((j + 0.5) / factor, size);
    const [top, bottom] = [row.near * size * outputs, row.far * size * outputs];
    for (let i = 0; i < line.length; i++) {
      const a = values[top + i] as number;
      line[i] = a + ((values[bottom + i] as number) - a) * row.share;
    }
    for (const { near, far, share } of columns) {
      for (let k = 0; k < outputs; k++) {
        const a = line[near * outputs + k] as number;
        result[target++] = a + ((line[far * outputs + k] as number) - a) * share;
      }
    }
  }
  return { size: large, outputs, values: result };
}
