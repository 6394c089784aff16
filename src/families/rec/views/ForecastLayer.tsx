import { useLayoutEffect, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import type { Scale } from '../../../canvas/paintField';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { unitOf } from '../../../views/range';
import type { Forecast } from '../view';
import { type LineSign, linePaint, lineSign } from './lines';

interface Props {
  readonly box: Box;
  readonly forecast: Forecast;
  readonly across: Scale;
  readonly up: Scale;
  /** Names of the lines that are hidden. */
  readonly hidden: ReadonlySet<string>;
}

/** More steps than this are not marked one by one. */
const mostDots = 40;

/** History, forecast, its band, what came, and the baselines. */
export function ForecastLayer({ box, forecast, across, up, hidden }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context) return;
    const { pastTimes, past, times, actual, predicted, low, high, baselines } = forecast;
    const x = (time: number) => unitOf(time, across) * box.width;
    const y = (value: number) => (1 - unitOf(value, up)) * box.height;
    const card = cssColour(colours.card);
    const origin = [pastTimes.at(-1) ?? Number.NaN, past.at(-1) ?? Number.NaN] as const;
    const stroke = (points: readonly (readonly [number, number])[], sign: LineSign) => {
      context.beginPath();
      for (const [time, value] of points) if (Number.isFinite(value)) context.lineTo(x(time), y(value));
      context.setLineDash([...sign.dash]);
      context.lineWidth = sign.width;
      context.strokeStyle = linePaint(sign, colours);
      context.stroke();
      context.setLineDash([]);
    };
    const ahead = (values: Float64Array) => Array.from(values, (value, i) => [times[i] ?? Number.NaN, value] as const);
    const dots = (values: Float64Array, sign: LineSign) => {
      const [hollow, paint] = [sign.dots === 'hollow', linePaint(sign, colours)];
      if (values.length > mostDots) return;
      for (const [time, value] of ahead(values)) {
        if (!Number.isFinite(value)) continue;
        context.beginPath();
        context.arc(x(time), y(value), 3.6, 0, 2 * Math.PI);
        context.fillStyle = hollow ? card : paint;
        context.fill();
        context.lineWidth = 1.5;
        context.strokeStyle = hollow ? paint : card;
        context.stroke();
      }
    };
    context.lineJoin = context.lineCap = 'round';

    if (!hidden.has('band')) {
      context.beginPath();
      context.moveTo(x(origin[0]), y(origin[1]));
      for (const [time, value] of ahead(high)) context.lineTo(x(time), y(value));
      for (const [time, value] of ahead(low).toReversed()) context.lineTo(x(time), y(value));
      context.closePath();
      context.globalAlpha = 0.2;
      context.fillStyle = cssColour(colours.warm);
      context.fill();
      context.globalAlpha = 1;
    }
    if (!hidden.has('past'))
      stroke(
        Array.from(past, (value, i) => [pastTimes[i] ?? 0, value]),
        lineSign('past'),
      );
    for (const [place, [name, values]] of Object.entries(baselines).entries()) {
      if (!hidden.has(name)) stroke([origin, ...ahead(values)], lineSign(name, place));
    }
    for (const [name, values] of [['actual', actual] as const, ['network', predicted] as const]) {
      if (hidden.has(name)) continue;
      stroke([origin, ...ahead(values)], lineSign(name));
      dots(values, lineSign(name));
    }
  }, [box, forecast, across, up, hidden, colours]);
  return <canvas ref={canvas} className="plot-layer" />;
}
