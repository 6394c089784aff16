import { useLayoutEffect, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { arrowsOf, traceArrows } from './arrows';
import { toPixels } from './layers';

interface Props {
  readonly box: Box;
  /** Where points lie, x, y, x, y … in drawn units. */
  readonly points: Float32Array;
  /** The same for the first of them. */
  readonly pull: Float32Array;
  readonly extent: number;
}

/** Length of the longest arrows, as a share of the plot's width. */
const longest = 0.1;
/** A pull of this share of the extent has an arrow of half that length. */
const usual = 0.25;

/** Where the generator's loss sends its points. */
export function ArrowsLayer({ box, points, pull, extent }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context) return;
    context.lineJoin = context.lineCap = 'round';
    context.beginPath();
    const places = toPixels(points.subarray(0, pull.length), extent, box);
    traceArrows(context, arrowsOf(places, pull, usual * extent, longest * box.width));
    context.lineWidth = 3;
    context.strokeStyle = cssColour(colours.card, 0.75);
    context.stroke();
    context.lineWidth = 1.25;
    context.strokeStyle = cssColour(colours.ink, 0.85);
    context.stroke();
  }, [box, points, pull, extent, colours]);
  return <canvas ref={canvas} className="plot-layer" />;
}
