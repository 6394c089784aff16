import { describe, expect, test } from 'vitest';
import { parseWeights } from '../../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../../src/formats/weights';
import type { Checkpoint } from '../../../src/worker/protocol';
import { sample, samples } from './samples';

const createdAt = new Date(Date.UTC(2024, 1, 29, 12));
const textOf = (checkpoint: (typeof samples)[string]) => stringifyWeights(encodeWeights(checkpoint, createdAt));
const bits = (values: Float32Array) => new Uint32Array(values.slice().buffer).join();

function expectSame(actual: Checkpoint, expected: Checkpoint): void {
  const { parameters, slots, carried = {}, ...rest } = expected;
  const { parameters: actualParameters, slots: actualSlots, carried: actualCarried = {}, ...actualRest } = actual;
  expect(actualRest).toEqual(rest);
  expect(Object.keys(actualSlots)).toEqual(Object.keys(slots));
  // As text, because thousands of numbers are slow to compare one by one.
  expect(bits(actualParameters) === bits(parameters)).toBe(true);
  for (const [name, slot] of Object.entries(slots))
    expect(bits(actualSlots[name] ?? new Float32Array(0)) === bits(slot), name).toBe(true);
  expect(Object.keys(actualCarried)).toEqual(Object.keys(carried));
  for (const [name, state] of Object.entries(carried))
    expect(bits(actualCarried[name] ?? new Float32Array(0)) === bits(state), name).toBe(true);
}

const twoClasses = sample('two classes of points');

/** Values that are easily lost: −0, subnormals, the largest. */
const delicate = [-0, 0, 2 ** -149, -(2 ** -140), 3.4028234663852886e38, Math.fround(0.1), 1 + 2 ** -23];

describe('a weights file', () => {
  for (const [name, checkpoint] of Object.entries(samples)) {
    test(`gives back all of a checkpoint: ${name}`, () => {
      expectSame(parseWeights(JSON.parse(textOf(checkpoint))), checkpoint);
    });

    test(`gives back all of it as an object too: ${name}`, () => {
      expectSame(parseWeights(encodeWeights(checkpoint, createdAt)), checkpoint);
    });
  }

  test('keeps delicate numbers bit for bit, in parameters and slots, plain and base64', () => {
    for (const checkpoint of [twoClasses, sample('more than 100,000 parameters')]) {
      const parameters = checkpoint.parameters.slice();
      parameters.set(delicate);
      const mean = parameters.toReversed();
      const read = parseWeights(JSON.parse(textOf({ ...checkpoint, parameters, slots: { mean, square: parameters } })));
      expectSame(read, { ...checkpoint, parameters, slots: { mean, square: parameters } });
    }
  });

  test('has the form that is documented', () => {
    const file = encodeWeights(twoClasses, createdAt);
    expect(file).toMatchObject({
      format: 'deepseek-playground/weights',
      version: 1,
      createdAt: '2024-02-29T12:00:00.000Z',
      config: { family: 'net', seed: 1 },
      training: { step: 1200, epoch: 48, optimizer: { steps: 700 }, rng: { seed: 1, epoch: 48, position: 130 } },
    });
    expect(file.tensors[0]).toMatchObject({ name: 'dense0/kernel', shape: [2, 16], dtype: 'float32' });
    expect(file.tensors.map(({ values }) => values?.length)).toEqual([32, 16, 256, 16, 16, 1]);
    expect(Object.keys(file.training.optimizer.slots)).toEqual(['mean', 'square']);
  });

  test('holds plain numbers up to 100,000 parameters and base64 above', () => {
    for (const checkpoint of Object.values(samples)) {
      const isLarge = checkpoint.parameters.length > 100_000;
      for (const tensor of encodeWeights(checkpoint, createdAt).tensors) {
        expect(tensor.base64 !== undefined).toBe(isLarge);
        expect(tensor.values !== undefined).toBe(!isLarge);
      }
    }
  });

  test('has the state that running text carries, and none where nothing is carried', () => {
    const { training } = encodeWeights(sample('running text with its carried state, two layers'), createdAt);
    expect(training.carried?.map(({ name, shape }) => [name, shape])).toEqual([
      ['layer0/h', [3, 4]],
      ['layer0/c', [3, 4]],
      ['layer1/h', [3, 3]],
      ['layer1/c', [3, 3]],
    ]);
    for (const name of ['lines of text, LSTM', 'a class at every step, both ways', 'two classes of points'])
      expect(encodeWeights(sample(name), createdAt).training).not.toHaveProperty('carried');
  });

  test('keeps delicate numbers of a carried state bit for bit', () => {
    const running = sample('running text, GRU');
    const carried = { 'layer0/h': Float32Array.from(delicate.slice(0, 6)) };
    expectSame(parseWeights(JSON.parse(textOf({ ...running, carried }))), { ...running, carried });
  });

  test('may come without its carried state', () => {
    const { carried: _, ...running } = sample('running text, GRU');
    expect(parseWeights(encodeWeights(running, createdAt))).toEqual(running);
  });

  test('has the average of the generator alone, under its own name', () => {
    const checkpoint = sample('an adversarial pair with two optimizers, of modes');
    const { training } = encodeWeights(checkpoint, createdAt);
    expect(Object.keys(training.optimizer.slots)).toEqual(['velocity', 'square']);
    expect(training.optimizer.steps).toEqual([700, 1400]);
    expect(training.ema?.map(({ name, shape }) => [name, shape])).toEqual([
      ['generator/dense0/kernel', [2, 3]],
      ['generator/dense0/bias', [3]],
      ['generator/dense1/kernel', [3, 2]],
      ['generator/dense1/bias', [2]],
    ]);
    expect(training.ema?.[0]?.values?.[0]).toBeCloseTo(checkpoint.slots.average?.[0] ?? Number.NaN, 6);
    expect(encodeWeights(twoClasses, createdAt).training).not.toHaveProperty('ema');
  });

  test('holds text that resembles its own marks', () => {
    const info = { ...twoClasses.info, name: '\u00000' };
    const checkpoint = { ...twoClasses, info };
    expect(parseWeights(JSON.parse(textOf(checkpoint)))).toEqual(checkpoint);
  });

  test('may have fields that it does not know', () => {
    const file = { ...encodeWeights(twoClasses, createdAt), comment: 'made by hand' };
    expect(parseWeights(file)).toEqual(twoClasses);
  });
});
