import { useLayoutEffect, useRef } from 'react';
import { drawMarks, type MarkStyle, markRadius } from '../../../canvas/scatter';
import { type Box, prepareSurface } from '../../../canvas/surface';

export type Mark = readonly [across: number, down: number, style: MarkStyle];

/** Data points on a canvas of their own, so that they are drawn once and not with every answer of the network. */
export function MarksLayer({ box, marks }: { readonly box: Box; readonly marks: readonly Mark[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (context) drawMarks(context, box, marks, markRadius(box.width, marks.length));
  }, [box, marks]);
  return <canvas ref={canvas} className="plot-layer" />;
}
