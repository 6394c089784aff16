import { useCallback, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { manifoldSize } from '../view';
import { toPixels } from './layers';
import { cellsOf } from './manifold';
import { useGlide } from './useGlide';

interface Props {
  readonly box: Box;
  readonly manifold: Float32Array | null;
  readonly extent: number;
  readonly glide?: number;
}

/** Opacity of the densest cells, and of the lines between cells. */
const [deepest, lines] = [0.5, 0.4];

/** A grid over the noise, bent as the generator bends it. */
export function ManifoldLayer({ box, manifold, extent, glide = 0 }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = useCallback(
    (values: Float32Array | null) => {
      const context = canvas.current && prepareSurface(canvas.current, box);
      if (!context || !values) return;
      const places = toPixels(values, extent, box);
      const even = (box.width * box.height) / (manifoldSize - 1) ** 2;
      context.fillStyle = cssColour(colours.ink);
      for (const { corners, density } of cellsOf(places, manifoldSize, even / 8)) {
        context.beginPath();
        for (const corner of corners) context.lineTo(places[2 * corner] as number, places[2 * corner + 1] as number);
        context.globalAlpha = deepest * density ** 1.5;
        context.fill();
      }
      context.globalAlpha = 1;
      context.lineWidth = 0.8;
      context.lineJoin = 'round';
      context.strokeStyle = cssColour(colours.ink, lines);
      context.beginPath();
      for (let i = 0; i < manifoldSize; i++) {
        for (const [start, stride] of [
          [i * manifoldSize, 1],
          [i, manifoldSize],
        ] as const) {
          for (let k = 0; k < manifoldSize; k++) {
            const at = 2 * (start + k * stride);
            if (k === 0) context.moveTo(places[at] as number, places[at + 1] as number);
            else context.lineTo(places[at] as number, places[at + 1] as number);
          }
        }
      }
      context.stroke();
    },
    [box, extent, colours],
  );
  useGlide(manifold, glide, draw);
  return <canvas ref={canvas} className="plot-layer" />;
}
