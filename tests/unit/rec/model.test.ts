import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/data/table/read';
import { evaluate } from '../../../src/engine/evaluate';
import { unpack } from '../../../src/engine/layout';
import { takeBatch, uploadRows } from '../../../src/engine/rows';
import * as tf from '../../../src/engine/tf';
import type { RecFrame } from '../../../src/families/rec/view';
import { createMutex } from '../../../src/mutex';
import { stream } from '../../../src/random/stream';
import { bits, contextOf, relativeError } from '../engine/helpers';
import { recConfigOf, recRunOf } from './helpers';

const small = {
  data: { dataset: 'addition', samples: 60, digits: 1 },
  model: { layers: [5] },
  train: { batchSize: 4 },
};

/** The loss of the first examples as a function of the parameters, and its gradient. */
function lossOf(patch: object) {
  const config = recConfigOf(patch);
  const { trainer, work } = recRunOf(config);
  const { model, layout } = trainer;
  const count = 4;
  const first = tf.tensor1d(Array.from({ length: count }, (_, i) => i));
  const batch = takeBatch(uploadRows(work.train), first, { indices: 0, count }, model.steps);
  const settings = work.settings(config);
  const loss = (vector: tf.Tensor1D) =>
    model.loss(unpack(layout, vector), batch as never, settings, { ...contextOf(1, 0) });
  const normal = stream(3, 'parameters').normal;
  const parameters = Float32Array.from({ length: layout.total }, () => 0.5 * normal());
  trainer.dispose();
  return { loss, parameters };
}

describe('the gradient of a recurrent network agrees with differences of its loss', () => {
  const cases: Readonly<Record<string, object>> = {
    'simple cells': { model: { cell: 'rnn' } },
    'sigmoid cells': { model: { cell: 'rnn', activation: 'sigmoid' } },
    'gated recurrent units': { model: { cell: 'gru' } },
    'long short-term memory': { model: { cell: 'lstm' } },
    'two layers, normalized': { model: { layers: [4, 3], layerNorm: true, cell: 'gru' } },
    'both ways': { model: { bidirectional: true, layers: [3, 2] } },
    'one answer to a sequence, both ways': {
      data: { dataset: 'brackets', samples: 60, length: 6 },
      model: { bidirectional: true, layers: [4] },
    },
    'numbers in, numbers out': {
      data: { dataset: 'waves', samples: 200, window: 6, horizon: 3 },
      model: { cell: 'lstm', layers: [4] },
    },
    'squared errors of symbols': { train: { loss: 'squared' } },
  };
  test.each(Object.entries(cases))('%s', async (_, patch) => {
    const merged = Object.fromEntries(
      ['data', 'model', 'train'].map((group) => [
        group,
        { ...small[group as keyof typeof small], ...(patch as Record<string, object>)[group] },
      ]),
    );
    const { loss, parameters } = lossOf(merged);
    const gradient = await tf
      .grad((vector: tf.Tensor) => loss(vector as tf.Tensor1D))(tf.tensor1d(parameters))
      .data();
    // Differences of a loss in single precision: along random directions, where errors average out.
    const random = stream(5, 'directions').normal;
    const at = async (step: number, direction: Float32Array) => {
      const moved = parameters.map((p, i) => p + step * (direction[i] ?? 0));
      return (await loss(tf.tensor1d(moved)).data())[0] ?? Number.NaN;
    };
    const slopes: number[] = [];
    const expected: number[] = [];
    for (let k = 0; k < 8; k++) {
      const direction = parameters.map(() => random());
      const h = 2e-3;
      slopes.push(((await at(h, direction)) - (await at(-h, direction))) / (2 * h));
      expected.push(direction.reduce((sum, d, i) => sum + d * (gradient[i] ?? 0), 0));
    }
    expect(relativeError(slopes, expected, 0.3)).toBeLessThan(5e-3);
  });
});

describe('running text', () => {
  const running = {
    data: { dataset: 'verse', window: 8, epochWindows: 64 },
    model: { layers: [6], cell: 'lstm' },
    train: { batchSize: 4 },
  };

  test('hands its state from window to window, and says so in its losses', async () => {
    const carried = recRunOf(recConfigOf(running));
    const anew = recRunOf(recConfigOf({ ...running, train: { batchSize: 4, carryState: false } }));
    for (const { trainer } of [carried, anew]) trainer.run(3);
    const { carried: state } = await carried.trainer.state();
    expect(Object.keys(state ?? {})).toEqual(['layer0/h', 'layer0/c']);
    expect(state?.['layer0/h']?.length).toBe(4 * 6);
    expect(state?.['layer0/h']?.some((value) => value !== 0)).toBe(true);
    expect([...((await anew.trainer.state()).carried?.['layer0/h'] ?? [1])].every((value) => value === 0)).toBe(true);
    for (const { trainer } of [carried, anew]) trainer.dispose();
  });

  test('goes on exactly from a checkpoint with its carried state', async () => {
    const config = recConfigOf(running);
    const whole = recRunOf(config);
    whole.trainer.run(7);
    await whole.trainer.takeLosses();
    const from = await whole.trainer.state();
    whole.trainer.run(9);
    const expected = await whole.trainer.takeLosses();
    const resumed = recRunOf(config, {}, from);
    resumed.trainer.run(9);
    expect(bits(await resumed.trainer.takeLosses())).toEqual(bits(expected));
    expect(bits((await resumed.trainer.state()).parameters)).toEqual(bits((await whole.trainer.state()).parameters));
    const without = recRunOf(config, {}, { ...from, carried: {} });
    without.trainer.run(9);
    expect(bits(await without.trainer.takeLosses())).not.toEqual(bits(expected));
    for (const { trainer } of [whole, resumed, without]) trainer.dispose();
  });

  test('learns', async () => {
    const { trainer, work } = recRunOf(
      recConfigOf({ ...running, model: { layers: [24] }, train: { batchSize: 16, learningRate: 0.03 } }),
    );
    const before = await evaluate(trainer as never, 'test', 20);
    trainer.run(60);
    await trainer.takeLosses();
    const after = await evaluate(trainer as never, 'test', Math.min(20, work.test.count));
    expect(before.perplexity).toBeGreaterThan(25);
    expect(after.perplexity).toBeLessThan(0.5 * (before.perplexity ?? 0));
    expect(after.bits).toBeCloseTo(Math.log2(after.perplexity ?? 0), 5);
    trainer.dispose();
  }, 20_000);

  test('writes on from a prompt: the same text for the same seed, the likeliest at temperature 0', async () => {
    const { trainer, work } = recRunOf(recConfigOf(running));
    trainer.run(5);
    const write = async (seed: number, temperature = 1) => {
      const asked = { kind: 'text', prompt: 'th', length: 20, temperature, seed } as const;
      return String(await work.generate?.(trainer, asked, createMutex()));
    };
    const first = await write(1);
    expect(Array.from(first)).toHaveLength(22);
    expect(first.startsWith('th')).toBe(true);
    expect(await write(1)).toBe(first);
    expect(await write(2)).not.toBe(first);
    expect(await write(1, 0)).toBe(await write(2, 0));
    trainer.dispose();
  });
});

test('the curves of a forecast tell the same mean error, in the series’ own units, as its picture', async () => {
  const shops = Array.from(
    { length: 80 },
    (_, i) => `${i},A,${10 + Math.sin(i)}\n${i},B,${(1000 * 1.02 ** i).toFixed(2)}`,
  );
  const table = await readTable(new Blob([`day,shop,sales\n${shops.join('\n')}`]), 'shops.csv');
  const model = { layers: [4] };
  const cases = [
    [{ data: { dataset: 'season', horizon: 3 }, model }, {}],
    [
      { data: { dataset: 'table', window: 5, key: 'shop', measure: 'growth' }, model, train: { batchSize: 8 } },
      { table },
    ],
  ] as const;
  for (const [patch, sources] of cases) {
    const config = recConfigOf(patch);
    const { trainer, work } = recRunOf(config, sources);
    trainer.run(3);
    await trainer.takeLosses();
    const scores = await work.scores?.(trainer);
    const frame = (await work.frame(trainer, true)) as RecFrame & { kind: 'forecast' };
    expect(scores?.mae).toBeGreaterThan(0);
    expect(scores?.mae).toBe(frame.scores.find(({ name }) => name === 'network')?.mae);
    trainer.dispose();
  }
});
