import type { Imitated, ImitatedExamples } from '../../data/imitated/build';
import type { PicturesInfo } from '../../data/imitated/info';
import * as tf from '../../engine/tf';
import type { Exclusive } from '../../mutex';
import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { GenConfig } from '..';
import { classifierSteps, trainClassifier } from './classifier';
import { drawLatents } from './latents';
import type { GenModel, GenTrainer } from './model';
import { labelsInTurn } from './pictures';

/** How to find out whether generated pictures help a Net that tells classes. */
export interface AugmentRequest {
  /** Real training pictures that Net gets; as many as there are where it is more. */
  readonly real: number;
  /** Generated ones that are added. */
  readonly generated: number;
  /** Runs of each kind, with seeds from 1 on. */
  readonly seeds: number;
}

/** Shares of held-out real pictures that Net tells rightly, one for each seed. */
export interface Augmented {
  /** Real training pictures that it got. */
  readonly real: number;
  readonly generated: number;
  /** Held-out pictures. */
  readonly asked: number;
  readonly without: readonly number[];
  readonly with: readonly number[];
}

/** The first of the examples: they come in no order of classes. */
function firstOf({ count, rows, labels }: ImitatedExamples, most: number): ImitatedExamples {
  const taken = Math.min(most, count);
  const cut = (values: Float32Array) => values.subarray(0, (values.length / count) * taken);
  return { count: taken, rows: cut(rows), labels: labels && cut(labels) };
}

function joined(a: ImitatedExamples, b: ImitatedExamples): ImitatedExamples {
  const both = (x: Float32Array, y: Float32Array) => {
    const values = new Float32Array(x.length + y.length);
    values.set(x);
    values.set(y, x.length);
    return values;
  };
  const labels = a.labels && b.labels ? both(a.labels, b.labels) : null;
  return { count: a.count + b.count, rows: both(a.rows, b.rows), labels };
}

/** Generated pictures of all classes in turn. */
async function generated(
  { compute }: Pick<GenTrainer, 'compute'>,
  model: GenModel,
  config: GenConfig,
  count: number,
): Promise<ImitatedExamples> {
  const { latent, classes } = model;
  const latents = drawLatents(stream(config.seed, 'pictures for Net'), count * latent, config.model.noise);
  const labels = labelsInTurn(count, classes);
  const made = compute((parameters) =>
    model.generate(parameters, tf.tensor2d(latents, [count, latent]), tf.tensor2d(labels, [count, classes])),
  );
  const rows = new Float32Array((await made.data()) as Float32Array);
  made.dispose();
  return { count, rows, labels };
}

/** Share of examples whose likeliest class is theirs. */
function accuracyOf(said: Float32Array, { count, labels }: ImitatedExamples): number {
  const classes = said.length / count;
  let right = 0;
  for (let row = 0; row < count; row++) {
    const belief = said.subarray(row * classes, (row + 1) * classes);
    if (labels?.[row * classes + belief.indexOf(Math.max(...belief))] === 1) right += 1;
  }
  return right / count;
}

/**
 * Trains Net on real pictures, and on the same with generated ones added, for as many steps each, and asks both about
 * real pictures that neither they nor the generator learned from.
 * @param turn waits for the turn of each piece of the work: training may go on in between
 * @throws {Problem} where the networks are not told classes, or nothing is held out
 */
export async function augment(
  trainer: GenTrainer,
  model: GenModel,
  config: GenConfig,
  { train, test }: Imitated,
  { real: asked, generated: added, seeds }: AugmentRequest,
  turn: Exclusive,
): Promise<Augmented> {
  if (model.classes === 0 || !train.labels) throw new Problem('noClassesToHelp', { name: model.info.name });
  if (test.count === 0) throw new Problem('splitEmpty', { split: 'test' });
  const info = model.info as PicturesInfo;
  const real = firstOf(train, asked);
  const more = joined(real, await turn(() => generated(trainer, model, config, added)));
  // As many for both: else more examples would mean more training too.
  const steps = classifierSteps(more.count);
  const accuracies = { without: [] as number[], with: [] as number[] };
  for (let seed = 1; seed <= seeds; seed++)
    for (const [kind, examples] of [['without', real] as const, ['with', more] as const]) {
      const classifier = await trainClassifier(info, examples, seed, steps, turn);
      try {
        accuracies[kind].push(accuracyOf(await turn(() => classifier.classify(test.rows)), test));
      } finally {
        classifier.dispose();
      }
    }
  return { real: real.count, generated: added, asked: test.count, ...accuracies };
}
