import './plot.css';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { Scale } from '../canvas/paintField';
import type { Box } from '../canvas/surface';
import { linearTicks } from '../canvas/ticks';
import { useBox } from '../canvas/useBox';
import { formatTick } from '../charts/figures';
import { unitOf } from './range';

interface Axis {
  readonly name: string;
  readonly scale: Scale;
  /** Where about so many ticks stand; at round numbers unless told. */
  readonly ticks?: (count: number) => readonly number[];
  readonly format?: (tick: number) => string;
}

interface Props {
  readonly across: Axis;
  readonly up: Axis;
  /** Width over height. */
  readonly aspect: number;
  /** What the marks mean, below the plot and as wide. */
  readonly legend: ReactNode;
  readonly children: (box: Box) => ReactNode;
}

const percent = (unit: number) => `${(100 * unit).toFixed(3)}%`;

/** A drawing area between its axes. The layers in it are drawn once its size is known. */
export function PlotFrame({ across, up, aspect, legend, children }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const ticksOf = ({ scale, ticks = (count) => linearTicks(scale.low, scale.high, count) }: Axis, pixels: number) =>
    ticks(Math.min(7, Math.max(3, Math.round(pixels / 80))));
  return (
    <div className="plot" style={{ '--plot-aspect': aspect } as CSSProperties}>
      <div className="plot-area" ref={area}>
        {box && children(box)}
      </div>
      <div className="plot-up" aria-hidden="true">
        <i>{up.name}</i>
        {box &&
          ticksOf(up, box.height).map((tick) => (
            <span key={tick} style={{ bottom: percent(unitOf(tick, up.scale)) }}>
              {(up.format ?? formatTick)(tick)}
            </span>
          ))}
      </div>
      <div className="plot-across" aria-hidden="true">
        {box &&
          ticksOf(across, box.width).map((tick) => (
            <span key={tick} style={{ left: percent(unitOf(tick, across.scale)) }}>
              {(across.format ?? formatTick)(tick)}
            </span>
          ))}
        <i>{across.name}</i>
      </div>
      {legend}
    </div>
  );
}
