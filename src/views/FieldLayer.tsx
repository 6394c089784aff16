import { useLayoutEffect, useRef, useState } from 'react';
import { enlargeGrid, type Grid } from '../canvas/grid';
import { type Box, prepareSurface } from '../canvas/surface';

interface Props {
  readonly box: Box;
  readonly grid: Grid | null;
  /** Cells along a side to paint at least: more for hard edges than for soft ones. */
  readonly fineness: number;
  readonly paint: (grid: Grid, pixels: Uint32Array) => void;
}

/** The network's answer as a picture, painted at a size of its own and stretched to the plot. */
export function FieldLayer({ box, grid, fineness, paint }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture] = useState(() => document.createElement('canvas'));
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context || !grid || grid.size === 0) return;
    const fine = enlargeGrid(grid, Math.ceil(fineness / grid.size));
    if (picture.width !== fine.size) picture.width = picture.height = fine.size;
    const target = picture.getContext('2d');
    const image = target?.createImageData(fine.size, fine.size);
    if (!target || !image) return;
    paint(fine, new Uint32Array(image.data.buffer));
    target.putImageData(image, 0, 0);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, box.width, box.height);
  }, [box, grid, fineness, paint, picture]);
  return <canvas ref={canvas} className="plot-layer" />;
}
