/** A place on paper: x to the right, y downward. */
export type Point = readonly [x: number, y: number];

/** A few points the pen passes on the way from where it is put down to where it is lifted. */
export type Stroke = readonly Point[];

/** What is written with one or more strokes. */
export type Figure = readonly Stroke[];

/** A point between b and c of a Catmull-Rom spline through a, b, c, d. */
function spline([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Many points along a stroke, smoothly through its own. */
export function trace(stroke: Stroke, pieces: number): Point[] {
  const at = (i: number, k: 0 | 1) => stroke[Math.max(0, Math.min(stroke.length - 1, i))]?.[k] ?? 0;
  const points: Point[] = [];
  for (let i = 0; i < stroke.length - 1; i++)
    for (let piece = 0; piece < pieces; piece++) {
      const along = (k: 0 | 1) => spline([at(i - 1, k), at(i, k), at(i + 1, k), at(i + 2, k)], piece / pieces);
      points.push([along(0), along(1)]);
    }
  return [...points, [at(stroke.length - 1, 0), at(stroke.length - 1, 1)]];
}

/** `count` points at equal distances along a line of points. */
export function resample(points: readonly Point[], count: number): Point[] {
  const lengths = [0];
  for (const [i, [x, y]] of points.slice(1).entries()) {
    const [px, py] = points[i] ?? [x, y];
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(x - px, y - py));
  }
  let segment = 0;
  return Array.from({ length: count }, (_, i) => {
    const place = ((lengths.at(-1) ?? 0) * i) / Math.max(1, count - 1);
    while (segment < points.length - 2 && (lengths[segment + 1] ?? 0) < place) segment += 1;
    const [from, to] = [lengths[segment] ?? 0, lengths[segment + 1] ?? 0];
    const share = to > from ? Math.min(1, (place - from) / (to - from)) : 0;
    const [ax, ay] = points[segment] ?? [0, 0];
    const [bx, by] = points[segment + 1] ?? [ax, ay];
    return [ax + share * (bx - ax), ay + share * (by - ay)];
  });
}
