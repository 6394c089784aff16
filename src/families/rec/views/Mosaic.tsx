import { useLayoutEffect, useRef, useState } from 'react';
import { paintColumns } from '../../../canvas/heat';
import { type Box, prepareSurface } from '../../../canvas/surface';
import type { Heat } from './heatOf';
import { mosaicColumns } from './mosaic';

interface Props {
  /** One number per unit. */
  readonly values: Float32Array;
  readonly look: Heat['look'];
  readonly width: number;
  readonly height: number;
}

/** The state of all units at one step, a tile each, row by row. */
export function Mosaic({ values, look: { table, scale }, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture] = useState(() => document.createElement('canvas'));
  useLayoutEffect(() => {
    const box: Box = { width, height, ratio: window.devicePixelRatio || 1 };
    const context = canvas.current && prepareSurface(canvas.current, box);
    const columns = mosaicColumns(values.length, width, height);
    const rows = Math.ceil(values.length / columns);
    const target = picture.getContext('2d');
    if (!context || !target || values.length === 0) return;
    [picture.width, picture.height] = [columns, rows];
    const image = target.createImageData(columns, rows);
    const pixels = new Uint32Array(image.data.buffer);
    // One column of all units, read as pixels row by row.
    paintColumns({ values, rows: values.length }, { from: 0, to: 1 }, values.length, pixels, table, scale);
    target.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, 0, 0, width, height);
  }, [values, table, scale, width, height, picture]);
  return <canvas ref={canvas} className="mosaic" style={{ width, height }} aria-hidden="true" />;
}
