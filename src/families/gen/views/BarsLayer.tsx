import { useCallback, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { bars, histogram } from './density';
import { useGlide } from './useGlide';

interface Props {
  readonly box: Box;
  readonly values: Float32Array | null;
  readonly extent: number;
  /** Density at the top of the plot. */
  readonly highest: number;
  readonly glide: number;
}

/** How often the generator makes each value. */
export function BarsLayer({ box, values, extent, highest, glide }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = useCallback(
    (made: Float32Array | null) => {
      const context = canvas.current && prepareSurface(canvas.current, box);
      if (!context || !made) return;
      const { width, height } = box;
      context.fillStyle = cssColour(colours.warm, 0.55);
      context.strokeStyle = cssColour(colours.warm);
      context.lineWidth = 1;
      context.beginPath();
      histogram(made, extent).forEach((density, i) => {
        const top = Math.min(1, density / highest) * height;
        if (top > 0) context.rect((i / bars) * width + 0.75, height - top, width / bars - 1.5, top);
      });
      context.fill();
      context.stroke();
    },
    [box, extent, highest, colours],
  );
  useGlide(values, glide, draw);
  return <canvas ref={canvas} className="plot-layer" />;
}
