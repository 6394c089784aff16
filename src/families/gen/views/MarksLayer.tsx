import { useCallback, useMemo, useRef } from 'react';
import { markRadius } from '../../../canvas/scatter';
import { createStamp, setDown } from '../../../canvas/stamp';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { markOf, toPixels } from './layers';
import { useGlide } from './useGlide';

interface Props {
  readonly box: Box;
  readonly layer: 'real' | 'generated';
  /** x, y, x, y … in drawn units. */
  readonly points: Float32Array | null;
  readonly extent: number;
  /** Milliseconds in which points go where they have moved to. */
  readonly glide?: number;
}

/** What the generator made is a little larger than what is real, and lies above it. */
const sizes = { real: 0.92, generated: 1.12 } as const;

/** Points of one kind on a canvas of their own. */
export function MarksLayer({ box, layer, points, extent, glide = 0 }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = points ? points.length / 2 : 0;
  const radius = markRadius(box.width, count) * sizes[layer];
  const stamp = useMemo(
    () => createStamp(markOf(layer, colours), radius, box.ratio),
    [layer, colours, radius, box.ratio],
  );
  const draw = useCallback(
    (values: Float32Array | null) => {
      const context = canvas.current && prepareSurface(canvas.current, box);
      if (context && values) setDown(context, stamp, toPixels(values, extent, box));
    },
    [box, stamp, extent],
  );
  useGlide(points, glide, draw);
  return <canvas ref={canvas} className="plot-layer" />;
}
