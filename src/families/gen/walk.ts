import { pixelsOf } from '../../data/images/set';
import type { PicturesInfo } from '../../data/imitated/info';
import * as tf from '../../engine/tf';
import type { NoiseName } from './latents';
import type { GenModel, GenTrainer } from './model';
import type { Shown } from './view';

const lengthOf = (vector: ArrayLike<number>) => Math.hypot(...Array.from(vector));

/**
 * What lies between two latents. Normal noise lies about equally far from 0 everywhere, which the straight line leaves:
 * there the way goes round, along the sphere (White, "Sampling Generative Networks", 2016). Uniform noise fills its
 * cube, and the way is straight.
 * @param share of the way, 0 … 1
 */
export function betweenLatents(from: Float32Array, to: Float32Array, share: number, noise: NoiseName): Float32Array {
  const mix = (ofFrom: number, ofTo: number) => from.map((value, i) => ofFrom * value + ofTo * (to[i] as number));
  if (noise === 'uniform') return mix(1 - share, share);
  const lengths = lengthOf(from) * lengthOf(to);
  const product = from.reduce((sum, value, i) => sum + value * (to[i] as number), 0);
  const angle = lengths > 0 ? Math.acos(Math.max(-1, Math.min(1, product / lengths))) : 0;
  const sine = Math.sin(angle);
  // In the same direction, or in opposite ones, there is no single way round.
  if (sine < 1e-4) return mix(1 - share, share);
  return mix(Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine);
}

/** Latents of pictures, n × latent, and their labels, n × classes. */
export interface PictureNoise {
  readonly latents: Float32Array;
  readonly labels: Float32Array | null;
}

/** The way from one picture to another in so many steps, both ends included; classes are mixed along the way. */
export function walkNoise(
  { latents, labels }: PictureNoise,
  { latent, classes, noise }: { readonly latent: number; readonly classes: number; readonly noise: NoiseName },
  { from, to, steps }: { readonly from: number; readonly to: number; readonly steps: number },
): PictureNoise {
  const row = (values: Float32Array, place: number, width: number) =>
    values.subarray(place * width, (place + 1) * width);
  const walked = new Float32Array(steps * latent);
  const mixed = labels && new Float32Array(steps * classes);
  for (let i = 0; i < steps; i++) {
    const share = i / Math.max(1, steps - 1);
    walked.set(betweenLatents(row(latents, from, latent), row(latents, to, latent), share, noise), i * latent);
    if (labels)
      mixed?.set(
        row(labels, from, classes).map(
          (value, k) => (1 - share) * value + share * (labels[to * classes + k] as number),
        ),
        i * classes,
      );
  }
  return { latents: walked, labels: mixed };
}

/** What the generator, averaged unless told, makes of noise: pictures × size², 0 (background) to 255 (ink). */
export async function picturesMade(
  { compute }: Pick<GenTrainer, 'compute'>,
  model: GenModel,
  info: PicturesInfo,
  { latents, labels }: PictureNoise,
  shows: Shown = 'average',
): Promise<Uint8Array> {
  const count = latents.length / model.latent;
  const made = compute((parameters) =>
    model.generate(
      parameters,
      tf.tensor2d(latents, [count, model.latent]),
      labels ? tf.tensor2d(labels, [count, model.classes]) : undefined,
      shows,
    ),
  );
  const values = await made.data();
  made.dispose();
  return pixelsOf(values, info.ink);
}
