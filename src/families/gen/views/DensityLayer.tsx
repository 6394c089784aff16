import { useLayoutEffect, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import type { Density } from './density';

interface Props {
  readonly box: Box;
  readonly density: Density;
  readonly extent: number;
  /** Density at the top of the plot. */
  readonly highest: number;
}

/** How dense real values lie. */
export function DensityLayer({ box, density, extent, highest }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context) return;
    const { width, height } = box;
    const trace = () => {
      context.beginPath();
      density.x.forEach((x, i) => {
        const down = (1 - (density.y[i] as number) / highest) * height;
        context.lineTo(((x / extent + 1) / 2) * width, down);
      });
    };
    context.lineJoin = 'round';
    trace();
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.fillStyle = cssColour(colours.cool, 0.16);
    context.fill();
    trace();
    context.lineWidth = 5;
    context.strokeStyle = cssColour(colours.card, 0.8);
    context.stroke();
    context.lineWidth = 2.25;
    context.strokeStyle = cssColour(colours.cool);
    context.stroke();
  }, [box, density, extent, highest, colours]);
  return <canvas ref={canvas} className="plot-layer" />;
}
