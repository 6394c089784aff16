import { type ConfigLike, choice, columns, flag, number, text, widths } from '../../config/setting';
import { type DistributionId, distributionIds } from '../../data/distributions';
import { drawnPictureIds, isPictureSet, pictureSetIds, tableSetIds } from '../../data/imitated/sets';
import { initializerNames, optimizerNames } from '../../training/names';
import { scheduleNames } from '../../training/schedule';
import { trainingSettings } from '../../training/settings';
import type { Preset } from '../family';

export const genDatasetIds = [...distributionIds, ...tableSetIds, ...pictureSetIds] as const;
export type GenDatasetId = (typeof genDatasetIds)[number];

/** Bends of hidden layers whose slope is known from what they give: penalties on gradients need it. */
const genActivationNames = ['relu', 'leakyRelu', 'tanh', 'sigmoid'] as const;
export type GenActivationName = (typeof genActivationNames)[number];

/** What two networks play against each other; losses.ts says which papers they are from. */
export const adversarialLossNames = [
  'non-saturating',
  'minimax',
  'least-squares',
  'hinge',
  'wasserstein-gp',
  'relativistic',
  'squared-error',
] as const;
export type AdversarialLossName = (typeof adversarialLossNames)[number];

/** Losses whose discriminator is told labels, which can be smoothed. */
const labelled: readonly AdversarialLossName[] = ['non-saturating', 'minimax', 'least-squares', 'squared-error'];

const lossIs =
  (...names: readonly AdversarialLossName[]) =>
  ({ train }: ConfigLike) =>
    names.includes(train.loss as AdversarialLossName);

/** Whether the data are pictures. */
const pictures = ({ data }: ConfigLike) => isPictureSet(data.dataset);

const ofTable = ({ data }: ConfigLike) => data.dataset === 'table';

/** Whether the networks are told classes. */
const conditional = (config: ConfigLike) =>
  (pictures(config) && config.model.conditional === true) || (ofTable(config) && config.data.condition !== '');

export const settings = {
  data: {
    dataset: choice({ default: 'ring', options: genDatasetIds, change: 'rebuild' }),
    samples: number({ default: 10_000, min: 100, max: 100_000, scale: 'log', whole: true, change: 'rebuild' }),
    /** Pixels a side. */
    size: choice({ default: '16', options: ['8', '12', '16', '28'], change: 'rebuild', shown: pictures }),
    columns: columns({
      default: {},
      options: ['number', 'category', 'ignore'],
      change: 'rebuild',
      shown: ofTable,
    }),
    /** The column of a table that both networks are told; '' for none. */
    condition: text({ default: '', names: 'column', maxLength: 200, change: 'rebuild', shown: ofTable }),
    trainFraction: number({
      default: 0.8,
      min: 0.05,
      max: 1,
      scale: 'linear',
      unit: 'percent',
      change: 'rebuild',
      advanced: true,
    }),
  },
  model: {
    /** Dense layers, or stages of convolutions whose widths are channels. */
    architecture: choice({
      default: 'dense',
      options: ['dense', 'convolutional'],
      change: 'rebuild',
      shown: pictures,
    }),
    /** Whether both networks are told what class a picture is of. */
    conditional: flag({ default: false, change: 'rebuild', shown: pictures }),
    generator: widths({ default: [64, 64], maxLayers: 8, maxWidth: 2048, change: 'rebuild' }),
    discriminator: widths({ default: [64, 64], maxLayers: 8, maxWidth: 2048, change: 'rebuild' }),
    latent: number({ default: 2, min: 1, max: 256, scale: 'log', whole: true, change: 'rebuild' }),
    noise: choice({ default: 'normal', options: ['normal', 'uniform'], change: 'rebuild', advanced: true }),
    activation: choice({ default: 'relu', options: genActivationNames, change: 'rebuild' }),
    output: choice({ default: 'linear', options: ['linear', 'tanh', 'sigmoid'], change: 'rebuild', advanced: true }),
    initializer: choice({ default: 'heNormal', options: initializerNames, change: 'rebuild', advanced: true }),
    bias: flag({ default: true, change: 'rebuild', advanced: true }),
    /** Rows that the discriminator judges together (Lin et al. 2018). */
    packing: number({
      default: 1,
      min: 1,
      max: 16,
      scale: 'linear',
      whole: true,
      change: 'rebuild',
      advanced: true,
      shown: (config) => config.model.architecture === 'dense' && !conditional(config),
    }),
    spectralNorm: flag({ default: false, change: 'rebuild', advanced: true }),
  },
  train: {
    ...trainingSettings,
    learningRate: { ...trainingSettings.learningRate, default: 0.003 },
    // The game circles around its end as long as steps are long.
    schedule: { ...trainingSettings.schedule, default: 'cosine' },
    scheduleSteps: { ...trainingSettings.scheduleSteps, default: 4000 },
    finalShare: { ...trainingSettings.finalShare, default: 0.05 },
    batchSize: { ...trainingSettings.batchSize, default: 128 },
    // The discriminator chases a moving aim: what it remembers of old gradients soon misleads.
    beta1: { ...trainingSettings.beta1, default: 0.5 },
    beta2: { ...trainingSettings.beta2, default: 0.99 },
    loss: choice({ default: 'non-saturating', options: adversarialLossNames, change: 'live' }),
    /** Which networks learn. */
    learns: choice({ default: 'both', options: ['both', 'discriminator', 'generator'], change: 'live' }),
    discriminatorSteps: number({ default: 1, min: 1, max: 10, scale: 'linear', whole: true, change: 'live' }),
    generatorSteps: number({
      default: 1,
      min: 1,
      max: 10,
      scale: 'linear',
      whole: true,
      change: 'live',
      advanced: true,
    }),
    /** γ of the penalty ½ γ ‖∇D‖² on real rows. */
    r1: number({ default: 0.05, min: 0, max: 100, scale: 'log', smallest: 0.001, change: 'live' }),
    /** The same on generated rows. */
    r2: number({ default: 0, min: 0, max: 100, scale: 'log', smallest: 0.001, change: 'live', advanced: true }),
    /** λ of the penalty (‖∇D‖ − 1)² between real and generated rows. */
    gradientPenalty: number({
      default: 0.1,
      min: 0,
      max: 100,
      scale: 'log',
      smallest: 0.001,
      change: 'live',
      shown: lossIs('wasserstein-gp'),
    }),
    /** Share of the generator's average that is kept at every step. */
    ema: number({ default: 0.995, min: 0, max: 0.9999, scale: 'linear', change: 'live' }),
    /** Of the Gumbel-softmax by which the generator chooses categories. */
    temperature: number({
      default: 0.5,
      min: 0.05,
      max: 5,
      scale: 'log',
      change: 'live',
      advanced: true,
      shown: ofTable,
    }),
    labelSmoothing: number({
      default: 0,
      min: 0,
      max: 0.5,
      scale: 'linear',
      change: 'live',
      advanced: true,
      shown: lossIs(...labelled),
    }),
    /** Standard deviation of noise on all that the discriminator sees, at the beginning. */
    instanceNoise: number({
      default: 0,
      min: 0,
      max: 2,
      scale: 'linear',
      change: 'live',
      advanced: true,
    }),
    /** Steps until it is gone. */
    instanceNoiseSteps: number({
      default: 2000,
      min: 1,
      max: 1_000_000,
      scale: 'log',
      whole: true,
      change: 'live',
      advanced: true,
      shown: ({ train }) => (train.instanceNoise as number) > 0,
    }),
    /** 0: the generator's. */
    discriminatorRate: number({
      default: 0,
      min: 0,
      max: 10,
      scale: 'log',
      smallest: 1e-5,
      change: 'live',
      advanced: true,
    }),
    discriminatorOptimizer: choice({
      default: 'same',
      options: ['same', ...optimizerNames],
      change: 'live',
      advanced: true,
    }),
    discriminatorSchedule: choice({
      default: 'same',
      options: ['same', ...scheduleNames],
      change: 'live',
      advanced: true,
    }),
  },
} as const;

/** Net has presets of these names already. */
const taken: readonly GenDatasetId[] = ['moons', 'checkerboard', 'spiral'];

function presetOf(dataset: GenDatasetId, patch: Omit<Preset['patch'], 'data'> = {}): Preset {
  return { id: taken.includes(dataset) ? `${dataset}Gen` : dataset, patch: { data: { dataset }, ...patch } };
}

/** Many narrow modes ask for more of both networks. */
const wide = {
  model: { generator: [128, 128], discriminator: [128, 128] },
  train: { batchSize: 256, learningRate: 0.002, schedule: 'constant', r1: 0.1 },
};
/** Two numbers of noise leave a bridge between shapes that lie apart; with more, less is made on it. */
const apart = { model: { latent: 4 }, train: { learningRate: 0.0015, r1: 0.1 } };
const line = { model: { latent: 1, generator: [32, 32], discriminator: [32, 32] } };
/** Pictures have many numbers, and discriminators that soon know them by heart. */
const ofPictures = {
  model: {
    generator: [256, 256],
    discriminator: [256, 128],
    latent: 32,
    output: 'tanh',
    activation: 'leakyRelu',
    conditional: true,
  },
  train: { batchSize: 64, learningRate: 0.001, schedule: 'constant', r1: 0.3, ema: 0.998 },
};
/** What suits the networks where the defaults do not. */
const networksFor: Readonly<Partial<Record<DistributionId, Omit<Preset['patch'], 'data'>>>> = {
  twoGaussians: apart,
  threeBlobs: apart,
  ring8: wide,
  grid25: wide,
};
/** Rows are of many kinds of numbers, and there are few of them. */
const ofTables = {
  model: { generator: [128, 128], discriminator: [128, 128], latent: 16, activation: 'leakyRelu' },
  train: { batchSize: 128, r1: 0.3, ema: 0.998 },
};
const onTheLine: readonly DistributionId[] = ['normal', 'twoHumps', 'threeHumps', 'uniform', 'skewed'];

const first = settings.data.dataset.default;

/** What a person's own starts with, by data set. */
export const ownDefaults: Readonly<Partial<Record<GenDatasetId, Preset['patch']>>> = {
  table: presetOf('table', ofTables).patch,
  pictures: presetOf('pictures', ofPictures).patch,
};

export const presets: readonly Preset[] = [
  presetOf(first),
  ...distributionIds
    .filter((id) => id !== 'articleGen' && id !== first)
    .map((id) => presetOf(id, onTheLine.includes(id) ? line : networksFor[id])),
  presetOf('articleGen', {
    model: {
      generator: [50],
      discriminator: [50],
      latent: 10,
      activation: 'sigmoid',
      output: 'sigmoid',
      initializer: 'normal',
      bias: false,
      // The article's discriminator reads ten numbers, where its generator makes one: it judges ten at a time.
      packing: 10,
    },
    train: {
      optimizer: 'sgd',
      learningRate: 0.1,
      schedule: 'constant',
      batchSize: 100,
      loss: 'squared-error',
      r1: 0,
      ema: 0,
    },
  }),
  ...drawnPictureIds.map((id) => presetOf(id, ofPictures)),
];
