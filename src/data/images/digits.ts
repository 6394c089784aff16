import { type Stream, stream } from '../../random/stream';
import { type Figure, type Point, type Stroke, trace } from '../pen/curve';
import { digitFigures } from '../pen/digits';
import { between } from '../sets/draw';
import { type Drawing, renderer } from './render';
import type { DrawnOptions, ImageSet } from './set';

/** How often the commonest way to write a digit is taken, where there are others. */
const commonest = 0.5;

/** Pieces between two points of a stroke. */
const pieces = 6;

function choose(random: Stream, [first = [], ...others]: readonly Figure[]): Figure {
  const chance = random.uniform();
  if (chance < commonest) return first;
  return others[Math.floor(((chance - commonest) / (1 - commonest)) * others.length)] ?? first;
}

/** A hand of its own: turned, slanted, stretched, and every point a little off; around the middle. */
function hand(random: Stream): (point: Point) => Point {
  const turn = 0.07 * random.normal();
  const slant = between(random, -0.1, 0.3);
  const [wide, high] = [between(random, 0.75, 1.1), between(random, 0.9, 1.08)];
  const wobble = between(random, 0.01, 0.035);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return ([x, y]) => {
    const [u, v] = [wide * (x - 0.5) - slant * (y - 0.5), high * (y - 0.5)];
    return [u * cos - v * sin + wobble * random.normal(), u * sin + v * cos + wobble * random.normal()];
  };
}

/** A smooth line through the points of a stroke; one that ends where it began has no corner there. */
function line(stroke: Stroke, move: (point: Point) => Point): Point[] {
  const points = stroke.map(move);
  const [from, to] = [stroke[0], stroke.at(-1)];
  if (from?.[0] !== to?.[0] || from?.[1] !== to?.[1]) return trace(points, pieces);
  const ring = points.slice(0, -1);
  return trace([...ring.slice(-1), ...ring, ...ring.slice(0, 2)], pieces).slice(pieces, -pieces);
}

function ends(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** What is left free of a picture, both sides together, in pixels: less of a small one, which has none to spare. */
const margin = (size: number) => 0.5 + 0.15 * (size - 8);

/** Where lines come to lie in a picture: nearly as large as fits, and nearly in the middle. */
function place(random: Stream, lines: readonly (readonly Point[])[], size: number, thickness: number) {
  const points = lines.flat();
  const [left, right] = ends(points.map(([x]) => x));
  const [top, bottom] = ends(points.map(([, y]) => y));
  const room = size - margin(size) - thickness;
  const scale = Math.min(room * between(random, 0.88, 1), room / Math.max(right - left, bottom - top));
  const free = (length: number) => Math.max(0, (size - thickness - 0.5 - scale * length) / 2);
  const shift = (length: number) => {
    const off = 0.03 * size * random.normal();
    return Math.max(-free(length), Math.min(free(length), off));
  };
  const [dx, dy] = [shift(right - left), shift(bottom - top)];
  const [midX, midY] = [(left + right) / 2, (top + bottom) / 2];
  return ([x, y]: Point): Point => [size / 2 + dx + scale * (x - midX), size / 2 + dy + scale * (y - midY)];
}

function write(random: Stream, digit: number, size: number): Drawing {
  const figure = choose(random, digitFigures[digit] ?? []);
  const move = hand(random);
  const thickness = Math.max(1, size * 0.09 * between(random, 0.75, 1.4));
  const lines = figure.map((stroke) => line(stroke, move));
  const to = place(random, lines, size, thickness);
  return { lines: lines.map((line) => line.map(to)), thickness };
}

/**
 * Digits as if by many hands: picture i shows the digit i mod 10, and is the same however many there are. At another
 * size the same seed gives the same hands.
 */
export function drawDigits({ size, count, seed }: DrawnOptions): ImageSet {
  const render = renderer(size);
  const pixels = new Uint8Array(count * size * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % digitFigures.length);
  for (const [i, digit] of labels.entries())
    render(write(stream(seed, 'digits', i), digit, size), pixels, i * size * size);
  return { name: 'digits', size, count, pixels, labels, classes: digitFigures.map((_, digit) => String(digit)) };
}
