import { type MarkShape, traceMark } from './marks';

export interface MarkStyle {
  readonly shape: MarkShape;
  readonly fill: string;
  readonly stroke: string;
  /** Colour of a small spot in the middle, for a second sign besides the hue. */
  readonly spot?: string;
}

/** Radius that lets single points be seen and thousands not cover the map, for a plot `side` pixels wide. */
export function markRadius(side: number, count: number): number {
  const room = Math.min(5.2, Math.max(3, side / 125));
  return Math.max(1.4, room * Math.min(1, (700 / Math.max(1, count)) ** 0.4));
}

/** Draws marks in the order given. Coordinates are 0 … 1 from the left and from the top. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  marks: Iterable<readonly [across: number, down: number, style: MarkStyle]>,
  radius: number,
): void {
  context.lineWidth = Math.max(0.75, radius / 4);
  context.lineJoin = 'round';
  for (const [across, down, style] of marks) {
    const [x, y] = [across * size.width, down * size.height];
    traceMark(context, style.shape, x, y, radius);
    context.fillStyle = style.fill;
    context.strokeStyle = style.stroke;
    context.fill();
    context.stroke();
    if (style.spot && radius > 2.4) {
      traceMark(context, 'circle', x, y, radius * 0.3);
      context.fillStyle = style.spot;
      context.fill();
    }
  }
}
