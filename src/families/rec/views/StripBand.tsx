import { useLayoutEffect, useRef } from 'react';
import { prepareSurface } from '../../../canvas/surface';
import type { Strip } from './strip';

interface Props {
  readonly strip: Strip;
  readonly height: number;
  /** The same function until what it draws changes. */
  readonly draw: (context: CanvasRenderingContext2D, strip: Strip) => void;
}

/** One row of the strip: a canvas that shows as many steps as there is room for. */
export function StripBand({ strip, height, draw }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, { ...strip.box, height });
    if (context) draw(context, { ...strip, box: { ...strip.box, height } });
  }, [strip, height, draw]);
  return <canvas ref={canvas} className="strip-band" style={{ height }} />;
}
