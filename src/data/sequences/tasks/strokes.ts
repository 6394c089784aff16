import { type Stream, stream } from '../../../random/stream';
import { type Point, resample, type Stroke, trace } from '../../pen/curve';
import { digitFigures } from '../../pen/digits';
import { between } from '../../sets/draw';
import { whole } from '../draw';
import { type LabelledSequence, labelledDataset } from '../labelled/dataset';
import type { SequenceTask } from './task';

const longest = 36;

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
function write(random: Stream, figure: readonly Stroke[], noise: number): Float32Array {
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

/** Of each digit, the commonest way to write it. */
const figures = digitFigures.map(([first]) => first);

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
