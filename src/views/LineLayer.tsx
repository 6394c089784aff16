import { useLayoutEffect, useRef } from 'react';
import { cssColour, type Rgb } from '../canvas/colour';
import { type Box, prepareSurface } from '../canvas/surface';

interface Props {
  readonly box: Box;
  /** 0 … 1 from the left and from the top; the line may leave the plot. */
  readonly line: readonly (readonly [across: number, down: number])[];
  readonly colour: Rgb;
  readonly halo: Rgb;
  readonly width: number;
  readonly dash?: readonly number[];
}

const plain: readonly number[] = [];

/** A line with a halo that lifts it off the points around it. */
export function LineLayer({ box, line, colour, halo, width, dash = plain }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context || line.length === 0) return;
    context.lineJoin = context.lineCap = 'round';
    context.beginPath();
    for (const [across, down] of line) context.lineTo(across * box.width, down * box.height);
    context.lineWidth = width + 3;
    context.strokeStyle = cssColour(halo, 0.8);
    context.stroke();
    context.setLineDash([...dash]);
    context.lineWidth = width;
    context.strokeStyle = cssColour(colour);
    context.stroke();
    context.setLineDash([]);
  }, [box, line, colour, halo, width, dash]);
  return <canvas ref={canvas} className="plot-layer" />;
}
