import { afterEach, describe, expect, test } from 'vitest';
import { readTable } from '../../src/data/table/read';
import * as tf from '../../src/engine/tf';
import { adversarialLossNames } from '../../src/families/gen/config';
import type { PointsFrame, TableFrame } from '../../src/families/gen/view';
import { bits } from '../unit/engine/helpers';
import { genConfigOf, genRunOf } from '../unit/gen/helpers';
import { use } from './backends';

const rows = Array.from({ length: 60 }, (_, i) => `${i % 11}.5,${'rgb'[i % 3]},${'uv'[i % 2]},${0.25 * i}`);
const table = await readTable(new Blob([`size,colour,told,price\n${rows.join('\n')}`]), 'things.csv');

const trainers: { dispose(): void }[] = [];
afterEach(() => {
  for (const trainer of trainers.splice(0)) trainer.dispose();
});

/** Small networks, so that a software GPU is soon done. */
function smallRun(patch: { data?: object; model?: object; train?: object }, mode?: 'eager' | 'recorded') {
  const config = genConfigOf({
    data: { dataset: 'ring', samples: 400, ...patch.data },
    model: { generator: [6, 5], discriminator: [7, 5], ...patch.model },
    train: { batchSize: 12, ...patch.train },
  });
  const run = genRunOf(config, undefined, mode, { table });
  trainers.push(run.trainer);
  return run;
}

const cases: readonly (readonly [name: string, patch: Parameters<typeof smallRun>[0]])[] = [
  // Where a loss is linear in the logits the last bias has no gradient but rounding, which Adam would make steps of.
  ...adversarialLossNames.map(
    (loss) => [loss, { train: { loss, r2: 0.1, optimizer: 'momentum', learningRate: 0.02 } }] as const,
  ),
  ['Adam', {}],
  ['a packed discriminator', { model: { packing: 3, noise: 'uniform' } }],
  [
    'spectral norm',
    { model: { spectralNorm: true, activation: 'leakyRelu' }, train: { r1: 0, loss: 'least-squares' } },
  ],
  ['two optimizers', { train: { discriminatorOptimizer: 'rmsprop', discriminatorRate: 0.003, clipNorm: 1 } }],
  ['more steps of each', { train: { discriminatorSteps: 3, generatorSteps: 2, instanceNoise: 0.5 } }],
  ['a table', { data: { dataset: 'table' } }],
  ['a table of which a column is told', { data: { dataset: 'table', condition: 'told' }, train: { r2: 0.1 } }],
  ['numbers', { data: { dataset: 'twoHumps' }, model: { latent: 1, activation: 'tanh', output: 'linear' } }],
];

/** What is drawn of a frame. A category may tip over where two are as likely. */
const shownOf = (frame: PointsFrame | TableFrame) =>
  frame.kind === 'points'
    ? { generated: frame.generated, verdict: frame.verdict }
    : {
        generated: frame.columns.flatMap((column) => (column.kind === 'number' ? Array.from(column.values) : [])),
        verdict: [frame.taken.made, frame.taken.real],
      };

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))));

/** On a GPU in software a program takes long to compile: those cases that have operations of their own. */
const onGpu: readonly string[] = [
  'wasserstein-gp',
  'a packed discriminator',
  'spectral norm',
  'more steps of each',
  'a table of which a column is told',
];

describe.each(['wasm', 'webgl', 'webgpu'] as const)('%s', (backend) => {
  const tried = cases.filter(([name]) => backend === 'wasm' || onGpu.includes(name));
  test.each(tried)('trains and shows %s as cpu does', async (_, patch) => {
    const outcome = async () => {
      const { trainer, work } = smallRun(patch);
      trainer.run(3);
      const losses = await trainer.takeLosses();
      const { parameters, slots } = await trainer.state();
      const frame = (await work.frame(trainer, false)) as PointsFrame | TableFrame;
      return { losses, parameters, average: slots.average ?? [], ...shownOf(frame) };
    };
    await use('cpu', (note) => expect.fail(note));
    const expected = await outcome();
    await use(backend, (note) => expect.fail(note));
    const actual = await outcome();
    expect(furthest(actual.losses, expected.losses)).toBeLessThan(1e-4);
    expect(furthest(actual.parameters, expected.parameters)).toBeLessThan(1e-3);
    expect(furthest(actual.average, expected.average)).toBeLessThan(1e-3);
    expect(furthest(actual.generated, expected.generated)).toBeLessThan(1e-2);
    expect(furthest(actual.verdict, expected.verdict)).toBeLessThan(1e-3);
  });
});

test.each(cases)('steps with %s are recorded on wasm, and are those computed anew', async (_, patch) => {
  await use('wasm', (note) => expect.fail(note));
  const recorded = smallRun(patch).trainer;
  const eager = smallRun(patch, 'eager').trainer;
  for (const count of [1, 2, 40]) {
    recorded.run(count);
    eager.run(count);
    expect(bits(await recorded.takeLosses())).toEqual(bits(await eager.takeLosses()));
  }
  expect(recorded.runner).toMatchObject({ mode: 'recorded', refusal: null });
  expect(bits((await recorded.state()).parameters)).toEqual(bits((await eager.state()).parameters));
});

test('10,000 steps, frames and fifty new starts leave nothing behind', async () => {
  await use('wasm', (note) => expect.fail(note));
  const round = async (steps: number) => {
    const { trainer, work } = smallRun({});
    for (let left = steps; left > 0; left -= 500) {
      trainer.run(Math.min(left, 500));
      await trainer.takeLosses();
      await work.frame(trainer, false);
    }
    trainers.pop()?.dispose();
  };
  await round(500);
  const before = tf.memory();
  await round(10_000);
  for (let i = 0; i < 50; i++) await round(2);
  expect(tf.memory()).toEqual(before);
});
