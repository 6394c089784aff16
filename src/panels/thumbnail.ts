import { cssColour } from '../canvas/colour';
import { markShapes, traceMark } from '../canvas/marks';
import { divergingColour } from '../canvas/ramp';
import type { ThemeColours } from '../canvas/themeColours';
import { type PointSetId, pointSets } from '../data/sets';
import { stream } from '../random/stream';

/** Colour and shape of a point: two classes warm and cool, more in the class colours, numbers along the ramp. */
function styleOf(colours: ThemeColours, classes: number, low: number, high: number) {
  return (target: number) => {
    if (classes > 2) return { colour: colours.classes[target] ?? colours.soft, shape: markShapes[target] ?? 'circle' };
    const unit = (target - low) / (high - low || 1);
    return {
      colour: divergingColour(colours.warm, colours.line, colours.cool, unit),
      shape: classes === 2 && target === 1 ? markShapes[3] : markShapes[0],
    } as const;
  };
}

/** Draws a built-in point set in a square of `side` pixels. */
export function drawThumbnail(context: CanvasRenderingContext2D, side: number, id: PointSetId, colours: ThemeColours) {
  const set = pointSets[id];
  const classes = set.target === 'number' ? 0 : set.classes === 'chosen' ? 4 : 2;
  // A landscape of numbers shows only where it is covered.
  const covered = set.target === 'number' && set.coordinates.length === 2;
  const samples = covered ? 700 : 110;
  const { points, targets } = set.generate(stream(3, 'thumbnail'), { samples, noise: 0.05, classes });
  const width = set.coordinates.length;
  // A curve has no second coordinate: its height is the target itself.
  const low = targets.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = targets.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const style = styleOf(colours, classes, low, high);
  const place = (value: number, extent: number) => ((value / extent) * 0.46 + 0.5) * side;
  const radius = Math.max(1, side / 42) * (covered ? 1.5 : 1);
  targets.forEach((target, i) => {
    const { colour, shape } = style(target);
    const x = points[i * width] as number;
    const up =
      width === 2 ? place(points[i * 2 + 1] as number, set.extent) : place((target - low) / (high - low) - 0.5, 0.62);
    traceMark(context, shape, place(x, set.extent), side - up, radius);
    context.fillStyle = cssColour(colour);
    context.fill();
  });
}
