import type { Scale } from './paintField';
import { rampLevels } from './ramp';

/** A matrix stored column by column: the rows of a column lie side by side. */
export interface Columns {
  readonly values: ArrayLike<number>;
  readonly rows: number;
}

/**
 * Pixels of the columns from … to (not included), `shown` rows high, one pixel wide each. Where there are more rows
 * than pixels, each pixel shows the row in its middle. What is no number stays clear.
 */
export function paintColumns(
  { values, rows }: Columns,
  { from, to }: { readonly from: number; readonly to: number },
  shown: number,
  pixels: Uint32Array,
  table: Uint32Array,
  { low, high }: Scale,
): void {
  const width = to - from;
  const span = high - low || 1;
  for (let y = 0; y < shown; y++) {
    const row = Math.floor(((y + 0.5) * rows) / shown);
    for (let x = 0; x < width; x++) {
      const value = values[(from + x) * rows + row] ?? Number.NaN;
      const unit = Math.min(1, Math.max(0, (value - low) / span));
      pixels[y * width + x] = Number.isNaN(value) ? 0 : (table[Math.round(unit * (rampLevels - 1))] as number);
    }
  }
}

/** A round reach around zero that holds every value: 1, or a half, a quarter … of it, or twice, four times …. */
export function reachOf(values: ArrayLike<number>, least = 1 / 8): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] as number);
    if (size > largest && size < Infinity) largest = size;
  }
  return Math.max(least, 2 ** Math.ceil(Math.log2(largest || least)));
}
