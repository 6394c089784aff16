import { beforeAll, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/gate';
import { buildDataset } from '../../src/data/build';
import { startBackend } from '../../src/engine/backends';
import { fastest, measureBackends } from '../../src/engine/measure';
import { type RowBatch, type RowModel, trainedBy } from '../../src/engine/model';
import { pairs } from '../../src/engine/rows';
import * as tf from '../../src/engine/tf';
import { startState } from '../../src/engine/trainer';
import { type NetSettings, netModel, netSettings } from '../../src/families/net/model';
import type { Timing } from '../../src/training/progress';

const config = defaultConfig();
const { info, train, test: held } = buildDataset(config.data, config.seed);
const net = netModel(config, info);

const optionsOf = (model: RowModel<NetSettings>) => ({
  model,
  train: pairs(train, 2, 1),
  test: pairs(held, 2, 1),
  seed: config.seed,
  modelSettings: netSettings(config, info),
  settings: config.train,
  from: startState(model, config.seed),
});
const onCpu = (backend: string) => backend === 'wasm' || backend === 'cpu';
const waysOf = (timings: readonly Timing[]) => timings.map(({ backend, mode }) => `${backend} ${mode}`);

// The first start of all takes time that measuring has not.
beforeAll(async () => {
  for (const backend of ['wasm', 'cpu'] as const) expect((await startBackend(backend)).available).toBe(true);
});

test('steps are timed recorded where that can be, and in all ways when asked to be thorough', async () => {
  const quick = await measureBackends(optionsOf(net), onCpu, false);
  expect(waysOf(quick)).toEqual(['wasm recorded', 'cpu eager']);
  expect(quick.every(({ msPerStep }) => (msPerStep ?? 0) > 0)).toBe(true);
  const thorough = await measureBackends(optionsOf(net), onCpu, true);
  expect(waysOf(thorough)).toEqual(['wasm recorded', 'wasm eager', 'cpu eager']);
  expect(fastest(thorough)).toMatchObject({ backend: 'wasm', mode: 'recorded' });
});

test('steps that cannot be recorded are timed once, as they are', async () => {
  const strange: RowModel<NetSettings> = {
    ...net,
    ...trainedBy<NetSettings, RowBatch>(net.parameters, (parameters, ...given) => {
      // A kernel that is not ours.
      const sums = tf.cumsum(parameters['dense0/bias'] as tf.Tensor1D);
      return tf.add(net.loss(parameters, ...given), tf.mul(0, tf.sum(sums)));
    }),
  };
  const timings = await measureBackends(optionsOf(strange), (backend) => backend === 'wasm', true);
  expect(waysOf(timings)).toEqual(['wasm eager']);
  expect(timings[0]?.msPerStep).toBeGreaterThan(0);
});
