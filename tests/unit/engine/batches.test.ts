import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochOrder, firstPlace, nextStart, stepsPerEpoch } from '../../../src/engine/batches';
import { type RowBatch, type RowModel, trainedBy } from '../../../src/engine/model';
import { pairs } from '../../../src/engine/rows';
import * as tf from '../../../src/engine/tf';
import { createTrainer, startState } from '../../../src/engine/trainer';
import { configOf } from './helpers';

const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const cases = { seed: 1, numRuns: 100 } as const;

describe('the order of an epoch', () => {
  test('holds every example once', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1000), fc.integer({ min: 1, max: 300 }), (seed, epoch, count) => {
        expect(sorted(epochOrder(seed, epoch, count))).toEqual(upTo(count));
      }),
      cases,
    );
  });

  test('differs from epoch to epoch and from seed to seed, and is the same again for both', () => {
    const order = (seed: number, epoch: number) => epochOrder(seed, epoch, 50).join();
    expect(order(1, 0)).toBe(order(1, 0));
    expect(new Set([order(1, 0), order(1, 1), order(1, 2), order(2, 0), order(2, 1)]).size).toBe(5);
  });
});

test('places go through an epoch in full batches and on to the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (count, asked) => {
      const batchSize = Math.min(asked, count);
      let place = firstPlace;
      for (let step = 0; step < 3 * stepsPerEpoch(count, batchSize); step++) {
        expect(place.epoch).toBe(Math.floor(step / stepsPerEpoch(count, batchSize)));
        expect(place.position).toBe((step % stepsPerEpoch(count, batchSize)) * batchSize);
        place = nextStart({ epoch: place.epoch, position: place.position + batchSize }, count, batchSize);
      }
    }),
    cases,
  );
});

/** A trainer whose examples are their own numbers, and the numbers of each batch that it was given. */
function recordBatches(count: number, batchSize: number, seed = 1) {
  const batches: number[][] = [];
  const model: RowModel<null> = {
    ...trainedBy<null, RowBatch>(
      [{ name: 'w', shape: [1, 1], initializer: { kind: 'zero' }, fanIn: 1, fanOut: 1, penalized: true }],
      (parameters, { inputs, targets }) => {
        const numbers = [...inputs.dataSync()];
        expect([...targets.dataSync()]).toEqual(numbers.map((n) => n + 0.5));
        batches.push(numbers);
        return tf.mean(tf.mul(inputs, parameters.w as tf.Tensor));
      },
    ),
    multiplyAdds: 1,
    activationsPerExample: 1,
    outputs: (_, inputs) => inputs,
    measure: (_, { inputs }) => tf.sum(inputs, 1),
    summarize: () => ({}),
  };
  const settings = { ...configOf().train, batchSize };
  const inputs = Float32Array.from(upTo(count));
  const trainer = createTrainer({
    model,
    train: pairs({ count, inputs, targets: inputs.map((n) => n + 0.5) }, 1, 1),
    test: pairs({ count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) }, 1, 1),
    seed,
    modelSettings: null,
    settings,
    from: startState(model, seed),
  });
  const run = (steps: number) => {
    trainer.run(steps);
  };
  return { batches, trainer, run, setBatch: (size: number) => trainer.tune(null, { ...settings, batchSize: size }) };
}

describe('a trainer', () => {
  test('gives no example twice in an epoch, drops the rest, and shuffles anew', () => {
    const { batches, trainer, run } = recordBatches(23, 5);
    expect(trainer.stepsPerEpoch).toBe(4);
    run(12);
    const epochs = [0, 4, 8].map((first) => batches.slice(first, first + 4).flat());
    for (const examples of epochs) {
      expect(examples).toHaveLength(20);
      expect(new Set(examples).size).toBe(20);
    }
    expect(new Set(epochs.map(String)).size).toBe(3);
    expect(trainer.place).toEqual({ epoch: 3, position: 0 });
    trainer.dispose();
  });

  test('gives every example once where batches divide them', () => {
    const { batches, trainer, run } = recordBatches(20, 5);
    run(8);
    expect(sorted(batches.slice(0, 4).flat())).toEqual(upTo(20));
    expect(sorted(batches.slice(4).flat())).toEqual(upTo(20));
    trainer.dispose();
  });

  test('goes on in the same epoch, with no example twice, when the batch size changes', () => {
    const { batches, trainer, run, setBatch } = recordBatches(24, 4);
    run(3);
    setBatch(6);
    run(2);
    expect(trainer.place).toEqual({ epoch: 1, position: 0 });
    expect(sorted(batches.flat())).toEqual(upTo(24));
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 4, 6, 6]);
    trainer.dispose();
  });

  test('turns to the next epoch when a larger batch no longer fits into this one', () => {
    const { batches, trainer, run, setBatch } = recordBatches(24, 4);
    run(5);
    setBatch(10);
    run(1);
    expect(trainer.place).toEqual({ epoch: 1, position: 10 });
    expect(new Set(batches[5]).size).toBe(10);
    trainer.dispose();
  });

  test('draws the same batches for the same seed, and others for another', () => {
    const batchesOf = (seed: number) => {
      const { batches, trainer, run } = recordBatches(30, 7, seed);
      run(9);
      trainer.dispose();
      return batches.map(String).join('|');
    };
    expect(batchesOf(1)).toBe(batchesOf(1));
    expect(batchesOf(1)).not.toBe(batchesOf(2));
  });
});
