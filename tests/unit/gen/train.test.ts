import { describe, expect, test } from 'vitest';
import { genSettings, genTraining } from '../../../src/families/gen/model';
import { bits } from '../engine/helpers';
import { genConfigOf, genRunOf } from './helpers';

const small = {
  data: { samples: 300 },
  model: { generator: [6], discriminator: [7, 5] },
  train: { batchSize: 16, instanceNoise: 0.3, discriminatorSteps: 2, discriminatorOptimizer: 'rmsprop', clipNorm: 1 },
};

describe('two networks in training', () => {
  test('go on from a checkpoint as if they had never stopped, to the last bit, average and both optimizers included', async () => {
    const config = genConfigOf(small);
    const whole = genRunOf(config).trainer;
    whole.run(12);
    await whole.takeLosses();
    const from = await whole.state();
    expect(Object.keys(from.slots).toSorted()).toEqual(['average', 'mean', 'square']);
    expect(from.optimizerSteps).toEqual([12, 24]);
    whole.run(15);
    const expected = await whole.takeLosses();
    const resumed = genRunOf(config, from).trainer;
    resumed.run(15);
    expect(bits(await resumed.takeLosses())).toEqual(bits(expected));
    const [a, b] = [await whole.state(), await resumed.state()];
    expect(bits(b.parameters)).toEqual(bits(a.parameters));
    expect(bits(b.slots.average ?? new Float32Array(0))).toEqual(bits(a.slots.average ?? new Float32Array(1)));
    for (const trainer of [whole, resumed]) trainer.dispose();
  });

  test('leave the one alone that is not to learn, and tell whose each loss is', async () => {
    const config = genConfigOf(small);
    const { trainer } = genRunOf(config);
    expect(trainer.lossParts).toEqual(['discriminator', 'discriminator', 'generator']);
    const count = trainer.model.parts[0]?.count ?? 0;
    const cut = trainer.layout.offsets[count] ?? 0;
    const parametersAfter = async (learns: 'both' | 'discriminator' | 'generator') => {
      const next = genConfigOf({ ...small, train: { ...small.train, learns } });
      trainer.tune(genSettings(next), genTraining(next));
      trainer.run(3);
      expect(await trainer.takeLosses()).toHaveLength(3 * trainer.lossParts.length);
      const { parameters } = await trainer.state();
      return { generator: bits(parameters.slice(0, cut)), discriminator: bits(parameters.slice(cut)) };
    };
    const first = await parametersAfter('both');
    const second = await parametersAfter('discriminator');
    expect(second.generator).toEqual(first.generator);
    expect(second.discriminator).not.toEqual(first.discriminator);
    const third = await parametersAfter('generator');
    expect(third.discriminator).toEqual(second.discriminator);
    expect(third.generator).not.toEqual(second.generator);
    trainer.dispose();
  });

  test('the average follows the generator, at first quickly, and is it where nothing is kept', async () => {
    const kept = async (ema: number) => {
      const { trainer } = genRunOf(genConfigOf({ ...small, train: { ...small.train, ema } }));
      trainer.run(8);
      const { parameters, slots } = await trainer.state();
      const end = trainer.layout.offsets[trainer.model.parts[0]?.count ?? 0] ?? 0;
      trainer.dispose();
      const average = slots.average ?? new Float32Array(0);
      return Math.max(...parameters.subarray(0, end).map((value, i) => Math.abs(value - (average[i] ?? 0))));
    };
    expect(await kept(0)).toBe(0);
    const far = await kept(0.999);
    expect(far).toBeGreaterThan(0);
    // Kept from the start it would hardly have moved: eight steps of 0.003 lie far behind.
    expect(far).toBeLessThan(8 * 0.003);
  });

  test('another optimizer for the one starts its slots anew and leaves the other as it is', async () => {
    const { trainer } = genRunOf(genConfigOf(small));
    trainer.run(4);
    await trainer.takeLosses();
    const before = await trainer.state();
    const next = genConfigOf({ ...small, train: { ...small.train, discriminatorOptimizer: 'sgd' } });
    trainer.tune(genSettings(next), genTraining(next));
    const after = await trainer.state();
    expect(after.optimizerSteps).toEqual([4, 0]);
    expect(bits(after.parameters)).toEqual(bits(before.parameters));
    const end = trainer.layout.offsets[trainer.model.parts[0]?.count ?? 0] ?? 0;
    expect(bits(after.slots.mean?.slice(0, end) ?? new Float32Array(0))).toEqual(
      bits(before.slots.mean?.slice(0, end) ?? new Float32Array(1)),
    );
    expect(after.slots.square?.slice(end).every((value) => value === 0)).toBe(true);
    trainer.dispose();
  });
});
