import { showValue } from '../../config/showValue';
import { undoScaling } from '../../data/distributions/standardize';
import {
  type ImitatedInfo,
  imitatedWidth,
  inUnits,
  type PicturesInfo,
  type PointsInfo,
} from '../../data/imitated/info';
import { cellsOf, decodeRows } from '../../data/imitated/rows';
import * as tf from '../../engine/tf';
import type { Exclusive } from '../../mutex';
import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { SamplesRequest } from '../../worker/protocol';
import { drawTold } from './inputs';
import { drawLatents, type NoiseName } from './latents';
import type { GenModel, GenTrainer } from './model';

/** Rows made between two looks at what the page has to say. */
const pieceRows = 8192;

/** Rows in training units as whoever asks reads them. */
function read(info: ImitatedInfo, values: Float32Array, labels: Float32Array): (number | string)[][] {
  if (info.imitates === 'table') return cellsOf(decodeRows(values, labels, info));
  const numbers = numbersOf(info, values);
  const width = imitatedWidth(info);
  return Array.from({ length: numbers.length / width }, (_, i) => [...numbers.subarray(i * width, (i + 1) * width)]);
}

function numbersOf(info: PointsInfo | PicturesInfo, values: Float32Array): Float32Array {
  if (info.imitates === 'points')
    return undoScaling(values, info.scaling).map((value, i) => inUnits(info, i % info.coordinates.length, value));
  return info.ink === 'unit' ? values : values.map((value) => (value + 1) / 2);
}

/** Latents that were given, row by row. @throws {Problem} naming the row that is none. */
function givenLatents(latents: readonly (readonly number[])[], width: number): Float32Array {
  latents.forEach((row, i) => {
    const fits = Array.isArray(row) && row.length === width && row.every((value) => Number.isFinite(value));
    if (!fits) throw new Problem('latentInput', { row: i + 1, expected: width, found: showValue(row) });
  });
  return Float32Array.from(latents.flat());
}

/**
 * What the averaged generator makes: points as their coordinates in drawn units, pictures as their pixels row by row, 0
 * (background) to 1 (ink), rows of a table as their cells. Classes of pictures that it is told come in turn, those of
 * rows by the shares that they have of the data.
 */
export async function makeSamples(
  { compute }: Pick<GenTrainer, 'compute'>,
  model: GenModel,
  noise: NoiseName,
  { count, seed, latents: given }: SamplesRequest,
  turn: Exclusive,
): Promise<(number | string)[][]> {
  const { info, latent, classes, choices } = model;
  const latents = given ? givenLatents(given, latent) : drawLatents(stream(seed, 'samples'), count * latent, noise);
  const rows = latents.length / latent;
  const told = drawTold(info, model, (name) => stream(seed, `samples: ${name}`), rows);
  const samples: (number | string)[][] = [];
  for (let start = 0; start < rows; start += pieceRows) {
    const piece = latents.subarray(start * latent, (start + pieceRows) * latent);
    const count = piece.length / latent;
    const labels = told.labels.subarray(start * classes, (start + count) * classes);
    const gumbel = told.gumbel.subarray(start * choices, (start + count) * choices);
    const made = await turn(async () => {
      const made = compute((parameters) =>
        model.generate(
          parameters,
          tf.tensor2d(piece, [count, latent]),
          classes > 0 ? tf.tensor2d(labels, [count, classes]) : undefined,
          'average',
          choices > 0 ? tf.tensor2d(gumbel, [count, choices]) : undefined,
        ),
      );
      const values = read(info, new Float32Array(await made.data()), labels);
      made.dispose();
      return values;
    });
    samples.push(...made);
  }
  return samples;
}
