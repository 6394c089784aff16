import { showValue } from '../../config/showValue';
import { undoScaling } from '../../data/distributions/standardize';
import { type ImitatedInfo, imitatedWidth, inUnits } from '../../data/imitated/info';
import * as tf from '../../engine/tf';
import type { Exclusive } from '../../mutex';
import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { SamplesRequest } from '../../worker/protocol';
import { drawLatents, type NoiseName } from './latents';
import type { GenModel, GenTrainer } from './model';
import { labelsInTurn } from './pictures';

/** Rows made between two looks at what the page has to say. */
const pieceRows = 8192;

/** Rows in training units as whoever asks reads them. */
function read(info: ImitatedInfo, values: Float32Array): Float32Array {
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
 * (background) to 1 (ink). Where it is told classes, they come in turn.
 */
export async function makeSamples(
  { compute }: Pick<GenTrainer, 'compute'>,
  model: GenModel,
  noise: NoiseName,
  { count, seed, latents: given }: SamplesRequest,
  turn: Exclusive,
): Promise<number[][]> {
  const { info, latent, classes } = model;
  const width = imitatedWidth(info);
  const latents = given ? givenLatents(given, latent) : drawLatents(stream(seed, 'samples'), count * latent, noise);
  const rows = latents.length / latent;
  const samples: number[][] = [];
  for (let start = 0; start < rows; start += pieceRows) {
    const piece = latents.subarray(start * latent, (start + pieceRows) * latent);
    const count = piece.length / latent;
    // A whole number of turns come before it, as far as there are classes.
    const labels = labelsInTurn(start + count, classes).subarray(start * classes);
    const values = await turn(async () => {
      const made = compute((parameters) =>
        model.generate(
          parameters,
          tf.tensor2d(piece, [count, latent]),
          classes > 0 ? tf.tensor2d(labels, [count, classes]) : undefined,
        ),
      );
      const values = read(info, new Float32Array(await made.data()));
      made.dispose();
      return values;
    });
    for (let i = 0; i < values.length; i += width) samples.push([...values.subarray(i, i + width)]);
  }
  return samples;
}
