import type { batchSides } from './op';

type Sides = Pick<ReturnType<typeof batchSides>, 'rowWidth' | 'width' | 'steps' | 'examples' | 'rowsPerExample'>;

/** Rows of x by numbers that stand as floats in `now` from `from` on, or the steps of sequences, step after step. */
export function referenceBatch(x: Float32Array, sides: Sides, now: Float32Array, from: number): Float32Array {
  const { rowWidth, width, steps, examples, rowsPerExample } = sides;
  const batch = new Float32Array(steps * examples * width);
  for (let t = 0; t < steps; t++)
    for (let b = 0; b < examples; b++) {
      const isRow = rowsPerExample > 1;
      const row = now[from + b * rowsPerExample + (isRow ? t : 0)] as number;
      const start = row * rowWidth + (isRow ? 0 : t * width);
      batch.set(x.subarray(start, start + width), (t * examples + b) * width);
    }
  return batch;
}
