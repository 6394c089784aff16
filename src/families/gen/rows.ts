import type { ImitatedExamples } from '../../data/imitated/imitated';
import { imitatedWidth, type TableInfo } from '../../data/imitated/info';
import { decodeRows } from '../../data/imitated/rows';
import type { Pass } from '../../engine/record/pass';
import * as tf from '../../engine/tf';
import { stream } from '../../random/stream';
import type { TablePreview } from '../../worker/protocol';
import type { GenConfig } from '..';
import { drawTold } from './inputs';
import { drawLatents } from './latents';
import type { GenModel, GenSettings, GenTrainer } from './model';
import { verdictOf } from './verdict';
import { type GenLook, rowsShown, type Shown, type TableFrame } from './view';

/** Real rows that are compared with. */
const mostCompared = 2000;

function first({ count, rows, labels }: ImitatedExamples, most: number, info: TableInfo): ImitatedExamples {
  const taken = Math.min(count, most);
  const classes = info.condition?.shares.length ?? 0;
  return {
    count: taken,
    rows: rows.subarray(0, taken * imitatedWidth(info)),
    labels: labels && labels.subarray(0, taken * classes),
  };
}

/** Real rows as they are shown, in their own units and words. */
export function tablePreview(info: TableInfo, train: ImitatedExamples, test: ImitatedExamples): TablePreview {
  const decode = (examples: ImitatedExamples) => {
    const { rows, labels } = first(examples, mostCompared, info);
    return decodeRows(rows, labels, info);
  };
  return { train: decode(train), test: decode(test) };
}

/** Draws frames of rows: of noise that stays the same, beside as many real ones; of these there may be none. */
export function tableFrames(config: GenConfig, model: GenModel, info: TableInfo, train: ImitatedExamples) {
  const { latent, classes, choices, packing } = model;
  const width = imitatedWidth(info);
  const latents = drawLatents(stream(config.seed, 'shown latents'), rowsShown * latent, config.model.noise);
  const told = drawTold(info, model, (name) => stream(config.seed, `shown ${name}`), rowsShown);
  const real = first(train, rowsShown, info);
  const judged = real.count >= packing;
  const passes = new Map<Shown, Pick<Pass, 'run'>>();
  const labelsOf = (values: Float32Array | null, count: number) =>
    values && classes > 0 ? { labels: tf.tensor2d(values, [count, classes]) } : {};

  const passOf = (trainer: GenTrainer, shows: Shown): Pick<Pass, 'run'> =>
    trainer.repeat(
      () => ({
        latents: tf.tensor2d(latents, [rowsShown, latent]),
        real: tf.tensor2d(real.rows, [real.count, width]),
        made: labelsOf(told.labels, rowsShown),
        given: labelsOf(real.labels, real.count),
        ...(choices > 0 ? { gumbel: tf.tensor2d(told.gumbel, [rowsShown, choices]) } : {}),
      }),
      (parameters, held) => {
        const gumbel = 'gumbel' in held ? (held.gumbel as tf.Tensor2D) : undefined;
        const made = model.generate(parameters, held.latents, held.made.labels, shows, gumbel);
        const logits = [model.judge(parameters, made, held.made.labels)];
        if (judged) logits.push(model.judge(parameters, held.real, held.given.labels));
        return tf.concat1d([made, ...logits].map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [tensor.size])));
      },
    );

  return async (trainer: GenTrainer, settings: GenSettings, { shows }: GenLook): Promise<TableFrame> => {
    const pass = passes.get(shows) ?? passOf(trainer, shows);
    passes.set(shows, pass);
    const values = await pass.run();
    const rows = values.subarray(0, rowsShown * width);
    const logits = values.subarray(rows.length);
    const ofMade = logits.subarray(0, Math.floor(rowsShown / packing));
    const ofReal = logits.subarray(ofMade.length);
    const mean = (each: Float32Array) => each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
    const middle = (mean(ofMade) + mean(ofReal)) / 2;
    const taken = (each: Float32Array) => mean(each.map((logit) => verdictOf(settings.loss, logit, middle)));
    return {
      kind: 'table',
      columns: decodeRows(rows, told.labels, info),
      taken: { made: taken(ofMade), real: taken(ofReal) },
    };
  };
}
