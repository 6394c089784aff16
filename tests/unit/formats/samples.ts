import { defaultConfig, patchConfig, presetConfig } from '../../../src/config/gate';
import { buildDataset } from '../../../src/data/build';
import type { Table } from '../../../src/data/dataset';
import { buildSequences } from '../../../src/data/sequences/build';
import type { SequenceSources } from '../../../src/data/sequences/dataset';
import { readTable } from '../../../src/data/table/read';
import { initialVector, layoutOf } from '../../../src/engine/layout';
import type { ParameterSpec } from '../../../src/engine/model';
import type { Config, NetConfig } from '../../../src/families';
import { genWork } from '../../../src/families/gen/work';
import type { Info } from '../../../src/families/info';
import { netModel } from '../../../src/families/net/model';
import { recModel } from '../../../src/families/rec/model';
import { stream } from '../../../src/random/stream';
import { optimizerSlots } from '../../../src/training/names';
import type { Checkpoint } from '../../../src/worker/protocol';
import { genConfigOf } from '../gen/helpers';
import { recConfigOf } from '../rec/helpers';

/** What two networks in training leave: the slots of both, the average of the generator, and two counts. */
function adversarial(patch: object, table?: Table): Checkpoint {
  const config = genConfigOf(patch);
  const { info, model } = genWork(config, { table });
  const left = leftBy(config, info, model.parameters);
  const layout = layoutOf(model.parameters);
  const random = stream(config.seed, 'averages');
  const cut = layoutOf(model.parameters.slice(0, model.parts[0]?.count)).total;
  const ofDiscriminator = (_: number, i: number) => (i < cut ? 0 : random.normal());
  const { discriminatorOptimizer: second, optimizer } = config.train;
  const others = second === 'same' ? [] : optimizerSlots[second];
  const slots = others
    .filter((name) => !optimizerSlots[optimizer].some((own) => own === name))
    .map((name) => [name, new Float32Array(layout.total).map(ofDiscriminator)] as const);
  const average = new Float32Array(layout.total).map((_, i) => (i < cut ? random.normal() : 0));
  return {
    ...left,
    optimizerSteps: [700, 1400],
    slots: { ...left.slots, ...Object.fromEntries(slots), average },
  };
}

const adversarialSamples: Readonly<Record<string, Checkpoint>> = {
  'an adversarial pair in the plane': adversarial({ model: { generator: [3], discriminator: [4, 2] } }),
  'an adversarial pair with two optimizers, of modes': adversarial({
    data: { dataset: 'ring8', samples: 200 },
    model: { generator: [3], discriminator: [3], packing: 2 },
    train: { optimizer: 'momentum', discriminatorOptimizer: 'rmsprop' },
  }),
  'the adversarial article': adversarial({
    data: { dataset: 'articleGen' },
    model: { generator: [5], discriminator: [5], latent: 10, output: 'sigmoid', bias: false },
    train: { optimizer: 'sgd', loss: 'squared-error', r1: 0, ema: 0 },
  }),
};

/** A checkpoint as a run of this config might have left it. */
function leftBy(config: Config, info: Info, specs: readonly ParameterSpec[]): Checkpoint {
  const layout = layoutOf(specs);
  const random = stream(config.seed, 'slots');
  const slots = optimizerSlots[config.train.optimizer].map((name) => [
    name,
    new Float32Array(layout.total).map(() => random.normal()),
  ]);
  return {
    config,
    info,
    step: 1200,
    epoch: 48,
    position: 130,
    optimizerSteps: [700],
    tensors: layout.specs.map(({ name, shape }) => ({ name, shape })),
    parameters: initialVector(layout, config.seed),
    slots: Object.fromEntries(slots) as Record<string, Float32Array>,
  };
}

function checkpointOf(config: NetConfig, table?: Table): Checkpoint {
  const { info } = buildDataset(config.data, config.seed, table);
  return leftBy(config, info, netModel(config, info).parameters);
}

function recurrent(patch: Parameters<typeof recConfigOf>[0], sources: SequenceSources = {}): Checkpoint {
  const config = recConfigOf(patch);
  const { info } = buildSequences(config.data, config.seed, sources);
  const model = recModel(config, info);
  const random = stream(config.seed, 'carried');
  const carried = model.carries?.map(({ name, shape }) => {
    const [rows = 0, units = 0] = shape(config.train.batchSize);
    return [name, Float32Array.from({ length: rows * units }, random.normal)] as const;
  });
  return {
    ...leftBy(config, info, model.parameters),
    ...(carried && { carried: Object.fromEntries(carried) }),
  };
}

const irises = Array.from(
  { length: 30 },
  (_, i) => `${i % 7},${['red', 'blue', '中文'][i % 4] ?? ''},${'abc'[i % 3]},${i / 7}`,
);
const table = await readTable(new Blob([`length,colour,kind,weight\n${irises.join('\n')}`]), 'irises.csv');

const stocks = await readTable(
  new Blob([
    `date,symbol,price,volume\n${Array.from({ length: 80 }, (_, i) =>
      ['A', 'B']
        .map(
          (symbol, s) =>
            `${2000 + Math.floor(i / 12)}-${(i % 12) + 1}-01,${symbol},${(s + 1) * (20 + (i % 7))},${i % 5}`,
        )
        .join('\n'),
    ).join('\n')}`,
  ]),
  'stocks.csv',
);

const base = defaultConfig();
const tableConfig = (target: string) =>
  patchConfig(base, { data: { dataset: 'table', target, columns: { length: 'number' } }, model: { layers: [3] } });

/** One of every kind of Rec's: symbols, classes, numbers; lines and running text; every cell. */
const recurrentSamples: Readonly<Record<string, Checkpoint>> = {
  'lines of text, LSTM': recurrent({ data: { dataset: 'names', samples: 50 }, model: { layers: [4] } }),
  'running text with its carried state, two layers': recurrent(
    {
      data: { dataset: 'text', form: 'running', window: 6, epochWindows: 32 },
      model: { layers: [4, 3] },
      train: { batchSize: 3 },
    },
    { text: { name: 'poem.txt', text: '“白日依山尽，黄河入海流。”\n'.repeat(9) } },
  ),
  'running text, GRU': recurrent({
    data: { dataset: 'verse', window: 6 },
    model: { cell: 'gru', layers: [3] },
    train: { batchSize: 2, optimizer: 'momentum' },
  }),
  'written answers, simple cells': recurrent({
    data: { dataset: 'addition', samples: 50, reversed: true },
    model: { cell: 'rnn', layers: [4] },
    train: { optimizer: 'sgd' },
  }),
  'one class of many to numbers, normalized': recurrent({
    data: { dataset: 'strokes', samples: 40 },
    model: { cell: 'gru', layers: [3, 2], layerNorm: true, dropout: 0.1 },
  }),
  'a class at every step, both ways': recurrent({
    data: { dataset: 'brackets', samples: 40, length: 6 },
    model: { layers: [3, 2], bidirectional: true },
  }),
  'a forecast of two series from several columns': recurrent(
    {
      data: {
        dataset: 'table',
        window: 6,
        horizon: 3,
        target: 'price',
        time: 'date',
        key: 'symbol',
        measure: 'growth',
      },
      model: { cell: 'gru', layers: [3] },
    },
    { table: stocks },
  ),
  'the recurrent article': recurrent({
    data: { dataset: 'article' },
    model: { cell: 'rnn', activation: 'sigmoid', layers: [5], bias: false, initializer: 'normal' },
    train: { batchSize: 1 },
  }),
};

const pairModel = { generator: [3], discriminator: [4], latent: 2 };
/** Pairs that imitate a person's own. */
const ownSamples: Readonly<Record<string, Checkpoint>> = {
  'an adversarial pair of a table that is told a column': adversarial(
    { data: { dataset: 'table', condition: 'kind' }, model: pairModel },
    table,
  ),
  'an adversarial pair of two columns': adversarial(
    {
      data: { dataset: 'table', columns: { length: 'number', colour: 'ignore', kind: 'ignore' } },
      model: pairModel,
    },
    table,
  ),
};

/** One of every kind: points and columns, classes and numbers, every set of slots, plain numbers and base64. */
export const samples: Readonly<Record<string, Checkpoint>> = {
  'two classes of points': checkpointOf(base),
  'many classes of points': checkpointOf(presetConfig('clusters', base) as NetConfig),
  'a number over points': checkpointOf(presetConfig('curve', base) as NetConfig),
  'the article, without biases or slots': checkpointOf(presetConfig('article', base) as NetConfig),
  'classes of a table': checkpointOf(tableConfig('kind'), table),
  'numbers of a table, with adagrad': checkpointOf(
    patchConfig(tableConfig('weight'), { train: { optimizer: 'adagrad' } }),
    table,
  ),
  'more than 100,000 parameters': checkpointOf(patchConfig(base, { model: { layers: [400, 300] } })),
  ...recurrentSamples,
  ...adversarialSamples,
  ...ownSamples,
};

export function sample(name: string): Checkpoint {
  const found = samples[name];
  if (!found) throw new Error(`there is no sample called ${name}`);
  return found;
}
