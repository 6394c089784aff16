/** An arrow in pixels, from where a point lies. */
export interface Arrow {
  readonly x: number;
  readonly y: number;
  /** To its tip. */
  readonly dx: number;
  readonly dy: number;
}

/** Arrows shorter than this, in pixels, are not drawn. */
const shortest = 2;

/**
 * Arrows for what pulls at points. However strong a pull is, its arrow stays shorter than `longest`, and half as long
 * where the pull is `usual`; what is ten times weaker is still told apart from what is a hundred times.
 * @param places x, y, x, y … in pixels
 * @param pull x, y, x, y …, upward positive; there may be fewer than places
 */
export function arrowsOf(places: ArrayLike<number>, pull: ArrayLike<number>, usual: number, longest: number): Arrow[] {
  const arrows: Arrow[] = [];
  for (let i = 0; i + 1 < pull.length; i += 2) {
    const [px, py] = [pull[i] as number, pull[i + 1] as number];
    const strength = Math.hypot(px, py);
    const length = (longest * strength) / (strength + usual);
    // What is no number is passed over too.
    if (!(length >= shortest)) continue;
    arrows.push({
      x: places[i] as number,
      y: places[i + 1] as number,
      dx: (length * px) / strength,
      dy: (-length * py) / strength,
    });
  }
  return arrows;
}

/** Adds the shaft and the head of each to the path. */
export function traceArrows(context: CanvasPath, arrows: readonly Arrow[]): void {
  for (const { x, y, dx, dy } of arrows) {
    const length = Math.hypot(dx, dy);
    const head = Math.min(5.5, 0.45 * length);
    const [ux, uy] = [dx / length, dy / length];
    const [tx, ty] = [x + dx, y + dy];
    context.moveTo(x, y);
    context.lineTo(tx, ty);
    context.moveTo(tx - head * (ux + 0.55 * uy), ty - head * (uy - 0.55 * ux));
    context.lineTo(tx, ty);
    context.lineTo(tx - head * (ux - 0.55 * uy), ty - head * (uy + 0.55 * ux));
  }
}
