import type { Distribution } from '../../../data/distributions/distribution';
import { undoScaling } from '../../../data/distributions/standardize';
import type { Imitated } from '../../../data/imitated/build';
import { imitatedWidth, type PicturesInfo, type PointsInfo } from '../../../data/imitated/info';
import type { Pass } from '../../../engine/record/pass';
import * as tf from '../../../engine/tf';
import { stream } from '../../../random/stream';
import type { Metrics } from '../../../training/progress';
import type { GenConfig } from '../..';
import { type Classifier, trainClassifier } from '../classifier';
import { drawTold } from '../inputs';
import { drawLatents } from '../latents';
import type { GenModel, GenTrainer } from '../model';
import { gridDivergence } from './divergence';
import { samplerFloor } from './floor';
import { modeCoverage } from './modes';
import { precisionRecall } from './neighbours';
import { identicalShare, spread } from './spread';
import { tableQuality } from './tables';
import { slicedWasserstein } from './wasserstein';

/** Samples of the averaged generator that are judged: for the curves, and for whoever asks. */
const judged = {
  points: { quick: 2000, fine: 20_000 },
  pictures: { quick: 250, fine: 2000 },
  table: { quick: 1000, fine: 5000 },
} as const;
/** Directions of the sliced distance. */
const directions = { quick: 16, fine: 64 } as const;
/** Pictures whose neighbours are looked for: the time grows with their square. */
const mostNeighbours = 1000;
const floorDraws = 2;

type Size = 'quick' | 'fine';

/** How good the samples are. */
export interface Quality {
  measure(trainer: GenTrainer, fine: boolean): Promise<Metrics>;
  dispose(): void;
}

interface Judged {
  /** Samples of latents that stay the same, in training units: count × width. */
  readonly samples: Float32Array;
  /** Their classes, where networks are told some: count × classes. */
  readonly labels: Float32Array;
  /** Share of them that the discriminator of now tells to be generated. */
  readonly caught: number;
}

/** Generates and judges so many samples. */
function createSampler(config: GenConfig, model: GenModel, count: number) {
  const { latent, classes, choices } = model;
  const latents = drawLatents(stream(config.seed, 'judged latents'), count * latent, config.model.noise);
  const { labels, gumbel } = drawTold(model.info, model, (name) => stream(config.seed, `judged ${name}`), count);
  let pass: Pick<Pass, 'run'> | null = null;
  return async (trainer: GenTrainer): Promise<Judged> => {
    pass ??= trainer.repeat(
      () => ({
        latents: tf.tensor2d(latents, [count, latent]),
        ...(classes > 0 && { labels: tf.tensor2d(labels, [count, classes]) }),
        ...(choices > 0 && { gumbel: tf.tensor2d(gumbel, [count, choices]) }),
      }),
      (parameters, held) => {
        const samples = model.generate(parameters, held.latents, held.labels, 'average', held.gumbel);
        const logits = model.judge(parameters, samples, held.labels);
        return tf.concat1d([samples, logits].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [tensor.size])));
      },
    );
    const values = await pass.run();
    const samples = values.subarray(0, count * imitatedWidth(model.info));
    const logits = values.subarray(samples.length);
    return { samples, labels, caught: logits.filter((logit) => logit < 0).length / logits.length };
  };
}

/** Points beside fresh ones of the distribution, and what a perfect sampler of as many would get. */
function pointsQuality(info: PointsInfo, distribution: Distribution) {
  const d = info.coordinates.length;
  const { extent, modes } = distribution;
  const measures = (size: Size): Record<string, (generated: Float32Array, data: Float32Array) => number> => ({
    js: (generated, data) => gridDivergence(generated, data, { d, extent }),
    wasserstein: (generated, data) => slicedWasserstein(generated, data, d, directions[size]),
  });
  const held = new Map<Size, { readonly data: Float32Array; readonly floors: Metrics }>();

  function heldOf(size: Size) {
    const count = judged.points[size];
    const data = distribution.sample(stream(0, 'judged against'), count);
    const floorOf = ([name, measure]: readonly [string, (a: Float32Array, b: Float32Array) => number]) => {
      const floor = samplerFloor(distribution, measure, { generated: count, data: count, draws: floorDraws });
      return [`${name}Floor`, floor] as const;
    };
    const made = { data, floors: Object.fromEntries(Object.entries(measures(size)).map(floorOf)) };
    held.set(size, made);
    return made;
  }

  return (samples: Float32Array, size: Size): Metrics => {
    const { data, floors } = held.get(size) ?? heldOf(size);
    const generated = undoScaling(samples, info.scaling);
    const metrics: Record<string, number> = { ...floors };
    for (const [name, measure] of Object.entries(measures(size))) metrics[name] = measure(generated, data);
    const dataSpread = spread(data, d);
    metrics.spread = spread(generated, d) / dataSpread;
    metrics.identical = identicalShare(generated, d, dataSpread);
    if (!modes) return metrics;
    const { covered, highQuality, reverseKl } = modeCoverage(generated, data, modes, d);
    return { ...metrics, modes: covered, quality: highQuality, reverseKl };
  };
}

/** Pictures beside held-out real ones; where there are classes, what a classifier takes them for. */
function picturesQuality(info: PicturesInfo, { train, test }: Imitated, seed: number) {
  const width = imitatedWidth(info);
  const real = test.count > 0 ? test.rows : train.rows;
  const classes = info.classes.length;
  let classifier: Promise<Classifier> | null = null;
  return {
    async measure(samples: Float32Array, size: Size): Promise<Metrics> {
      const count = Math.min(samples.length, real.length, width * Math.min(mostNeighbours, judged.pictures[size]));
      const metrics: Record<string, number> = {
        ...precisionRecall(samples.subarray(0, count), real.subarray(0, count), width),
      };
      if (classes === 0 || !train.labels) return metrics;
      classifier ??= trainClassifier(info, train, seed);
      const said = await (await classifier).classify(samples);
      const counts = new Float64Array(classes);
      let confidence = 0;
      const rows = said.length / classes;
      for (let row = 0; row < rows; row++) {
        const belief = said.subarray(row * classes, (row + 1) * classes);
        const most = Math.max(...belief);
        confidence += most / rows;
        const place = belief.indexOf(most);
        counts[place] = (counts[place] ?? 0) + 1;
      }
      // A class counts as covered from a third of its fair share on.
      const covered = counts.filter((n) => n >= rows / classes / 3).length;
      return { ...metrics, classes: covered, leastClass: Math.min(...counts) / rows, confidence };
    },
    dispose: () => void classifier?.then((made) => made.dispose()),
  };
}

/** What is measured of a generator's samples. */
export function genQuality(config: GenConfig, model: GenModel, imitated: Imitated): Quality {
  const { info } = imitated;
  const sizes = judged[info.imitates];
  const samplers = {
    quick: createSampler(config, model, sizes.quick),
    fine: createSampler(config, model, sizes.fine),
  };
  if (info.imitates === 'pictures') {
    const pictures = picturesQuality(info, imitated, config.seed);
    return {
      async measure(trainer, fine) {
        const size = fine ? 'fine' : 'quick';
        const { samples, caught } = await samplers[size](trainer);
        return { ...(await pictures.measure(samples, size)), caught };
      },
      dispose: pictures.dispose,
    };
  }
  if (info.imitates === 'table') {
    const rows = tableQuality(info, imitated);
    return {
      async measure(trainer, fine) {
        const { samples, labels, caught } = await samplers[fine ? 'fine' : 'quick'](trainer);
        return { ...rows(samples, labels, fine), caught };
      },
      dispose() {},
    };
  }
  const points = pointsQuality(info, imitated.distribution as Distribution);
  return {
    async measure(trainer, fine) {
      const size = fine ? 'fine' : 'quick';
      const { samples, caught } = await samplers[size](trainer);
      return { ...points(samples, size), caught };
    },
    dispose() {},
  };
}
