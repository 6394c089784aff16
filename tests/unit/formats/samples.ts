import { defaultConfig, patchConfig, presetConfig } from '../../../src/config/gate';
import { buildDataset } from '../../../src/data/build';
import type { Table } from '../../../src/data/dataset';
import { readTable } from '../../../src/data/table/read';
import { initialVector, layoutOf } from '../../../src/engine/layout';
import type { Config } from '../../../src/families';
import { netModel } from '../../../src/families/net/model';
import { stream } from '../../../src/random/stream';
import { optimizerSlots } from '../../../src/training/names';
import type { Checkpoint } from '../../../src/worker/protocol';

/** A checkpoint as a run of this config might have left it. */
function checkpointOf(config: Config, table?: Table): Checkpoint {
  const { info } = buildDataset(config.data, config.seed, table);
  const layout = layoutOf(netModel(config, info).parameters);
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
    optimizerSteps: 700,
    tensors: layout.specs.map(({ name, shape }) => ({ name, shape })),
    parameters: initialVector(layout, config.seed),
    slots: Object.fromEntries(slots) as Record<string, Float32Array>,
  };
}

const irises = Array.from(
  { length: 30 },
  (_, i) => `${i % 7},${['red', 'blue', '中文'][i % 4] ?? ''},${'abc'[i % 3]},${i / 7}`,
);
const table = await readTable(new Blob([`length,colour,kind,weight\n${irises.join('\n')}`]), 'irises.csv');

const base = defaultConfig();
const tableConfig = (target: string) =>
  patchConfig(base, { data: { dataset: 'table', target, columns: { length: 'number' } }, model: { layers: [3] } });

/** One of every kind: points and columns, classes and numbers, every set of slots, plain numbers and base64. */
export const samples: Readonly<Record<string, Checkpoint>> = {
  'two classes of points': checkpointOf(base),
  'many classes of points': checkpointOf(presetConfig('clusters', base)),
  'a number over points': checkpointOf(presetConfig('curve', base)),
  'the article, without biases or slots': checkpointOf(presetConfig('article', base)),
  'classes of a table': checkpointOf(tableConfig('kind'), table),
  'numbers of a table, with adagrad': checkpointOf(
    patchConfig(tableConfig('weight'), { train: { optimizer: 'adagrad' } }),
    table,
  ),
  'more than 100,000 parameters': checkpointOf(patchConfig(base, { model: { layers: [400, 300] } })),
};

export function sample(name: string): Checkpoint {
  const found = samples[name];
  if (!found) throw new Error(`there is no sample called ${name}`);
  return found;
}
