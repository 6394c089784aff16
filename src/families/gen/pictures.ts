import { pixelsOf } from '../../data/images/set';
import type { ImitatedExamples } from '../../data/imitated/build';
import type { PicturesInfo } from '../../data/imitated/info';
import type { Pass } from '../../engine/record/pass';
import * as tf from '../../engine/tf';
import { stream } from '../../random/stream';
import type { GenConfig } from '..';
import { drawLatents } from './latents';
import type { GenModel, GenSettings, GenTrainer } from './model';
import { verdictOf } from './verdict';
import { classesShown, type GenLook, type PicturesFrame, picturesShown, type Shown } from './view';
import { type PictureNoise, picturesMade } from './walk';

/** Milliseconds between two drawings of fresh pictures. */
const freshInterval = 500;

/** Classes one after another, row by row: [count × classes]. @param inTurn how many of them, from the first on */
export function labelsInTurn(count: number, classes: number, inTurn = classes): Float32Array {
  const labels = new Float32Array(count * classes);
  for (let i = 0; i < count; i++) labels[i * classes + (i % inTurn)] = 1;
  return labels;
}

/**
 * Real pictures as they are shown, row by row: the first ones, or where networks are told classes, those of each class
 * in its column, over and over where there are few.
 * @param classes that networks are told
 */
export function realShown(
  { count, rows, labels }: ImitatedExamples,
  info: PicturesInfo,
  classes: number,
): ImitatedExamples {
  const shown = picturesShown(classes);
  const inTurn = classesShown(classes);
  const width = info.size ** 2;
  const ofClass: number[][] = Array.from({ length: inTurn }, () => []);
  for (let i = 0; i < count && labels && classes > 0; i++)
    ofClass[labels.subarray(i * classes, (i + 1) * classes).indexOf(1)]?.push(i);
  const places = Array.from({ length: classes > 0 ? shown : Math.min(shown, count) }, (_, i) => {
    const alike = ofClass[i % inTurn] ?? [];
    // A class without a training picture has any.
    return alike[Math.floor(i / inTurn) % alike.length] ?? i % count;
  });
  const take = (values: Float32Array, each: number) => {
    const out = new Float32Array(places.length * each);
    for (const [i, place] of places.entries()) out.set(values.subarray(place * each, (place + 1) * each), i * each);
    return out;
  };
  return {
    count: places.length,
    rows: take(rows, width),
    labels: labels && take(labels, info.classes.length),
  };
}

/** Noise of the pictures that are shown and stay the same. */
export function shownNoise({ seed, model: { noise } }: GenConfig, { latent, classes }: GenModel): PictureNoise {
  const shown = picturesShown(classes);
  return {
    latents: drawLatents(stream(seed, 'shown latents'), shown * latent, noise),
    labels: classes > 0 ? labelsInTurn(shown, classes, classesShown(classes)) : null,
  };
}

/** Draws frames of pictures. @param real pictures beside those that are made; may be none */
export function pictureFrames(config: GenConfig, model: GenModel, info: PicturesInfo, real: ImitatedExamples) {
  const { latent, classes } = model;
  const { noise } = config.model;
  const shown = picturesShown(classes);
  const width = info.size ** 2;
  const { latents: fixedLatents, labels } = shownNoise(config, model);
  const passes = new Map<Shown, Pick<Pass, 'run'>>();
  let drawn = 0;
  let fresh: { readonly at: number; readonly pixels: Uint8Array } | null = null;
  const labelsOf = (values: Float32Array | null, count: number) =>
    values && classes > 0 ? { labels: tf.tensor2d(values.subarray(0, count * classes), [count, classes]) } : {};

  const passOf = (trainer: GenTrainer, shows: Shown): Pick<Pass, 'run'> =>
    trainer.repeat(
      () => ({
        latents: tf.tensor2d(fixedLatents, [shown, latent]),
        real: tf.tensor2d(real.rows, [real.count, width]),
        made: labelsOf(labels, shown),
        given: labelsOf(real.labels, real.count),
      }),
      (parameters, held) => {
        const made = model.generate(parameters, held.latents, held.made.labels, shows);
        const logits = [model.judge(parameters, made, held.made.labels)];
        if (real.count > 0) logits.push(model.judge(parameters, held.real, held.given.labels));
        return tf.concat1d([made, ...logits].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [tensor.size])));
      },
    );

  /** While it trains they stay long enough to be looked at. */
  async function freshOnes(trainer: GenTrainer, shows: Shown, resting: boolean): Promise<Uint8Array> {
    const now = performance.now();
    if (fresh && !resting && now - fresh.at < freshInterval) return fresh.pixels;
    drawn += 1;
    const latents = drawLatents(stream(config.seed, 'fresh latents', drawn), shown * latent, noise);
    fresh = { at: now, pixels: await picturesMade(trainer, model, info, { latents, labels }, shows) };
    return fresh.pixels;
  }

  return async (
    trainer: GenTrainer,
    settings: GenSettings,
    { shows }: GenLook,
    resting: boolean,
  ): Promise<PicturesFrame> => {
    const pass = passes.get(shows) ?? passOf(trainer, shows);
    passes.set(shows, pass);
    const values = await pass.run();
    const freshPixels = await freshOnes(trainer, shows, resting);
    const rows = shown * width;
    const judged = Math.floor(shown / model.packing);
    const ofMade = values.subarray(rows, rows + judged);
    const ofReal = values.subarray(rows + judged);
    const mean = (logits: Float32Array) => logits.reduce((sum, logit) => sum + logit, 0) / Math.max(1, logits.length);
    const middle = (mean(ofMade) + mean(ofReal)) / 2;
    const taken = (logits: Float32Array) =>
      Float32Array.from(logits, (logit) => verdictOf(settings.loss, logit, middle));
    return {
      kind: 'pictures',
      fixed: pixelsOf(values.subarray(0, rows), info.ink),
      fresh: freshPixels,
      taken: { fixed: taken(ofMade), real: taken(ofReal) },
    };
  };
}
