import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import { createEvaluation, createPredictor, evaluate, predict } from '../../src/engine/evaluate';
import * as tf from '../../src/engine/tf';
import { bits, configOf, datasetOf, steps, trainerOf, tune } from '../unit/engine/helpers';

beforeEach(async () => {
  expect((await startBackend('wasm')).available).toBe(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Kernels that the library's engine runs meanwhile. */
async function kernelsOf(work: () => Promise<unknown>): Promise<number> {
  const spied = vi.spyOn(tf.engine(), 'runKernel');
  await work();
  const { length } = spied.mock.calls;
  spied.mockRestore();
  return length;
}

const patches: Readonly<Record<string, object>> = {
  'the default net': {},
  'several classes': { data: { dataset: 'clusters' }, model: { activation: 'tanh' } },
  regression: { data: { dataset: 'hills' }, model: { activation: 'gelu' } },
};

describe('what is computed again and again on wasm', () => {
  for (const [name, patch] of Object.entries(patches)) {
    test(`is what is computed anew, while training goes on and settings change: ${name}`, async () => {
      const config = configOf(patch);
      const dataset = datasetOf(config);
      const trainer = trainerOf(config, undefined, dataset);
      const inputs = dataset.train.inputs.subarray(0, 2 * 77);
      const again = createPredictor(trainer, trainer.model, 2);
      const metrics = createEvaluation(trainer, 'test', 33);
      const changes = [{}, {}, { train: { loss: 'squared' } }, {}, { train: { optimizer: 'sgd' } }, {}, {}];
      for (const change of changes) {
        tune(trainer, configOf({ ...patch, ...change }), dataset.info);
        await steps(trainer, 5);
        expect(bits(await again(inputs))).toEqual(bits(await predict(trainer, trainer.model, inputs, 2)));
        expect(await metrics()).toEqual(await evaluate(trainer, 'test', 33));
      }
      trainer.dispose();
    });
  }

  test('is replayed from the third time on', async () => {
    const trainer = trainerOf(configOf());
    const again = createPredictor(trainer, trainer.model, 2);
    const metrics = createEvaluation(trainer, 'train', 20);
    const inputs = new Float32Array(40);
    for (const work of [() => again(inputs), metrics]) {
      const kernels = [];
      for (let time = 0; time < 4; time++) kernels.push(await kernelsOf(work));
      expect(kernels.slice(0, 2).every((count) => count > 0)).toBe(true);
      expect(kernels.slice(2)).toEqual([0, 0]);
    }
    trainer.dispose();
  });

  test('is computed anew each time where a kernel is not ours', async () => {
    const trainer = trainerOf(configOf());
    const pass = trainer.repeat(
      () => tf.tensor1d([1, 2, 3]),
      (parameters, held) => tf.cumsum(tf.mul(held, tf.sum(Object.values(parameters)[0] as tf.Tensor))),
    );
    for (let time = 0; time < 4; time++) {
      await steps(trainer, 3);
      const [one = 0, three = 0, six = 0] = await pass.run();
      expect(three).toBeCloseTo(3 * one, 4);
      expect(six).toBeCloseTo(6 * one, 4);
    }
    trainer.dispose();
  });

  test('is given back with its trainer', async () => {
    const before = tf.memory().numTensors;
    const trainer = trainerOf(configOf());
    const again = createPredictor(trainer, trainer.model, 2);
    const metrics = createEvaluation(trainer, 'train', 20);
    for (let time = 0; time < 3; time++) {
      await steps(trainer, 2);
      await again(new Float32Array(20));
      await metrics();
    }
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
