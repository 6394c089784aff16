import type { Grid } from './grid';
import { rampLevels } from './ramp';

/** Values at the two ends of a ramp. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** A unit value moved to the middle of its band, the outer bands keeping the ramp's ends. */
function toBand(unit: number, bands: number): number {
  return Math.min(bands - 1, Math.floor(unit * bands)) / (bands - 1);
}

/** Pixels of one value a cell. `bands`: how many plain tones to draw; 0 draws a smooth ramp. */
export function paintValues(grid: Grid, pixels: Uint32Array, table: Uint32Array, scale: Scale, bands = 0): void {
  const span = scale.high - scale.low || 1;
  for (let i = 0; i < pixels.length; i++) {
    const unit = Math.min(1, Math.max(0, ((grid.values[i] as number) - scale.low) / span));
    const tone = bands > 1 ? toBand(unit, bands) : unit;
    pixels[i] = table[Math.round(tone * (rampLevels - 1))] as number;
  }
}

/**
 * Pixels of one probability per class: the hue of the likeliest class, as strong as its lead over the next one.
 * With two classes this is the diverging ramp.
 */
export function paintClasses(
  { outputs, values }: Grid,
  pixels: Uint32Array,
  tables: readonly Uint32Array[],
  plain = false,
): void {
  for (let i = 0, offset = 0; i < pixels.length; i++, offset += outputs) {
    let [best, first, second] = [0, -1, -1];
    for (let k = 0; k < outputs; k++) {
      const value = values[offset + k] as number;
      if (value > first) {
        [second, first, best] = [first, value, k];
      } else if (value > second) second = value;
    }
    const lead = plain ? 1 : Math.min(1, Math.max(0, first - second));
    pixels[i] = tables[best % tables.length]?.[Math.round(lead * (rampLevels - 1))] ?? 0;
  }
}
