import { describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import type { TrainerState } from '../../src/engine/trainer';
import type { NetConfig } from '../../src/families';
import { activationNames, lossNames, optimizerNames } from '../../src/training/names';
import { configOf, steps, trainerOf } from '../unit/engine/helpers';
import { use } from './backends';

const small = { model: { layers: [6, 5] }, data: { samples: 60 } };
const of = (dataset: string, patch: { model?: object; train?: object }): NetConfig =>
  configOf({ data: { ...small.data, dataset }, model: { ...small.model, ...patch.model }, train: patch.train });

/** Every formula of a step at least once. */
const configs: Readonly<Record<string, NetConfig>> = {
  ...Object.fromEntries(
    activationNames.map((activation) => [`${activation} units`, of('circle', { model: { activation } })]),
  ),
  ...Object.fromEntries(
    [['sigmoid', 'circle'] as const, ['softmax', 'clusters'] as const, ['linear', 'hills'] as const].flatMap(
      ([kind, dataset]) =>
        lossNames
          .filter((loss) => kind !== 'linear' || loss !== 'crossEntropy')
          .map((loss) => [
            `${kind} outputs and ${loss} loss`,
            of(dataset, { model: { activation: 'tanh' }, train: { loss, optimizer: 'sgd', learningRate: 0.1 } }),
          ]),
    ),
  ),
  ...Object.fromEntries(
    optimizerNames.map((optimizer) => [
      optimizer,
      of('circle', { model: { activation: 'tanh' }, train: { optimizer } }),
    ]),
  ),
  dropout: of('clusters', { model: { dropout: 0.4 } }),
  'penalties and clipping': of('hills', { train: { l1: 0.01, l2: 0.01, clipNorm: 0.5, clipValue: 0.2 } }),
  'no bias': of('clusters', { model: { bias: false, initializer: 'glorotUniform' } }),
};

async function oneStep(config: NetConfig): Promise<{ state: TrainerState; loss: number; outputs: Float32Array }> {
  const trainer = trainerOf(config);
  const [loss = Number.NaN] = await steps(trainer, 1);
  const state = await trainer.state();
  const points = [0.3, -1.7, 4, 2];
  const outputs = trainer.compute((parameters) => trainer.model.outputs(parameters, tf.tensor2d(points, [2, 2])));
  const result = { state, loss, outputs: (await outputs.data<'float32'>()).slice() };
  outputs.dispose();
  trainer.dispose();
  return result;
}

const largest = (a: Float32Array, b: Float32Array) => {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
};

const onCpu = new Map<string, Awaited<ReturnType<typeof oneStep>>>();

describe('one step is the same on every backend as on cpu, to 1e-4', () => {
  for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
    for (const [what, config] of Object.entries(configs)) {
      test(`${backend} with ${what}`, async ({ skip }) => {
        if (!onCpu.has(what)) {
          await startBackend('cpu');
          onCpu.set(what, await oneStep(config));
        }
        const expected = onCpu.get(what) as Awaited<ReturnType<typeof oneStep>>;
        await use(backend, skip);
        const actual = await oneStep(config);
        expect(largest(actual.state.parameters, expected.state.parameters)).toBeLessThan(1e-4);
        for (const [name, slot] of Object.entries(expected.state.slots))
          expect(largest(actual.state.slots[name] ?? new Float32Array(0), slot), name).toBeLessThan(1e-4);
        expect(Math.abs(actual.loss - expected.loss)).toBeLessThan(1e-4);
        expect(largest(actual.outputs, expected.outputs)).toBeLessThan(1e-3);
      });
    }
  }
});
