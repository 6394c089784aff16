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
import { columnsShown, type PicturesFrame, picturesShown } from './view';

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
  const columns = columnsShown(classes);
  const width = info.size ** 2;
  const ofClass: number[][] = Array.from({ length: columns }, () => []);
  for (let i = 0; i < count && labels && classes > 0; i++)
    ofClass[labels.subarray(i * classes, (i + 1) * classes).indexOf(1)]?.push(i);
  const places = Array.from({ length: classes > 0 ? shown : Math.min(shown, count) }, (_, i) => {
    const alike = ofClass[i % columns] ?? [];
    // A class without a training picture has any.
    return alike[Math.floor(i / columns) % alike.length] ?? i % count;
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

/** Draws frames of pictures. @param real pictures beside those that are made; may be none */
export function pictureFrames(config: GenConfig, model: GenModel, info: PicturesInfo, real: ImitatedExamples) {
  const { latent, classes } = model;
  const { noise } = config.model;
  const shown = picturesShown(classes);
  const width = info.size ** 2;
  const fixedLatents = drawLatents(stream(config.seed, 'shown latents'), shown * latent, noise);
  const labels = classes > 0 ? labelsInTurn(shown, classes, columnsShown(classes)) : null;
  let pass: Pick<Pass, 'run'> | null = null;
  let frames = 0;
  const labelsOf = (values: Float32Array | null, count: number) =>
    values && classes > 0 ? { labels: tf.tensor2d(values.subarray(0, count * classes), [count, classes]) } : {};

  const passOf = (trainer: GenTrainer): Pick<Pass, 'run'> =>
    trainer.repeat(
      () => ({
        latents: tf.tensor2d(fixedLatents, [shown, latent]),
        real: tf.tensor2d(real.rows, [real.count, width]),
        made: labelsOf(labels, shown),
        given: labelsOf(real.labels, real.count),
      }),
      (parameters, held) => {
        const made = model.generate(parameters, held.latents, held.made.labels);
        const logits = [model.judge(parameters, made, held.made.labels)];
        if (real.count > 0) logits.push(model.judge(parameters, held.real, held.given.labels));
        return tf.concat1d([made, ...logits].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [tensor.size])));
      },
    );

  async function freshOnes(trainer: GenTrainer): Promise<Float32Array> {
    frames += 1;
    const drawn = drawLatents(stream(config.seed, 'fresh latents', frames), shown * latent, noise);
    const made = trainer.compute((parameters) =>
      model.generate(parameters, tf.tensor2d(drawn, [shown, latent]), labelsOf(labels, shown).labels),
    );
    const values = (await made.data()) as Float32Array;
    made.dispose();
    return values;
  }

  return async (trainer: GenTrainer, settings: GenSettings): Promise<PicturesFrame> => {
    pass ??= passOf(trainer);
    const values = await pass.run();
    const fresh = await freshOnes(trainer);
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
      fresh: pixelsOf(fresh, info.ink),
      taken: { fixed: taken(ofMade), real: taken(ofReal) },
    };
  };
}
