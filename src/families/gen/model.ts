import { type ImitatedInfo, imitatedWidth } from '../../data/imitated/info';
import { averageOf, type Model, type NamedTensors, type StepContext, type Update } from '../../engine/model';
import type { DeviceRows } from '../../engine/rows';
import * as tf from '../../engine/tf';
import type { PartSettings, Trainer, TrainSettings } from '../../engine/trainer';
import { random } from '../../kernels/random/op';
import { Problem } from '../../problem';
import type { GenConfig } from '..';
import { initializers } from '../initializers';
import { mostStages, pictureJudge, pictureMaker } from './convolutional';
import { adversarialLosses } from './losses';
import type { Network } from './network';
import { gumbelOf, outputsOf } from './outputs';
import { perceptron } from './perceptron';

/** `rows` [batch, width], in training units, and, where networks are told classes, `labels` [batch, classes]. */
export type GenBatch = DeviceRows & {
  readonly rows: tf.Tensor2D;
  readonly labels?: tf.Tensor2D;
};

/** The live settings that a step of Gen looks at. */
export type GenSettings = Pick<
  GenConfig['train'],
  | 'loss'
  | 'learns'
  | 'discriminatorSteps'
  | 'generatorSteps'
  | 'r1'
  | 'r2'
  | 'gradientPenalty'
  | 'labelSmoothing'
  | 'instanceNoise'
  | 'instanceNoiseSteps'
  | 'temperature'
>;

/** Two networks that train each other. Where they are told classes, all need the labels of the rows. */
export interface GenModel extends Model<GenSettings, GenBatch> {
  readonly info: ImitatedInfo;
  readonly latent: number;
  readonly packing: number;
  /** Classes that both networks are told; 0 where they are told none. */
  readonly classes: number;
  /** Numbers of a row that choose between categories: as many numbers of noise does a choice need. */
  readonly choices: number;
  /**
   * Rows [n, width] of latents [n, latent]; of the averaged generator, unless it is to be the one of now.
   * @param gumbel [n, choices] of Gumbel's distribution, where there are choices
   */
  generate(
    parameters: NamedTensors,
    latents: tf.Tensor2D,
    labels?: tf.Tensor2D,
    which?: 'average' | 'current',
    gumbel?: tf.Tensor2D,
  ): tf.Tensor2D;
  /** What the discriminator says: logits [rows / packing, 1]. */
  judge(parameters: NamedTensors, rows: tf.Tensor2D, labels?: tf.Tensor2D): tf.Tensor2D;
  /** The same for each row by itself, [rows, 1]; where rows are judged together, each in company of its like. */
  judgeAlone(parameters: NamedTensors, rows: tf.Tensor2D): tf.Tensor2D;
  /** How each row would have to change to lessen the generator's loss the most, [rows, width]: −rows · ∂loss/∂row. */
  pull(parameters: NamedTensors, rows: tf.Tensor2D, real: tf.Tensor2D, settings: GenSettings): tf.Tensor2D;
}

export type GenTrainer = Trainer<GenSettings, GenModel>;

const parts = { generator: 0, discriminator: 1 } as const;

export const genSettings = ({ train }: GenConfig): GenSettings => ({
  loss: train.loss,
  learns: train.learns,
  discriminatorSteps: train.discriminatorSteps,
  generatorSteps: train.generatorSteps,
  r1: train.r1,
  r2: train.r2,
  gradientPenalty: train.gradientPenalty,
  labelSmoothing: train.labelSmoothing,
  instanceNoise: train.instanceNoise,
  instanceNoiseSteps: train.instanceNoiseSteps,
  temperature: train.temperature,
});

/** How both networks are changed: the discriminator as the generator, but for what it has of its own. */
export function genTraining({ train }: GenConfig): TrainSettings {
  const { discriminatorRate: learningRate, discriminatorOptimizer: optimizer, discriminatorSchedule: schedule } = train;
  const discriminator: Partial<PartSettings> = {
    ...(learningRate > 0 && { learningRate }),
    ...(optimizer !== 'same' && { optimizer }),
    ...(schedule !== 'same' && { schedule }),
  };
  return { ...train, own: { discriminator }, average: train.ema };
}

/** Classes that both networks are told. */
function classesOf({ model }: GenConfig, info: ImitatedInfo): number {
  if (info.imitates === 'table') return info.condition?.shares.length ?? 0;
  return info.imitates === 'pictures' && model.conditional ? info.classes.length : 0;
}

/** Rows that are judged together: only dense networks without classes do. */
const packingOf = (config: GenConfig, info: ImitatedInfo): number =>
  config.model.architecture === 'dense' && classesOf(config, info) === 0 ? config.model.packing : 1;

/** Both networks. A discriminator that is told classes has a head for each beside the one for all. */
function networksOf(config: GenConfig, info: ImitatedInfo): { generator: Network; discriminator: Network } {
  const { architecture, latent, activation, initializer, bias, spectralNorm, generator, discriminator } = config.model;
  const classes = classesOf(config, info);
  const width = imitatedWidth(info);
  const common = { activation, initializer: initializers[initializer], bias };
  if (architecture === 'convolutional' && info.imitates === 'pictures') {
    const { size } = info;
    const check = (channels: readonly number[]) => {
      const most = mostStages(size);
      if (channels.length < 1 || channels.length > most)
        throw new Problem('stagesMismatch', { count: channels.length, size, most });
    };
    check(generator);
    check(discriminator);
    return {
      generator: pictureMaker(latent + classes, { name: 'generator', size, channels: generator, ...common }),
      discriminator: pictureJudge(1 + classes, { name: 'discriminator', size, channels: discriminator, ...common }),
    };
  }
  const inputs = width * packingOf(config, info);
  return {
    generator: perceptron({ name: 'generator', widths: [latent + classes, ...generator, width], ...common }),
    discriminator: perceptron({
      name: 'discriminator',
      widths: [inputs, ...discriminator, 1 + classes],
      ...common,
      spectralNorm,
    }),
  };
}

/** Widths, activation and what a step does: what its time depends on. */
export function genShape(config: GenConfig, info: ImitatedInfo): string {
  const { architecture, latent, generator, discriminator, activation, packing } = config.model;
  const { loss, discriminatorSteps, generatorSteps, r1, r2 } = config.train;
  const penalties = `${r1 > 0 ? ' r1' : ''}${r2 > 0 ? ' r2' : ''}`;
  const widths = `${latent}-${generator.join('-')}-${imitatedWidth(info)} ${discriminator.join('-')}x${packing}`;
  const told = classesOf(config, info) > 0 ? ' told' : '';
  return `${architecture} ${widths}${told} ${activation} ${loss} ${discriminatorSteps}:${generatorSteps}${penalties}`;
}

/** Gradient of the discriminator's output by its inputs, [rows, width]: a value, through which nothing flows. */
const slopeOf = (judge: (x: tf.Tensor2D) => tf.Tensor2D, x: tf.Tensor2D): tf.Tensor2D =>
  tf.grad((inputs) => tf.sum(judge(inputs as tf.Tensor2D)))(x) as tf.Tensor2D;

/** Squared lengths of rows, [rows, 1]. */
const squaredLengths = (rows: tf.Tensor2D): tf.Tensor2D => tf.sum(tf.square(rows), 1, true);

/** A generator and a discriminator. */
export function genModel(config: GenConfig, info: ImitatedInfo): GenModel {
  const { model } = config;
  const { generator, discriminator } = networksOf(config, info);
  const classes = classesOf(config, info);
  const packing = packingOf(config, info);
  const width = imitatedWidth(info);
  const outputs = outputsOf(info, model.output);
  const { latent } = model;

  const draw = (context: StepContext, name: string, shape: readonly number[], kind: 'normal' | 'uniform') =>
    random({ ...context, name: `${name}/${context.update}` }, shape, kind) as tf.Tensor2D;

  /** Latents of the step: standard normal, or uniform in [−1, 1). */
  function latents(context: StepContext, rows: number): tf.Tensor2D {
    const drawn = draw(context, 'latents', [rows, latent], model.noise);
    return model.noise === 'uniform' ? tf.sub(tf.mul(drawn, 2), 1) : drawn;
  }

  /** Noise that the choices of the step are made by. */
  const gumbels = (context: StepContext, rows: number): tf.Tensor2D | undefined =>
    outputs.choices > 0 ? gumbelOf(draw(context, 'choices', [rows, outputs.choices], 'uniform')) : undefined;

  /** What the generator makes of latents, and of classes where it is told some. */
  function made(
    parameters: NamedTensors,
    z: tf.Tensor2D,
    labels: tf.Tensor2D | undefined,
    gumbel: tf.Tensor2D | undefined,
    temperature: number,
  ): tf.Tensor2D {
    const read = classes > 0 && labels ? tf.concat2d([z, labels], 1) : z;
    return outputs.of(generator.outputs(parameters, read), gumbel, temperature);
  }

  /**
   * The head for all, and the one of each row's class added to it: the projection of Miyato and Koyama 2018.
   * @param heads [rows, 1 + classes]
   */
  function read(heads: tf.Tensor2D, labels: tf.Tensor2D | undefined): tf.Tensor2D {
    if (classes === 0 || !labels) return heads;
    const ofAll = tf.slice(heads, [0, 0], [heads.shape[0], 1]);
    const ofClass = tf.mul(tf.slice(heads, [0, 1], [heads.shape[0], classes]), labels);
    return tf.add(ofAll, tf.sum(ofClass, 1, true));
  }
  const judged = (parameters: NamedTensors, seen: tf.Tensor2D, labels: tf.Tensor2D | undefined) =>
    read(discriminator.outputs(parameters, seen), labels);

  /** Rows side by side, as many as are judged together; what is left over is left out. */
  function packed(rows: tf.Tensor2D): tf.Tensor2D {
    if (packing === 1) return rows;
    const packs = Math.floor(rows.shape[0] / packing);
    const whole = packs * packing === rows.shape[0] ? rows : tf.slice(rows, [0, 0], [packs * packing, width]);
    return tf.reshape(whole, [packs, packing * width]);
  }

  /** Noise on what the discriminator sees, less from step to step (Sønderby et al. 2017; Arjovsky and Bottou 2017). */
  function blurred(rows: tf.Tensor2D, name: string, settings: GenSettings, context: StepContext): tf.Tensor2D {
    if (settings.instanceNoise === 0) return rows;
    const low = tf.slice(context.now, [0], [1]);
    const high = tf.slice(context.now, [1], [1]);
    const step = tf.add(low, tf.mul(high, 65_536));
    const left = tf.relu(tf.sub(1, tf.div(step, settings.instanceNoiseSteps)));
    const noise = draw(context, `noise on ${name}`, rows.shape, 'normal');
    return tf.add(rows, tf.mul(noise, tf.mul(left, settings.instanceNoise)));
  }

  /** Where the penalty of Wasserstein networks is taken: somewhere between a real row and a generated one. */
  function between(real: tf.Tensor2D, generated: tf.Tensor2D, context: StepContext): tf.Tensor2D {
    const share = draw(context, 'between', [real.shape[0], 1], 'uniform');
    return tf.add(generated, tf.mul(tf.sub(real, generated), share));
  }

  const judgeDiscriminator: Update<GenSettings, GenBatch>['begin'] = (parameters, batch, settings, context) => {
    const { rows, labels } = batch();
    const { loss, r1, r2, gradientPenalty, labelSmoothing, temperature } = settings;
    const real = packed(blurred(rows, 'real', settings, context));
    const { batchSize } = context;
    const drawn = made(parameters, latents(context, batchSize), labels, gumbels(context, batchSize), temperature);
    const generated = packed(blurred(drawn, 'generated', settings, context));
    const slopeAt = (x: tf.Tensor2D) => slopeOf((inputs) => judged(parameters, inputs, labels), x);
    // Each penalty as where it is taken, along which direction, and by how much: then its gradient is that of
    // weight · mean(derivative of D along the direction), and its value what is added beside.
    const penalties: { readonly at: tf.Tensor2D; readonly along: tf.Tensor2D }[] = [];
    const values: tf.Scalar[] = [];
    const addSquared = (at: tf.Tensor2D, weight: number) => {
      const slope = slopeAt(at);
      penalties.push({ at, along: tf.mul(slope, weight) });
      values.push(tf.mul(tf.mean(squaredLengths(slope)), -weight / 2));
    };
    if (r1 > 0) addSquared(real, r1);
    if (r2 > 0) addSquared(generated, r2);
    if (loss === 'wasserstein-gp' && gradientPenalty > 0) {
      const at = between(real, generated, context);
      const slope = slopeAt(at);
      const length = tf.sqrt<tf.Tensor2D>(tf.add(squaredLengths(slope), 1e-12));
      const over = tf.sub(length, 1);
      penalties.push({ at, along: tf.mul<tf.Tensor2D>(slope, tf.mul(tf.div(over, length), 2 * gradientPenalty)) });
      // 2 λ (‖g‖ − 1) ‖g‖ is what the derivative adds; λ (‖g‖ − 1)² is what the penalty is.
      values.push(tf.mul(tf.mean(tf.sub(tf.square(over), tf.mul(tf.mul(over, length), 2))), gradientPenalty));
    }
    return (trained) => {
      const rowsOfHalf = real.shape[0];
      const twice = labels && tf.concat2d([labels, labels], 0);
      const logits = judged(trained, tf.concat2d([real, generated], 0), twice);
      const ofReal = tf.slice(logits, [0, 0], [rowsOfHalf, 1]);
      const ofGenerated = tf.slice(logits, [rowsOfHalf, 0], [rowsOfHalf, 1]);
      let total = adversarialLosses[loss].discriminator(ofReal, ofGenerated, labelSmoothing);
      for (const { at, along } of penalties)
        total = tf.add(total, tf.mean(read(discriminator.along(trained, at, along), labels)));
      for (const value of values) total = tf.add(total, value);
      return total;
    };
  };

  const convinceDiscriminator: Update<GenSettings, GenBatch>['begin'] = (parameters, batch, settings, context) => {
    const loss = adversarialLosses[settings.loss];
    const z = latents(context, context.batchSize);
    const gumbel = gumbels(context, context.batchSize);
    const { rows: given, labels } = loss.paired || classes > 0 ? batch() : {};
    const real = given && loss.paired ? packed(blurred(given, 'real', settings, context)) : null;
    const ofReal = real && judged(parameters, real, labels);
    return (trained) => {
      const rows = made(trained, z, labels, gumbel, settings.temperature);
      const generated = packed(blurred(rows, 'generated', settings, context));
      return loss.generator(judged(parameters, generated, labels), ofReal);
    };
  };

  const parameters = [...generator.parameters, ...discriminator.parameters];
  return {
    info,
    latent,
    packing,
    classes,
    choices: outputs.choices,
    parameters,
    parts: [
      { name: 'generator', count: generator.parameters.length, averaged: true },
      { name: 'discriminator', count: discriminator.parameters.length, averaged: false },
    ],
    multiplyAdds: generator.multiplyAdds + discriminator.multiplyAdds,
    activationsPerExample: generator.activations + 4 * discriminator.activations,
    updates({ learns, discriminatorSteps, generatorSteps }) {
      const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
      const ofD = times(discriminatorSteps, (i) => ({
        part: parts.discriminator,
        batch: i,
        begin: judgeDiscriminator,
      }));
      const last = learns === 'generator' ? 0 : discriminatorSteps - 1;
      const ofG = times(generatorSteps, () => ({ part: parts.generator, batch: last, begin: convinceDiscriminator }));
      return [...(learns === 'generator' ? [] : ofD), ...(learns === 'discriminator' ? [] : ofG)];
    },
    generate(given, z, labels, which = 'average', gumbel) {
      // As soft as the discriminator sees them; which entry is the largest does not depend on it.
      const { temperature } = config.train;
      if (which === 'current') return made(given, z, labels, gumbel, temperature);
      const averages = generator.parameters.map(({ name }) => [name, given[averageOf(name)] as tf.Tensor] as const);
      return made(Object.fromEntries(averages), z, labels, gumbel, temperature);
    },
    judge: (given, rows, labels) => judged(given, packed(rows), labels),
    judgeAlone: (given, rows) => discriminator.outputs(given, packing === 1 ? rows : tf.tile(rows, [1, packing])),
    pull(given, rows, real, settings) {
      const loss = adversarialLosses[settings.loss];
      const ofReal = loss.paired ? discriminator.outputs(given, packed(real)) : null;
      const lossOf = (x: tf.Tensor) => loss.generator(discriminator.outputs(given, packed(x as tf.Tensor2D)), ofReal);
      return tf.mul<tf.Tensor2D>(tf.grad(lossOf)(rows), -rows.shape[0]);
    },
    measure(given, { rows, labels }) {
      const logits = judged(given, packed(rows), labels);
      return tf.stack([tf.sum(tf.step(logits)), tf.scalar(logits.shape[0])]) as tf.Tensor1D;
    },
    summarize: ([right = 0, judged = 1]) => ({ calledReal: right / Math.max(1, judged) }),
  };
}
