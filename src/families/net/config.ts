import { type ConfigLike, choice, columns, flag, number, subset, text, widths } from '../../config/setting';
import { featureNames } from '../../data/info';
import { pointSetIds } from '../../data/sets';
import { activationNames, initializerNames, lossNames } from '../../training/names';
import { trainingSettings } from '../../training/settings';
import type { Preset } from '../family';

/** `auto`: cross-entropy for classes, squared error for numbers. */
const lossChoices = ['auto', ...lossNames] as const;

export const datasetNames = [...pointSetIds, 'article', 'table'] as const;
export type DatasetName = (typeof datasetNames)[number];

const isTable = ({ data }: ConfigLike) => data.dataset === 'table';
const isPoints = ({ data }: ConfigLike) => data.dataset !== 'table' && data.dataset !== 'article';

export const settings = {
  data: {
    dataset: choice({ default: 'spiral', options: datasetNames, change: 'rebuild' }),
    samples: number({
      default: 500,
      min: 10,
      max: 20_000,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      shown: isPoints,
    }),
    classes: number({
      default: 5,
      min: 3,
      max: 10,
      scale: 'linear',
      whole: true,
      change: 'rebuild',
      shown: ({ data }) => data.dataset === 'clusters',
    }),
    noise: number({
      default: 0,
      min: 0,
      max: 1,
      scale: 'linear',
      unit: 'percent',
      change: 'rebuild',
      shown: isPoints,
    }),
    trainFraction: number({
      default: 0.5,
      min: 0.05,
      max: 1,
      scale: 'linear',
      unit: 'percent',
      change: 'rebuild',
      shown: ({ data }) => data.dataset !== 'article',
    }),
    features: subset({ default: ['x', 'y'], options: featureNames, change: 'rebuild', shown: isPoints }),
    target: text({ names: 'targets', default: '', maxLength: 2000, change: 'rebuild', shown: isTable }),
    columns: columns({ default: {}, options: ['number', 'category', 'ignore'], change: 'rebuild', shown: isTable }),
  },
  model: {
    layers: widths({ default: [16, 16], maxLayers: 32, maxWidth: 16_384, change: 'rebuild' }),
    activation: choice({ default: 'relu', options: activationNames, change: 'rebuild' }),
    dropout: number({ default: 0, min: 0, max: 0.95, scale: 'linear', unit: 'percent', change: 'live' }),
    initializer: choice({ default: 'heNormal', options: initializerNames, change: 'rebuild', advanced: true }),
    bias: flag({ default: true, change: 'rebuild', advanced: true }),
  },
  train: {
    ...trainingSettings,
    loss: choice({ default: 'auto', options: lossChoices, change: 'live', advanced: true }),
  },
} as const;

/** What a table of real data starts from: the defaults are the spiral's. */
export const tableDefaults: Preset['patch'] = {
  data: { dataset: 'table', trainFraction: 0.8 },
  model: { layers: [16], dropout: 0.2 },
  train: { batchSize: 16, l2: 0.01 },
};

export const presets: readonly Preset[] = [
  { id: 'spiral', patch: {} },
  { id: 'circle', patch: { data: { dataset: 'circle' }, model: { layers: [8] } } },
  { id: 'xor', patch: { data: { dataset: 'xor' }, model: { layers: [8, 8] } } },
  { id: 'gauss', patch: { data: { dataset: 'gauss' }, model: { layers: [4] } } },
  { id: 'moons', patch: { data: { dataset: 'moons', noise: 0.1 }, model: { layers: [16, 8] } } },
  {
    id: 'checkerboard',
    patch: { data: { dataset: 'checkerboard', samples: 2000 }, model: { layers: [32, 32] }, train: { batchSize: 32 } },
  },
  { id: 'clusters', patch: { data: { dataset: 'clusters', noise: 0.1 } } },
  { id: 'plane', patch: { data: { dataset: 'plane' }, model: { layers: [8] } } },
  { id: 'hills', patch: { data: { dataset: 'hills' }, model: { layers: [32, 16], activation: 'tanh' } } },
  {
    id: 'curve',
    patch: {
      data: { dataset: 'curve', features: ['x'], noise: 0.1 },
      model: { layers: [32, 32], activation: 'tanh' },
    },
  },
  {
    id: 'article',
    patch: {
      data: { dataset: 'article' },
      model: { layers: [50], activation: 'sigmoid', initializer: 'normal', bias: false },
      // The article adds the summed gradient of ½(y − ŷ)² with no rate; as a mean of (y − ŷ)² over its ten
      // examples, the same step is a learning rate of 5.
      train: { optimizer: 'sgd', learningRate: 5, batchSize: 10, loss: 'squared' },
    },
  },
];
