import { useLayoutEffect, useRef } from 'react';
import { cssColour } from '../../../canvas/colour';
import { type Box, prepareSurface } from '../../../canvas/surface';
import { useThemeColours } from '../../../canvas/themeColours';
import { useMessages } from '../../../i18n/useMessages';

interface Props {
  readonly box: Box;
  /** 0 … 1 at as many places of the line. */
  readonly verdict: Float32Array;
}

/** Room above and below the line, in pixels, so that it is seen where the verdict is certain. */
const inset = 8;

/** What the discriminator says along the line: real at the top, made up at the bottom. */
export function VerdictLayer({ box, verdict }: Props) {
  const { genView: words } = useMessages();
  const colours = useThemeColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current && prepareSurface(canvas.current, box);
    if (!context) return;
    const { width, height } = box;
    const level = (value: number) => inset + (1 - value) * (height - 2 * inset);
    context.setLineDash([2, 4]);
    context.lineWidth = 1;
    context.strokeStyle = cssColour(colours.ink, 0.35);
    context.beginPath();
    context.moveTo(0, level(0.5));
    context.lineTo(width, level(0.5));
    context.stroke();
    context.setLineDash([9, 4]);
    context.lineJoin = 'round';
    context.beginPath();
    verdict.forEach((value, i) => context.lineTo(((i + 0.5) / verdict.length) * width, level(value)));
    context.lineWidth = 5;
    context.strokeStyle = cssColour(colours.card, 0.8);
    context.stroke();
    context.lineWidth = 2.25;
    context.strokeStyle = cssColour(colours.ink);
    context.stroke();
    context.setLineDash([]);
  }, [box, verdict, colours]);
  return (
    <>
      <canvas ref={canvas} className="plot-layer" />
      <span className="gen-verdict-end" data-end="real">
        {words.real}
      </span>
      <span className="gen-verdict-end" data-end="made-up">
        {words.madeUp}
      </span>
    </>
  );
}
