import { cssColour } from '../../../canvas/colour';
import type { MarkStyle } from '../../../canvas/scatter';
import type { ThemeColours } from '../../../canvas/themeColours';

/** Parts of the picture that can be switched off. */
export const layerNames = ['real', 'generated', 'map', 'manifold', 'arrows'] as const;
export type LayerName = (typeof layerNames)[number];

/** As many real points are drawn at most. */
export const realShown = 1000;

/** Real is cool and round, made up is warm and square-cornered: as the discriminator's verdict has it. */
export function markOf(layer: 'real' | 'generated', colours: ThemeColours): MarkStyle {
  return layer === 'real'
    ? { shape: 'circle', fill: cssColour(colours.cool), stroke: cssColour(colours.card) }
    : { shape: 'diamond', fill: cssColour(colours.warm), stroke: cssColour(colours.card) };
}

/** Points of the plane, from −extent to extent, as pixels from the left and from the top. */
export function toPixels(
  points: ArrayLike<number>,
  extent: number,
  { width, height }: { readonly width: number; readonly height: number },
): Float32Array {
  const places = new Float32Array(points.length);
  for (let i = 0; i + 1 < points.length; i += 2) {
    places[i] = ((points[i] as number) / extent + 1) * 0.5 * width;
    places[i + 1] = (1 - (points[i + 1] as number) / extent) * 0.5 * height;
  }
  return places;
}
