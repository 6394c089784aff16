import { describe, expect, test } from 'vitest';
import { evaluate, predict } from '../../../src/engine/evaluate';
import { estimateBytes } from '../../../src/engine/memory';
import * as tf from '../../../src/engine/tf';
import { netModel } from '../../../src/families/net/model';
import type { OptimizerName } from '../../../src/training/names';
import { configOf, datasetOf, steps, trainerOf, tune } from './helpers';

describe('tensors', () => {
  test('do not become more over 2,000 steps', async () => {
    const config = configOf({
      data: { samples: 60 },
      model: { layers: [4], dropout: 0.2 },
      train: { clipNorm: 1, clipValue: 1, l1: 1e-4, l2: 1e-4 },
    });
    const before = tf.memory().numTensors;
    const trainer = trainerOf(config);
    await steps(trainer, 20);
    const { numTensors, numBytes } = tf.memory();
    for (let i = 0; i < 198; i++) await steps(trainer, 10);
    expect(trainer.step).toBe(2000);
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('are all given back, whatever the trainer did', async () => {
    const optimizers: readonly OptimizerName[] = ['adam', 'sgd', 'momentum', 'adagrad', 'rmsprop', 'adamw'];
    const before = tf.memory().numTensors;
    const config = configOf();
    const dataset = datasetOf(config);
    const trainer = trainerOf(config, undefined, dataset);
    for (const optimizer of optimizers) {
      tune(trainer, configOf({ train: { optimizer } }), dataset.info);
      await steps(trainer, 2);
      await trainer.state();
      await evaluate(trainer, 'test', 250);
      await predict(trainer, trainer.model, dataset.test.inputs, 2);
    }
    trainer.run(1);
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the estimate of memory', () => {
  test('is at least what parameters, optimizer slots and a batch take, and grows with each', () => {
    const config = configOf({ model: { layers: [300, 200] } });
    const { info } = datasetOf(config);
    const estimate = (batchSize: number, dataFloats: number) =>
      estimateBytes(netModel(config, info), { batchSize, dataFloats });
    const parameters = 2 * 300 + 300 + 300 * 200 + 200 + 200 + 1;
    expect(estimate(10, 1000)).toBeGreaterThan(4 * (3 * parameters + 10 * 500 + 1000));
    expect(estimate(20, 1000)).toBeGreaterThan(estimate(10, 1000));
    expect(estimate(10, 2000)).toBeGreaterThan(estimate(10, 1000));
  });
});
