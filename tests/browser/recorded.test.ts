import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import { type RowModel, trainedBy } from '../../src/engine/model';
import { pairs } from '../../src/engine/rows';
import * as tf from '../../src/engine/tf';
import { createTrainer, startState, type Trainer, type TrainerState } from '../../src/engine/trainer';
import { wasmHeap } from '../../src/kernels/install';
import { bits, configOf, datasetOf, steps, trainerOf, tune } from '../unit/engine/helpers';

beforeEach(async () => {
  expect((await startBackend('wasm')).available).toBe(true);
});

const trainers: { dispose(): void }[] = [];
afterEach(() => {
  for (const trainer of trainers.splice(0)) trainer.dispose();
});

function keep<T extends { dispose(): void }>(trainer: T): T {
  trainers.push(trainer);
  return trainer;
}

const allBits = ({ parameters, slots }: TrainerState) => [parameters, ...Object.values(slots)].map(bits);

/** The same run, replayed and computed anew. */
function twins(patch: object) {
  const config = configOf(patch);
  const dataset = datasetOf(config);
  const recorded = keep(trainerOf(config, undefined, dataset));
  const eager = keep(trainerOf(config, undefined, dataset, 'eager'));
  return { config, dataset, recorded, eager };
}

const patches: Readonly<Record<string, object>> = {
  'the default net': {},
  dropout: { model: { dropout: 0.3 } },
  'penalties and clipping': { train: { l1: 0.001, l2: 0.01, clipNorm: 0.5, clipValue: 0.1 } },
  'a schedule': { train: { schedule: 'cosine', warmupSteps: 5, scheduleSteps: 40 } },
  'several classes': { data: { dataset: 'clusters' }, model: { activation: 'tanh' } },
  regression: {
    data: { dataset: 'plane' },
    model: { activation: 'gelu' },
    train: { loss: 'huber', optimizer: 'rmsprop' },
  },
  'no bias, one layer': {
    model: { layers: [3], bias: false, activation: 'sigmoid' },
    train: { optimizer: 'nesterov' },
  },
};

describe('replayed steps on wasm', () => {
  test.each(Object.entries(patches))('are those computed anew, bit for bit: %s', async (_, patch) => {
    const { recorded, eager } = twins(patch);
    // Single steps, several at a time, over the ends of epochs and of the feed.
    for (const count of [1, 1, 1, 7, 100, 1500]) {
      expect(bits(await steps(recorded, count))).toEqual(bits(await steps(eager, count)));
      expect(allBits(await recorded.state())).toEqual(allBits(await eager.state()));
      expect(recorded.place).toEqual(eager.place);
    }
    expect(recorded.runner).toMatchObject({ mode: 'recorded', refusal: null });
    expect(eager.runner.mode).toBe('eager');
  });

  test('follow settings that change between two of them', async () => {
    const { config, dataset, recorded, eager } = twins({ model: { dropout: 0.1 } });
    const changes = [
      { train: { learningRate: 0.3 } },
      { train: { l2: 0.1, momentum: 0.5 } },
      { model: { dropout: 0.5 } },
      { train: { batchSize: 7 } },
      { train: { clipNorm: 0.01 } },
      { train: { optimizer: 'momentum' } },
      { train: { loss: 'squared' } },
    ];
    for (const change of changes) {
      await Promise.all([recorded, eager].map((trainer) => steps(trainer, 10)));
      const next = configOf({ ...config, ...change });
      for (const trainer of [recorded, eager]) tune(trainer, next, dataset.info);
      expect(bits(await steps(recorded, 10))).toEqual(bits(await steps(eager, 10)));
      expect(allBits(await recorded.state())).toEqual(allBits(await eager.state()));
      expect(recorded.runner.mode).toBe('recorded');
    }
  });

  test('are not disturbed by predictions and evaluations in between', async () => {
    const { recorded, eager } = twins({});
    for (let i = 0; i < 5; i++) {
      await steps(recorded, 20);
      await steps(eager, 20);
      for (const trainer of [recorded, eager])
        tf.dispose([
          trainer.measure('test', 0, 50),
          trainer.compute((parameters) => trainer.model.outputs(parameters, tf.zeros([100, 2]))),
        ]);
    }
    expect(allBits(await recorded.state())).toEqual(allBits(await eager.state()));
  });

  test('leave memory flat over 100,000 of them', async () => {
    const { recorded } = twins({ model: { layers: [8, 8] } });
    await steps(recorded, 100);
    const held = () => ({ ...tf.memory(), heap: wasmHeap()?.memory.buffer.byteLength });
    const before = held();
    for (let i = 0; i < 100; i++) await steps(recorded, 1000);
    expect(recorded.step).toBe(100_100);
    expect(held()).toEqual(before);
  });

  test('leave nothing behind when they end', async () => {
    const before = tf.memory();
    const config = configOf({ model: { dropout: 0.2 } });
    for (let i = 0; i < 3; i++) {
      const trainer = trainerOf(config);
      await steps(trainer, 5);
      tune(trainer, configOf({ model: { dropout: 0.3 } }), datasetOf(config).info);
      await steps(trainer, 5);
      trainer.dispose();
    }
    expect(tf.memory()).toEqual(before);
  });
});

/** A line through the origin, whose loss a test may compute as it likes. */
function trainerWith(loss: RowModel<null>['loss'], mode?: 'eager' | 'recorded'): Trainer<null> {
  const model: RowModel<null> = {
    ...trainedBy(
      [{ name: 'w', shape: [1, 1], initializer: { kind: 'standard' }, fanIn: 1, fanOut: 1, penalized: true }],
      loss,
    ),
    multiplyAdds: 1,
    activationsPerExample: 1,
    outputs: (_, inputs) => inputs,
    measure: (_, { inputs }) => tf.sum(inputs, 1),
    summarize: () => ({}),
  };
  const inputs = Float32Array.from({ length: 64 }, (_, i) => i / 64);
  return keep(
    createTrainer({
      model,
      train: pairs({ count: 64, inputs, targets: inputs.map((x) => 2 * x) }, 1, 1),
      test: pairs({ count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) }, 1, 1),
      seed: 1,
      modelSettings: null,
      settings: { ...configOf().train, batchSize: 8 },
      from: startState(model, 1),
      ...(mode ? { mode } : {}),
    }),
  );
}

describe('a step that cannot be recorded', () => {
  test('because a kernel is not ours is computed anew, and says which', async () => {
    const loss: RowModel<null>['loss'] = ({ w }, { inputs, targets }) =>
      tf.mean(tf.square(tf.sub(tf.mul(tf.atan(tf.mul(inputs, w as tf.Tensor)), 1), targets)));
    const [recorded, eager] = [trainerWith(loss), trainerWith(loss, 'eager')];
    expect(bits(await steps(recorded, 50))).toEqual(bits(await steps(eager, 50)));
    expect(recorded.runner).toMatchObject({ mode: 'eager', refusal: 'Atan' });
  });

  test('because something in it changes outside of the feed is computed anew', async () => {
    const changing = () => {
      let calls = 0;
      const loss: RowModel<null>['loss'] = ({ w }, { inputs, targets }) => {
        calls += 1;
        return tf.mean(tf.square(tf.sub(tf.mul(tf.mul(inputs, w as tf.Tensor), tf.scalar(calls)), targets)));
      };
      return loss;
    };
    const recorded = trainerWith(changing());
    const first = await steps(recorded, 1);
    const eager = trainerWith(changing(), 'eager');
    expect(bits(first)).toEqual(bits(await steps(eager, 1)));
    expect(bits(await steps(recorded, 49))).toEqual(bits(await steps(eager, 49)));
    expect(recorded.runner).toMatchObject({ mode: 'eager', refusal: 'replay differs' });
  });
});
