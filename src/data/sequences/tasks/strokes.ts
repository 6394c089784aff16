import { type Stream, stream } from '../../../random/stream';
import { between } from '../../sets/draw';
import { whole } from '../draw';
import { type LabelledSequence, labelledDataset } from '../labelled/dataset';
import type { SequenceTask } from './task';

type Point = readonly [x: number, y: number];

const longest = 36;

/** Each figure as strokes of the pen through a few points, x to the right and y downward, 0 … 1. */
const figures: readonly (readonly (readonly Point[])[])[] = [
  [
    [
      [0.5, 0.05],
      [0.22, 0.25],
      [0.2, 0.7],
      [0.5, 0.95],
      [0.8, 0.7],
      [0.78, 0.25],
      [0.5, 0.05],
    ],
  ],
  [
    [
      [0.35, 0.22],
      [0.55, 0.05],
      [0.54, 0.5],
      [0.55, 0.95],
    ],
  ],
  [
    [
      [0.22, 0.28],
      [0.4, 0.06],
      [0.72, 0.12],
      [0.72, 0.38],
      [0.45, 0.7],
      [0.2, 0.94],
      [0.5, 0.92],
      [0.82, 0.94],
    ],
  ],
  [
    [
      [0.25, 0.12],
      [0.55, 0.05],
      [0.74, 0.25],
      [0.45, 0.46],
      [0.76, 0.68],
      [0.55, 0.95],
      [0.22, 0.86],
    ],
  ],
  [
    [
      [0.55, 0.05],
      [0.35, 0.35],
      [0.16, 0.62],
      [0.5, 0.62],
      [0.84, 0.62],
    ],
    [
      [0.64, 0.34],
      [0.63, 0.65],
      [0.62, 0.95],
    ],
  ],
  [
    [
      [0.3, 0.06],
      [0.27, 0.42],
      [0.55, 0.38],
      [0.78, 0.62],
      [0.58, 0.93],
      [0.22, 0.88],
    ],
    [
      [0.3, 0.06],
      [0.76, 0.06],
    ],
  ],
  [
    [
      [0.68, 0.05],
      [0.36, 0.32],
      [0.22, 0.7],
      [0.45, 0.95],
      [0.74, 0.78],
      [0.55, 0.55],
      [0.25, 0.68],
    ],
  ],
  [
    [
      [0.2, 0.07],
      [0.5, 0.06],
      [0.8, 0.07],
      [0.55, 0.5],
      [0.4, 0.95],
    ],
  ],
  [
    [
      [0.72, 0.2],
      [0.45, 0.05],
      [0.28, 0.25],
      [0.52, 0.48],
      [0.76, 0.74],
      [0.48, 0.95],
      [0.24, 0.74],
      [0.5, 0.48],
      [0.72, 0.2],
    ],
  ],
  [
    [
      [0.74, 0.26],
      [0.45, 0.06],
      [0.26, 0.3],
      [0.5, 0.5],
      [0.74, 0.26],
      [0.72, 0.6],
      [0.6, 0.95],
    ],
  ],
];

/** A point between b and c of a Catmull-Rom spline through a, b, c, d. */
function spline([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Many points along a stroke, smoothly through its own. */
function trace(stroke: readonly Point[], pieces: number): Point[] {
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
function resample(points: readonly Point[], count: number): Point[] {
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

/** A hand of its own: turned, slanted, stretched, and every point a little off. */
function hand(random: Stream, noise: number): (point: Point) => Point {
  const turn = between(random, -0.25, 0.25);
  const slant = between(random, -0.25, 0.25);
  const [wide, high] = [between(random, 0.75, 1.15), between(random, 0.85, 1.15)];
  const off = 0.025 + 0.06 * noise;
  return ([x, y]) => {
    const [u, v] = [wide * (x - 0.5) - slant * (y - 0.5), high * (y - 0.5)];
    return [
      u * Math.cos(turn) - v * Math.sin(turn) + off * random.normal(),
      u * Math.sin(turn) + v * Math.cos(turn) + off * random.normal(),
    ];
  };
}

/** Steps of the pen, (dx, dy, pen) each: how far it moves, and whether it touches the paper on the way. */
function write(random: Stream, figure: readonly (readonly Point[])[], noise: number): Float32Array {
  const move = hand(random, noise);
  const strokes = figure.map((stroke) => trace(stroke.map(move), 8));
  const steps = whole(random, 22, longest);
  const sizes = strokes.map((points) =>
    resample(points, 12).reduce((sum, [x, y], i, all) => {
      const [px, py] = all[i - 1] ?? [x, y];
      return sum + Math.hypot(x - px, y - py);
    }, 0),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const out: number[] = [];
  let [x, y] = strokes[0]?.[0] ?? [0, 0];
  let left = steps;
  for (const [s, points] of strokes.entries()) {
    const isLast = s === strokes.length - 1;
    const count = isLast ? left : Math.max(4, Math.round((steps * (sizes[s] ?? 0)) / total));
    left -= count;
    for (const [i, [nx, ny]] of resample(points, count).entries()) {
      out.push(nx - x, ny - y, i > 0 ? 1 : 0);
      [x, y] = [nx, ny];
    }
  }
  return Float32Array.from(out);
}

/** The figures 0 to 9 as a pen writes them: points in time, not a picture. */
export const strokes: SequenceTask = {
  id: 'strokes',
  kind: 'classification',
  settings: ['samples', 'noise', 'trainFraction'],
  defaults: { samples: 1000, trainFraction: 0.8, noise: 0.2 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const sequences = Array.from({ length: options.samples }, (_, i): LabelledSequence => {
      const label = i % figures.length;
      return { label, rows: write(random, figures[label] ?? [], options.noise) };
    });
    return labelledDataset(
      {
        name: 'strokes',
        columns: ['dx', 'dy', 'pen'],
        target: 'digit',
        classes: figures.map((_, digit) => String(digit)),
        sequences,
        notes: [],
      },
      { window: longest, trainFraction: options.trainFraction },
      seed,
    );
  },
};
