import { useCallback, useState } from 'react';
import { cssColour } from '../../../canvas/colour';
import type { Columns } from '../../../canvas/heat';
import type { Scale } from '../../../canvas/paintField';
import { useThemeColours } from '../../../canvas/themeColours';
import { drawHeat } from './drawStrip';
import { StripBand } from './StripBand';
import type { Strip } from './strip';

interface Props {
  readonly strip: Strip;
  readonly height: number;
  readonly columns: Columns;
  readonly table: Uint32Array;
  readonly scale: Scale;
}

/** A row of the strip that shows a matrix as colours. */
export function HeatBand({ strip, height, columns, table, scale }: Props) {
  const colours = useThemeColours();
  const [picture] = useState(() => document.createElement('canvas'));
  const draw = useCallback(
    (context: CanvasRenderingContext2D, part: Strip) =>
      drawHeat(context, part, columns, picture, table, scale, cssColour(colours.card)),
    [columns, picture, table, scale, colours],
  );
  return <StripBand strip={strip} height={height} draw={draw} />;
}
