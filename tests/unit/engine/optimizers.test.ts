import { afterEach, describe, expect, test } from 'vitest';
import { type Coefficients, optimizers, type Slots } from '../../../src/engine/optimizers';
import * as tf from '../../../src/engine/tf';
import type { Trainer } from '../../../src/engine/trainer';
import type { NetSettings } from '../../../src/families/net/model';
import { stream } from '../../../src/random/stream';
import { type OptimizerName, optimizerNames, optimizerSlots } from '../../../src/training/names';
import { bits, configOf, datasetOf, relativeError, steps, trainerOf, tune } from './helpers';

type Vectors = Readonly<Record<string, readonly number[]>>;
type Rule = (w: number, g: number, s: Readonly<Record<string, number>>, c: Coefficients, decays: boolean) => number[];

/** One parameter's update, as the papers write it: the new value, then the new slots in their order. */
const rules: Readonly<Record<OptimizerName, Rule>> = {
  sgd: (w, g, _, c) => [w - c.learningRate * g],
  momentum(w, g, { velocity = 0 }, c) {
    const v = c.momentum * velocity + g;
    return [w - c.learningRate * v, v];
  },
  nesterov(w, g, { velocity = 0 }, c) {
    const v = c.momentum * velocity + g;
    return [w - c.learningRate * (g + c.momentum * v), v];
  },
  adagrad(w, g, { squareSum = 0 }, c) {
    const sum = squareSum + g * g;
    return [w - (c.learningRate * g) / (Math.sqrt(sum) + c.epsilon), sum];
  },
  rmsprop(w, g, { square = 0 }, c) {
    const average = c.decay * square + (1 - c.decay) * g * g;
    return [w - (c.learningRate * g) / (Math.sqrt(average) + c.epsilon), average];
  },
  adam(w, g, { mean = 0, square = 0 }, c) {
    const m = c.beta1 * mean + (1 - c.beta1) * g;
    const v = c.beta2 * square + (1 - c.beta2) * g * g;
    const mHat = m / (1 - c.beta1 ** c.t);
    const vHat = v / (1 - c.beta2 ** c.t);
    return [w - (c.learningRate * mHat) / (Math.sqrt(vHat) + c.epsilon), m, v];
  },
  adamw(w, g, s, c, decays) {
    const [next = Number.NaN, ...slots] = rules.adam(w, g, s, c, decays);
    return [next - (decays ? c.learningRate * c.weightDecay * w : 0), ...slots];
  },
};

const size = 12;
const random = stream(5, 'optimizers');
const startValues = Array.from({ length: size }, () => Math.fround(1 + random.normal()));
const gradients = Array.from({ length: 6 }, () => Array.from({ length: size }, () => Math.fround(random.normal())));
const mask = startValues.map((_, i) => (i % 3 === 0 ? 0 : 1));

const steady: Omit<Coefficients, 't'> = {
  learningRate: 0.05,
  momentum: 0.8,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.95,
  // Large, so that its place in the formula shows.
  epsilon: 0.03,
  weightDecay: 0.2,
};
const changed: Omit<Coefficients, 't'> = {
  learningRate: 0.2,
  momentum: 0.3,
  beta1: 0.5,
  beta2: 0.8,
  decay: 0.7,
  epsilon: 0.001,
  weightDecay: 0.05,
};

/** The largest relative error of parameters and slots after steps with these coefficients. */
function compare(name: OptimizerName, coefficients: readonly Omit<Coefficients, 't'>[]): number {
  const { update } = optimizers[name];
  const slotNames: readonly string[] = optimizerSlots[name];
  let parameters = tf.tensor1d(startValues);
  let slots: Slots = Object.fromEntries(slotNames.map((slot) => [slot, tf.zeros<tf.Rank.R1>([size])]));
  let expected: readonly number[] = startValues;
  let expectedSlots: Vectors = {};
  for (const [i, each] of coefficients.entries()) {
    const c = { ...each, t: i + 1 };
    const gradient = gradients[i] ?? [];
    ({ parameters, slots } = update(parameters, tf.tensor1d(gradient), slots, c, tf.tensor1d(mask)));
    const results = expected.map((w, j) => {
      const s = Object.fromEntries(slotNames.map((slot) => [slot, expectedSlots[slot]?.[j] ?? 0]));
      return rules[name](w, gradient[j] ?? Number.NaN, s, c, mask[j] === 1);
    });
    const column = (k: number) => results.map((values) => values[k] ?? Number.NaN);
    expected = column(0);
    expectedSlots = Object.fromEntries(slotNames.map((slot, k) => [slot, column(k + 1)]));
  }
  expect(Object.keys(slots)).toEqual(slotNames);
  return Math.max(
    relativeError(parameters.dataSync(), expected),
    ...slotNames.map((slot) => relativeError(slots[slot]?.dataSync() ?? [], expectedSlots[slot] ?? [])),
  );
}

describe('an optimizer steps as its paper says:', () => {
  for (const name of optimizerNames) {
    test(`${name} in one step`, () => {
      expect(compare(name, [steady])).toBeLessThan(1e-5);
    });

    test(`${name} in six steps`, () => {
      expect(
        compare(
          name,
          gradients.map(() => steady),
        ),
      ).toBeLessThan(1e-5);
    });

    test(`${name} when every coefficient changes on the way`, () => {
      expect(compare(name, [steady, steady, changed, changed, steady, changed])).toBeLessThan(1e-5);
    });
  }
});

const trainers: Trainer<NetSettings>[] = [];
afterEach(() => {
  for (const trainer of trainers.splice(0)) trainer.dispose();
});

const withOptimizer = (optimizer: OptimizerName, learningRate = 0.01) =>
  configOf({ model: { layers: [4] }, train: { optimizer, learningRate } });

/** Trains for five steps with one optimizer, changes to another, and tells the states before, between and after. */
async function switching(from: OptimizerName, to: OptimizerName) {
  const dataset = datasetOf(withOptimizer(from));
  const trainer = trainerOf(withOptimizer(from), undefined, dataset);
  trainers.push(trainer);
  await steps(trainer, 5);
  const before = await trainer.state();
  tune(trainer, withOptimizer(to, 0.003), dataset.info);
  return { before, between: await trainer.state() };
}

describe('changing the optimizer in the middle of a training', () => {
  for (const [from, to] of [
    ['adam', 'adamw'],
    ['adamw', 'adam'],
    ['momentum', 'nesterov'],
    ['adam', 'adam'],
  ] as const) {
    test(`from ${from} to ${to} keeps the slots and their age`, async () => {
      const { before, between } = await switching(from, to);
      expect(between).toEqual(before);
      expect(before.optimizerSteps).toEqual([5]);
      expect(Object.values(between.slots).every((slot) => slot.some((v) => v !== 0))).toBe(true);
    });
  }

  for (const [from, to] of [
    ['sgd', 'adam'],
    ['momentum', 'adam'],
    ['rmsprop', 'adam'],
    ['adam', 'rmsprop'],
    ['adagrad', 'momentum'],
  ] as const) {
    test(`from ${from} to ${to} starts new slots`, async () => {
      const { before, between } = await switching(from, to);
      expect(Object.keys(between.slots)).toEqual(optimizerSlots[to]);
      expect(Object.values(between.slots).every((slot) => slot.every((v) => v === 0))).toBe(true);
      expect(between.optimizerSteps).toEqual([0]);
      expect(between.step).toBe(5);
      expect(bits(between.parameters)).toEqual(bits(before.parameters));
    });
  }

  test('from adam to sgd drops the slots', async () => {
    const { between } = await switching('adam', 'sgd');
    expect(between.slots).toEqual({});
  });
});

test('the learning rate that a trainer tells is the one that its next step takes', async () => {
  const config = configOf({
    model: { layers: [] },
    train: { optimizer: 'sgd', learningRate: 0.1, schedule: 'linear', warmupSteps: 2, scheduleSteps: 4, finalShare: 0 },
  });
  const trainer = trainerOf(config);
  trainers.push(trainer);
  const rates: number[] = [];
  const moved: boolean[] = [];
  for (let i = 0; i < 8; i++) {
    const before = await trainer.state();
    rates.push(trainer.learningRate);
    trainer.run(1);
    moved.push(bits((await trainer.state()).parameters).join() !== bits(before.parameters).join());
  }
  expect(relativeError(rates.slice(0, 6), [0.05, 0.1, 0.1, 0.075, 0.05, 0.025])).toBeLessThan(1e-12);
  expect(rates.slice(6)).toEqual([0, 0]);
  expect(moved).toEqual([true, true, true, true, true, true, false, false]);
});
