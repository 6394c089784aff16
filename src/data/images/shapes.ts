import { type Stream, stream } from '../../random/stream';
import type { Point } from '../pen/curve';
import { between } from '../sets/draw';
import { type Drawing, renderer } from './render';
import type { DrawnOptions, ImageSet } from './set';

/** A shape around (0, 0) within a circle of radius 1, y downward. */
interface Outline {
  readonly line: readonly Point[];
  /** Written with a pen of some thickness instead of filled. */
  readonly open?: boolean;
  /** A second stroke of an open one. */
  readonly second?: readonly Point[];
  /** Greatest turn to either side, in radians. */
  readonly turn: number;
}

const full = 2 * Math.PI;

/** Corners at equal angles from the top, at radii that take turns, closed. */
function corners(count: number, ...radii: readonly number[]): Point[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = (full * (i % count)) / count - Math.PI / 2;
    const radius = radii[i % radii.length] ?? 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** Points along an arc, from one angle to another. */
function arc(x: number, y: number, radius: number, from: number, to: number, pieces: number): Point[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / pieces;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** The curve x = 16 sin³ t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t, within the circle. */
const heart = Array.from({ length: 37 }, (_, i): Point => {
  const t = (full * (i % 36)) / 36;
  const y = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t);
  return [(16 * Math.sin(t) ** 3) / 17, -(y + 2.5) / 16];
});

/** A circle less another: where they meet, the second a little smaller and to the right, as angles around each of them. */
const [biteX, bite] = [0.45, 0.8] as const;
const meeting = Math.acos((1 + biteX ** 2 - bite ** 2) / (2 * biteX));
const moon = [
  ...arc(0, 0, 1, meeting, full - meeting, 24),
  ...arc(
    biteX,
    0,
    bite,
    Math.atan2(-Math.sin(meeting), Math.cos(meeting) - biteX) + full,
    Math.atan2(Math.sin(meeting), Math.cos(meeting) - biteX),
    20,
  ),
].map(([x, y]): Point => [x + 0.25, y]);

const outlines = {
  circle: { line: corners(32, 0.9), turn: Math.PI },
  ring: { line: corners(32, 0.9), open: true, turn: Math.PI },
  square: { line: corners(4, 1).map(([x, y]): Point => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]), turn: 0.2 },
  triangle: { line: corners(3, 1), turn: 0.25 },
  cross: {
    line: [
      [-0.7, -0.7],
      [0.7, 0.7],
    ],
    second: [
      [0.7, -0.7],
      [-0.7, 0.7],
    ],
    open: true,
    turn: 0.25,
  },
  star: { line: corners(10, 1, 0.42), turn: 0.3 },
  heart: { line: heart, turn: 0.25 },
  moon: { line: moon, turn: 0.4 },
} as const satisfies Readonly<Record<string, Outline>>;

const shapeNames = Object.keys(outlines) as readonly (keyof typeof outlines)[];

function draw(random: Stream, { line, second, open = false, turn: reach }: Outline, size: number): Drawing {
  const turn = between(random, -reach, reach);
  const thickness = Math.max(1, size * between(random, 0.09, 0.16));
  const edge = open ? thickness / 2 : 0;
  const radius = size * between(random, 0.33, 0.46) - edge;
  const free = size / 2 - radius - edge;
  const [x, y] = [between(random, -free, free), between(random, -free, free)].map((off) => size / 2 + 0.7 * off);
  const [cos, sin] = [radius * Math.cos(turn), radius * Math.sin(turn)];
  const place = ([u, v]: Point): Point => [(x ?? 0) + u * cos - v * sin, (y ?? 0) + u * sin + v * cos];
  const lines = second ? [line, second] : [line];
  return { lines: lines.map((points) => points.map(place)), thickness: open ? thickness : 0, filled: !open };
}

/** Simple shapes of any size, place and turn: picture i shows the shape i mod 8, and is the same however many there are. */
export function drawShapes({ size, count, seed }: DrawnOptions): ImageSet {
  const render = renderer(size);
  const pixels = new Uint8Array(count * size * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % shapeNames.length);
  for (const [i, label] of labels.entries()) {
    const outline = outlines[shapeNames[label] ?? 'circle'];
    render(draw(stream(seed, 'shapes', i), outline, size), pixels, i * size * size);
  }
  return { name: 'shapes', size, count, pixels, labels, classes: shapeNames };
}
