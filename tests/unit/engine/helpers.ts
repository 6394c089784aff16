import { defaultConfig, patchConfig } from '../../../src/config/gate';
import { buildDataset } from '../../../src/data/build';
import type { Dataset } from '../../../src/data/dataset';
import { type DataInfo, inputWidth, outputWidth } from '../../../src/data/info';
import { writeClock } from '../../../src/engine/feed';
import type { StepContext } from '../../../src/engine/model';
import { pairs } from '../../../src/engine/rows';
import * as tf from '../../../src/engine/tf';
import { createTrainer, startState, type Trainer, type TrainerState } from '../../../src/engine/trainer';
import type { NetConfig } from '../../../src/families';
import { type NetSettings, netModel, netSettings } from '../../../src/families/net/model';
import { installKernels } from '../../../src/kernels/install';
import type { StepMode } from '../../../src/training/names';
import type { Checkpoint } from '../../../src/worker/protocol';

// Keeps its advice on speed out of the report. In a browser the flag would watch for leaks, and see some on wasm where none are.
if (tf.env().getBool('IS_NODE')) tf.env().set('IS_TEST', true);

// What startBackend does in the worker.
if (tf.env().getBool('IS_NODE')) await installKernels('cpu');

/** What a model is told of a step, where nothing is carried. */
export function contextOf(seed: number, step: number): StepContext {
  const row = new Float32Array(4);
  writeClock(row, step);
  return { seed, update: 0, batchSize: 1, now: tf.tensor1d(row), carried: {}, carry: () => undefined };
}

/** The defaults with a patch laid over them. */
export const configOf = (patch: unknown = {}): NetConfig => patchConfig(defaultConfig(), patch) as NetConfig;

export const datasetOf = (config: NetConfig): Dataset => buildDataset(config.data, config.seed);

/** A trainer of a config on the current backend, as the worker makes it. */
export function trainerOf(
  config: NetConfig,
  from?: TrainerState,
  dataset = datasetOf(config),
  mode: StepMode = 'recorded',
): Trainer<NetSettings> {
  const { info, train, test } = dataset;
  const model = netModel(config, info);
  return createTrainer({
    model,
    train: pairs(train, inputWidth(info), outputWidth(info)),
    test: pairs(test, inputWidth(info), outputWidth(info)),
    seed: config.seed,
    modelSettings: netSettings(config, info),
    settings: config.train,
    from: from ?? startState(model, config.seed),
    mode,
  });
}

/** Applies a config's live settings. */
export function tune(trainer: Trainer<NetSettings>, config: NetConfig, info: DataInfo): void {
  trainer.tune(netSettings(config, info), config.train);
}

/** Runs steps and returns their losses. */
export function steps<S>(trainer: Trainer<S>, count: number): Promise<Float32Array> {
  trainer.run(count);
  return trainer.takeLosses();
}

/** What the worker would save. */
export async function checkpointOf(
  trainer: Trainer<NetSettings>,
  config: NetConfig,
  info: DataInfo,
): Promise<Checkpoint> {
  const tensors = trainer.layout.specs.map(({ name, shape }) => ({ name, shape }));
  return { ...(await trainer.state()), config, info, tensors };
}

/** The bits of float32 values: −0 and 0 differ, NaN equals itself. */
export const bits = (values: Float32Array): Uint32Array => new Uint32Array(Float32Array.from(values).buffer);

/**
 * The largest relative error of any component; components below `floor` times the largest are measured against
 * that instead of themselves.
 */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 0.01): number {
  if (actual.length !== expected.length || expected.length === 0)
    throw new Error(`${actual.length} values, where ${expected.length} are expected`);
  const values = Array.from(expected);
  const least = floor * Math.max(...values.map(Math.abs));
  return Math.max(...values.map((e, i) => Math.abs((actual[i] ?? Number.NaN) - e) / Math.max(Math.abs(e), least)));
}
