import { mix, packColour, type Rgb } from './colour';

export const rampLevels = 256;

/** Share of the full hue a field reaches where the network is certain: points keep standing out on it. */
const fieldStrength = 0.6;

/** The colour at 0 … 1 of a ramp from `low` over `middle` to `high`. */
export function divergingColour(low: Rgb, middle: Rgb, high: Rgb, unit: number): Rgb {
  const signed = 2 * Math.min(1, Math.max(0, unit)) - 1;
  return mix(middle, signed < 0 ? low : high, Math.abs(signed));
}

/** Packed pixels of a diverging ramp, 0 → `low`, 1 → `high`, the middle fading into the card. */
export function divergingTable(low: Rgb, card: Rgb, high: Rgb, strength = fieldStrength): Uint32Array {
  const [from, to] = [mix(card, low, strength), mix(card, high, strength)];
  return Uint32Array.from({ length: rampLevels }, (_, level) =>
    packColour(divergingColour(from, card, to, level / (rampLevels - 1))),
  );
}

/** Packed pixels from the card's colour (0) to a hue (1). */
export function fadeTable(card: Rgb, hue: Rgb, strength = fieldStrength): Uint32Array {
  return Uint32Array.from({ length: rampLevels }, (_, level) =>
    packColour(mix(card, hue, (strength * level) / (rampLevels - 1))),
  );
}
