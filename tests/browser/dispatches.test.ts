import { afterEach, expect, test, vi } from 'vitest';
import { findWorkload, type SequenceWorkload } from '../../bench/workload';
import { patchConfig } from '../../src/config/gate';
import { emptyExamples } from '../../src/data/sequences/dataset';
import { createTrainer, startState } from '../../src/engine/trainer';
import type { RecConfig } from '../../src/families';
import { recModel, recSettings } from '../../src/families/rec/model';
import { recRows } from '../../src/families/rec/rows';
import { use } from './backends';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Dispatches of one step of the bench's recurrent network, T 32 and 64 symbols, with another layer. */
async function dispatchesOf(model: object, batchSize: number): Promise<number> {
  const { config: benched, info, draw } = findWorkload('rec lstm T32 H128 b32') as SequenceWorkload;
  const config = patchConfig<RecConfig>(benched, { model, train: { batchSize } });
  const dataset = { kind: 'examples', info, notes: [], train: draw().examples, test: emptyExamples(info, 0) } as const;
  const { train, test } = recRows(dataset, config.data.epochWindows, config.seed, () => false);
  const recurrent = recModel(config, info);
  const trainer = createTrainer({
    model: recurrent,
    train,
    test,
    seed: config.seed,
    modelSettings: recSettings(config, info),
    settings: config.train,
    from: startState(recurrent, config.seed),
  });
  const calls = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
  trainer.run(1);
  await trainer.takeLosses();
  const { length } = calls.mock.calls;
  vi.restoreAllMocks();
  trainer.dispose();
  return length;
}

const cells = ['rnn', 'gru', 'lstm'] as const;

test.for(cells)('a step of a recurrent network on webgpu has at most 20 dispatches: %s', async (cell, { skip }) => {
  await use('webgpu', skip);
  const dispatches = await dispatchesOf({ cell, layers: [128] }, 32);
  console.info(`${dispatches} dispatches for a step of ${cell}`);
  expect(dispatches).toBeLessThanOrEqual(20);
});

// The number does not depend on the batch, which is small because the device here is a processor. Sizes are odd: views
// begin nowhere else than at multiples of 64 values, and what lies elsewhere has to be moved.
test.for(cells)('and at most 90 where it goes step by step: %s', async (cell, { skip }) => {
  await use('webgpu', skip);
  const dispatches = await dispatchesOf({ cell, layers: [259] }, 3);
  console.info(`${dispatches} dispatches for a step of ${cell}, step by step`);
  expect(dispatches).toBeLessThanOrEqual(90);
});
