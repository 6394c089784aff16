import { useLayoutEffect, useRef } from 'react';
import { cssColour, mix, type Rgb } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { type ThemeColours, useThemeColours } from '../../../canvas/themeColours';
import { classHue } from '../../../views/marks';
import type { Trace } from '../view';
import { type Band, type Bands, stepPlace } from './bands';

interface Props {
  readonly box: Box;
  readonly bands: Bands;
  readonly trace: Trace;
  /** Share of the width at the right that belongs to the names. */
  readonly free: number;
}

/** Pixels of height that a band's name takes. */
const nameRoom = 17;

const hueOf = ({ answer }: Band, answers: number, colours: ThemeColours): Rgb =>
  answer < 0 ? colours.soft : classHue(answer, answers, colours);

function traceBand(
  context: CanvasRenderingContext2D,
  { width: all, height }: Box,
  { from, to }: Band,
  steps: number,
  free: number,
): void {
  const width = all * (1 - free);
  const place = (step: number) => stepPlace(step, steps, free) * all;
  const level = (shares: Float32Array, step: number) => (1 - (shares[step] ?? 0)) * height;
  context.beginPath();
  context.moveTo(0, level(to, 0));
  for (let step = 0; step < steps; step++) context.lineTo(place(step), level(to, step));
  context.lineTo(width, level(to, steps - 1));
  context.lineTo(width, level(from, steps - 1));
  for (let step = steps - 1; step >= 0; step--) context.lineTo(place(step), level(from, step));
  context.lineTo(0, level(from, 0));
  context.closePath();
}

/** The belief in each answer over the steps, one upon the other, and dots where the right answer lies. */
export function BandsLayer({ box, bands: { bands, steps }, trace, free }: Props) {
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context || steps === 0) return;
    const width = box.width * (1 - free);
    for (const band of bands) {
      traceBand(context, box, band, steps, free);
      context.fillStyle = cssColour(mix(colours.card, hueOf(band, trace.answers.length, colours), 0.5));
      context.fill();
      context.lineWidth = 1.5;
      context.strokeStyle = cssColour(colours.card);
      context.stroke();
    }
    const radius = Math.min(4, Math.max(1.8, width / steps / 5));
    context.font = `600 12px ${getComputedStyle(canvas.current as HTMLElement).fontFamily}`;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillStyle = cssColour(colours.ink);
    for (const { name, from, to } of bands) {
      const [low, high] = [from[steps - 1] ?? 0, to[steps - 1] ?? 0];
      if ((high - low) * box.height < nameRoom) continue;
      context.fillText(name, width + 7, (1 - (low + high) / 2) * box.height, box.width - width - 10);
    }
    for (let step = 0; step < steps; step++) {
      const right = bands.find(({ answer }) => trace.answers[answer] === trace.expected[step]);
      if (!trace.asked[step] || !right) continue;
      context.beginPath();
      const middle = ((right.from[step] ?? 0) + (right.to[step] ?? 0)) / 2;
      context.arc(stepPlace(step, steps, free) * box.width, (1 - middle) * box.height, radius, 0, 2 * Math.PI);
      context.fillStyle = cssColour(colours.ink);
      context.fill();
      context.lineWidth = 1.25;
      context.strokeStyle = cssColour(colours.card);
      context.stroke();
    }
  }, [box, bands, steps, trace, free, colours]);
  return <canvas ref={canvas} className="plot-layer" />;
}
