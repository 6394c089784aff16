import { type ConfigLike, choice, columns, flag, number, text, widths } from '../../config/setting';
import { measures } from '../../data/sequences/info';
import type { SequenceOptions } from '../../data/sequences/options';
import { type SequenceTaskId, sequenceTaskIds, sequenceTasks } from '../../data/sequences/tasks';
import { lossNames } from '../../training/names';
import { trainingSettings } from '../../training/settings';
import type { Preset } from '../family';

export const cellNames = ['rnn', 'gru', 'lstm'] as const;
export type CellName = (typeof cellNames)[number];

/** The bend of the simple cell; gated cells have theirs fixed. */
const cellActivationNames = ['tanh', 'relu', 'sigmoid'] as const;

/** `scaled`: Glorot-uniform for what comes in, orthogonal for what recurs. `normal`: N(0, 1) throughout. */
const recInitializerNames = ['scaled', 'normal'] as const;

/** `auto`: cross-entropy for symbols and classes, squared error for numbers. */
const lossChoices = ['auto', ...lossNames] as const;

const taskOf = ({ data }: ConfigLike) => sequenceTasks[data.dataset as SequenceTaskId];
const looksAt = (name: keyof SequenceOptions) => (config: ConfigLike) => taskOf(config).settings.includes(name);
const cellIs = (name: CellName) => (config: ConfigLike) => config.model.cell === name;

/** Whether a config's data may be running text; a text says by itself what it is where `form` is `auto`. */
const mayRun = ({ data }: ConfigLike) =>
  data.dataset === 'verse' || data.dataset === 'verseChinese' || (data.dataset === 'text' && data.form !== 'lines');

/** Whether a network may read from both ends: one that says the next symbol would read the answer. */
export function mayLookAhead(dataset: SequenceTaskId): boolean {
  return sequenceTasks[dataset].kind !== 'characters';
}

export const settings = {
  data: {
    dataset: choice({ default: 'names', options: sequenceTaskIds, change: 'rebuild' }),
    samples: number({
      default: 4000,
      min: 10,
      max: 100_000,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      shown: looksAt('samples'),
    }),
    noise: number({
      default: 0.1,
      min: 0,
      max: 1,
      scale: 'linear',
      unit: 'percent',
      change: 'rebuild',
      shown: looksAt('noise'),
    }),
    trainFraction: number({
      default: 0.9,
      min: 0.05,
      max: 1,
      scale: 'linear',
      unit: 'percent',
      change: 'rebuild',
      shown: looksAt('trainFraction'),
    }),
    form: choice({
      default: 'auto',
      options: ['auto', 'lines', 'running'],
      change: 'rebuild',
      shown: looksAt('form'),
    }),
    window: number({
      default: 40,
      min: 2,
      max: 1024,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      shown: looksAt('window'),
    }),
    /** Windows of running text that make an epoch; other examples are all seen in one. */
    epochWindows: number({
      default: 2048,
      min: 32,
      max: 100_000,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      advanced: true,
      shown: mayRun,
    }),
    digits: number({
      default: 2,
      min: 1,
      max: 5,
      scale: 'linear',
      whole: true,
      change: 'rebuild',
      shown: looksAt('digits'),
    }),
    reversed: flag({ default: false, change: 'rebuild', shown: looksAt('reversed') }),
    length: number({
      default: 8,
      min: 2,
      max: 64,
      scale: 'linear',
      whole: true,
      change: 'rebuild',
      shown: looksAt('length'),
    }),
    symbols: number({
      default: 8,
      min: 2,
      max: 26,
      scale: 'linear',
      whole: true,
      change: 'rebuild',
      shown: looksAt('symbols'),
    }),
    distance: number({
      default: 50,
      min: 2,
      max: 500,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      shown: looksAt('distance'),
    }),
    horizon: number({
      default: 1,
      min: 1,
      max: 64,
      scale: 'log',
      whole: true,
      change: 'rebuild',
      shown: looksAt('horizon'),
    }),
    season: number({
      default: 0,
      min: 0,
      max: 1000,
      scale: 'log',
      smallest: 1,
      whole: true,
      change: 'rebuild',
      advanced: true,
      shown: looksAt('season'),
    }),
    measure: choice({
      default: 'auto',
      options: ['auto', ...measures],
      change: 'rebuild',
      advanced: true,
      shown: looksAt('measure'),
    }),
    target: text({ names: 'column', default: '', maxLength: 2000, change: 'rebuild', shown: looksAt('target') }),
    time: text({ names: 'column', default: '', maxLength: 2000, change: 'rebuild', shown: looksAt('time') }),
    key: text({ names: 'column', default: '', maxLength: 2000, change: 'rebuild', shown: looksAt('key') }),
    columns: columns({
      default: {},
      // Texts are not read; columns of them have no choice.
      options: ['number', 'ignore'],
      change: 'rebuild',
      shown: looksAt('columns'),
    }),
  },
  model: {
    cell: choice({ default: 'lstm', options: cellNames, change: 'rebuild' }),
    activation: choice({ default: 'tanh', options: cellActivationNames, change: 'rebuild', shown: cellIs('rnn') }),
    layers: widths({ default: [128], minLayers: 1, maxLayers: 8, maxWidth: 4096, change: 'rebuild' }),
    bidirectional: flag({
      default: false,
      change: 'rebuild',
      shown: ({ data }) => mayLookAhead(data.dataset as SequenceTaskId),
    }),
    dropout: number({ default: 0, min: 0, max: 0.95, scale: 'linear', unit: 'percent', change: 'live' }),
    layerNorm: flag({ default: false, change: 'rebuild', advanced: true }),
    forgetBias: number({
      default: 1,
      min: 0,
      max: 10,
      scale: 'linear',
      change: 'rebuild',
      advanced: true,
      shown: cellIs('lstm'),
    }),
    initializer: choice({ default: 'scaled', options: recInitializerNames, change: 'rebuild', advanced: true }),
    bias: flag({ default: true, change: 'rebuild', advanced: true }),
  },
  train: {
    ...trainingSettings,
    learningRate: { ...trainingSettings.learningRate, default: 0.003 },
    batchSize: { ...trainingSettings.batchSize, default: 32 },
    // Through many steps gradients grow as easily as they fade: Pascanu, Mikolov, Bengio 2013.
    clipNorm: { ...trainingSettings.clipNorm, default: 1 },
    /** Whether the state at the end of a window is where the next one starts from. */
    carryState: flag({ default: true, change: 'live', shown: mayRun }),
    loss: choice({ default: 'auto', options: lossChoices, change: 'live', advanced: true }),
  },
} as const;

/** A preset of a task: its own sizes, and what suits the network for it. */
function presetOf(dataset: SequenceTaskId, patch: Pick<Preset['patch'], 'model' | 'train'> = {}, id: string = dataset) {
  return { id, patch: { data: { dataset, ...sequenceTasks[dataset].defaults }, ...patch } } satisfies Preset;
}

const faster = { learningRate: 0.005 };
/** The rate falls over a hundred epochs of 4,500 examples: at a constant one, right answers come and go. */
const settling = { schedule: 'cosine', scheduleSteps: 14_000, finalShare: 0.05 };

/** What a file of one's own starts from, by how it is read. */
export const fileDefaults = {
  text: presetOf('text').patch,
  table: presetOf('table', { model: { layers: [32] }, train: { ...faster, batchSize: 16 } }).patch,
  sequences: presetOf('sequences', { model: { cell: 'gru', layers: [64] }, train: { batchSize: 16 } }).patch,
} as const;

export const presets: readonly Preset[] = [
  presetOf('names'),
  presetOf('sums'),
  presetOf('nested'),
  presetOf('verse'),
  presetOf('verseChinese'),
  presetOf('addition', { train: settling }),
  presetOf('parity', { model: { cell: 'rnn', layers: [32] } }),
  presetOf('copy', { model: { cell: 'gru' }, train: settling }),
  presetOf('reverse', { model: { cell: 'gru' } }),
  presetOf('sort', { model: { cell: 'gru' } }),
  presetOf('brackets', { model: { layers: [64] } }),
  // Forget gates that start nearly open let the gradient pass over fifty steps; at 1 less than a millionth of
  // it is left. About the logarithm of the distance: Tallec and Ollivier, “Can recurrent neural networks warp
  // time?”, 2018.
  presetOf('recall', { model: { layers: [64], forgetBias: 5 } }),
  presetOf('waves', { model: { cell: 'gru', layers: [32] }, train: faster }),
  presetOf('season', { model: { cell: 'gru', layers: [32] }, train: faster }),
  presetOf('price', { model: { cell: 'gru', layers: [16] } }),
  presetOf('tones', { model: { cell: 'gru', layers: [64] } }),
  presetOf('strokes', { model: { cell: 'gru', layers: [64] } }),
  presetOf(
    'article',
    {
      model: { cell: 'rnn', activation: 'sigmoid', layers: [50], initializer: 'normal', bias: false },
      // The article adds the gradient of ½(y − ŷ)², summed over its three steps, with no rate; as a mean of
      // (y − ŷ)² over them, the same step is a learning rate of 1.5.
      train: { optimizer: 'sgd', learningRate: 1.5, batchSize: 1, clipNorm: 0, loss: 'squared' },
    },
    'articleRec',
  ),
];
