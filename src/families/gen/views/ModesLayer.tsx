import { useLayoutEffect, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import type { PointsInfo } from '../../../data/imitated/info';
import { toPixels } from './layers';

interface Props {
  readonly box: Box;
  readonly modes: NonNullable<PointsInfo['modes']>;
  readonly extent: number;
}

/** Radius of a circle around a mode, in pixels; modes that reach beyond it are seen without. */
const radius = 10;

/** Circles around narrow modes, which a few made-up points cover up. */
export function ModesLayer({ box, modes, extent }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context || (modes.deviation / extent) * box.width > radius) return;
    const places = toPixels(modes.centres, extent, box);
    context.beginPath();
    for (let i = 0; i + 1 < places.length; i += 2) {
      const [x, y] = [places[i] as number, places[i + 1] as number];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.lineWidth = 4;
    context.strokeStyle = cssColour(colours.card, 0.85);
    context.stroke();
    context.lineWidth = 1.75;
    context.strokeStyle = cssColour(colours.cool);
    context.stroke();
  }, [box, modes, extent, colours]);
  return <canvas ref={canvas} className="plot-layer" />;
}
