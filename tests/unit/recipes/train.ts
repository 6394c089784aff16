import { defaultConfig, patchConfig, presetConfig } from '../../../src/config/gate';
import { buildDataset } from '../../../src/data/build';
import type { Table } from '../../../src/data/dataset';
import { inputWidth, outputWidth } from '../../../src/data/info';
import { evaluate } from '../../../src/engine/evaluate';
import { pairs } from '../../../src/engine/rows';
import '../engine/helpers';
import { createTrainer, startState } from '../../../src/engine/trainer';
import type { NetConfig } from '../../../src/families';
import { netModel, netSettings } from '../../../src/families/net/model';

/** A model in training on the current backend, one epoch at a time. */
function start(config: NetConfig, table?: Table) {
  const dataset = buildDataset(config.data, config.seed, table);
  const model = netModel(config, dataset.info);
  const widths = [inputWidth(dataset.info), outputWidth(dataset.info)] as const;
  const trainer = createTrainer({
    model,
    train: pairs(dataset.train, ...widths),
    test: pairs(dataset.test, ...widths),
    seed: config.seed,
    modelSettings: netSettings(config, dataset.info),
    settings: config.train,
    from: startState(model, config.seed),
  });
  return {
    async epoch() {
      const { epoch } = trainer.place;
      while (trainer.place.epoch === epoch) trainer.run(1);
      await trainer.takeLosses();
    },
    test: () => evaluate(trainer, 'test', dataset.test.count),
    dispose: () => trainer.dispose(),
  };
}

/** Test metrics after a number of epochs. */
export async function metricsAfter(config: NetConfig, epochs: number, table?: Table): Promise<Record<string, number>> {
  const run = start(config, table);
  for (let i = 0; i < epochs; i++) await run.epoch();
  const metrics = await run.test();
  run.dispose();
  return metrics;
}

/** The first epoch after which the test accuracy is reached, or Infinity when it is not within `limit`. */
export async function epochsTo(accuracy: number, config: NetConfig, limit: number): Promise<number> {
  const run = start(config);
  let epochs = 0;
  let reached = 0;
  while (reached < accuracy && epochs < limit) {
    await run.epoch();
    epochs += 1;
    reached = (await run.test()).accuracy ?? 0;
  }
  run.dispose();
  return reached >= accuracy ? epochs : Number.POSITIVE_INFINITY;
}

export const presetWithSeed = (id: string, seed: number): NetConfig =>
  presetConfig(id, patchConfig(defaultConfig(), { seed })) as NetConfig;

export const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
