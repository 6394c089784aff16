import { afterEach, describe, expect, test } from 'vitest';
import { defaultConfig, patchConfig, presetConfig } from '../../src/config/gate';
import { createEvaluation, evaluate } from '../../src/engine/evaluate';
import * as tf from '../../src/engine/tf';
import type { RecConfig } from '../../src/families';
import type { RecFrame } from '../../src/families/rec/view';
import { bits } from '../unit/engine/helpers';
import { recRunOf } from '../unit/rec/helpers';
import { use } from './backends';

const trainers: { dispose(): void }[] = [];
afterEach(() => {
  for (const trainer of trainers.splice(0)) trainer.dispose();
});

/** A preset with few and narrow layers, so that a software GPU is soon done. */
function smallRun(id: string, model: object, mode?: 'eager' | 'recorded') {
  const patch = { data: { samples: 200 }, model: { layers: [6], ...model }, train: { batchSize: 4 } };
  const config = patchConfig(presetConfig(id, defaultConfig('rec')), patch) as RecConfig;
  const run = recRunOf(config, {}, undefined, mode);
  trainers.push(run.trainer);
  return run;
}

const cases: readonly (readonly [id: string, model: object])[] = [
  ['names', { cell: 'lstm' }],
  ['addition', { cell: 'gru', dropout: 0.2 }],
  ['verse', { cell: 'lstm' }],
  ['parity', { cell: 'rnn', bidirectional: true }],
  ['waves', { cell: 'gru', layers: [5, 4], layerNorm: true }],
  ['articleRec', { cell: 'rnn' }],
];

describe.each(['wasm', 'webgl', 'webgpu'] as const)('%s', (backend) => {
  test.each(cases)('trains, evaluates and shows %s %j as cpu does', async (id, model) => {
    const outcome = async () => {
      const { trainer, work } = smallRun(id, model);
      const count = Math.min(8, (work.seen ?? work.train).count);
      const repeated = createEvaluation(trainer as never, 'train', count);
      const before = await repeated();
      trainer.run(3);
      const losses = await trainer.takeLosses();
      const after = await evaluate(trainer as never, 'train', count);
      const frame = (await work.frame(trainer, false)) as RecFrame;
      return { before, losses, after, again: await repeated(), trace: frame.trace };
    };
    await use('cpu', (note) => expect.fail(note));
    const expected = await outcome();
    await use(backend, (note) => expect.fail(note));
    const actual = await outcome();
    expect(Math.max(...actual.losses.map((loss, i) => Math.abs(loss - (expected.losses[i] ?? 0))))).toBeLessThan(1e-4);
    for (const moment of ['before', 'after', 'again'] as const)
      expect(actual[moment].loss).toBeCloseTo(expected[moment].loss ?? 0, 3);
    const far = (name: 'belief' | 'hidden' | 'fade') =>
      Math.max(...actual.trace[name].map((value, i) => Math.abs(value - (expected.trace[name][i] ?? 0))));
    expect(far('belief')).toBeLessThan(1e-3);
    expect(far('hidden')).toBeLessThan(1e-3);
    expect(far('fade')).toBeLessThan(1e-2);
  });
});

describe.each([
  ['wasm', 40],
  // A software GPU takes its time.
  ['webgpu', 4],
] as const)('%s', (backend, many) => {
  test.each(cases)('steps of %s %j are recorded, and are those computed anew', async (id, model) => {
    await use(backend, (note) => expect.fail(note));
    const { numTensors } = tf.memory();
    const recorded = smallRun(id, model).trainer;
    const eager = smallRun(id, model, 'eager').trainer;
    for (const count of [1, 2, many]) {
      recorded.run(count);
      eager.run(count);
      expect(bits(await recorded.takeLosses())).toEqual(bits(await eager.takeLosses()));
    }
    expect(recorded.runner).toMatchObject({ mode: 'recorded', refusal: null });
    expect(bits((await recorded.state()).parameters)).toEqual(bits((await eager.state()).parameters));
    for (const trainer of trainers.splice(0)) trainer.dispose();
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

test('2,000 steps of a text with carried state, and samples in between, leave nothing behind', async () => {
  await use('wasm', (note) => expect.fail(note));
  const { trainer, work } = smallRun('verse', { cell: 'lstm' });
  const round = async (count: number) => {
    trainer.run(count);
    await trainer.takeLosses();
    await work.frame(trainer, false);
  };
  await round(20);
  const before = tf.memory();
  for (let i = 0; i < 20; i++) await round(100);
  expect(tf.memory()).toEqual(before);
});
