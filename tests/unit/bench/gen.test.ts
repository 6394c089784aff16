import { expect, test } from 'vitest';
import { readOptions } from '../../../bench/lib/options.mjs';
import { type AdversarialWorkload, findWorkload, workloads } from '../../../bench/workload';
import { sharedSteps } from '../../../bench/workloads/gen';
import { epochOrder } from '../../../src/engine/batches';
import * as tf from '../../../src/engine/tf';
import { startState } from '../../../src/engine/trainer';
import { genModel, genSettings } from '../../../src/families/gen/model';
import { random } from '../../../src/kernels/random/op';
import '../engine/helpers';

const adversarial = workloads.filter((workload): workload is AdversarialWorkload => workload.kind === 'adversarial');

// Those of 28×28 differ from those of 16×16 in nothing but that, and take long to draw.
test.each(adversarial.filter(({ config }) => config.data.size === '16'))(
  '$id trains what our model does',
  (workload) => {
    const { config, draw } = workload;
    const { info, weights } = draw();
    const model = genModel(config, info);
    const shapes = (all: readonly { readonly name: string; readonly shape: readonly number[] }[]) =>
      all.map(({ name, shape }) => [name, shape]);
    expect(shapes(weights)).toEqual(shapes(model.parameters));
    const { parameters } = startState(model, config.seed);
    expect(Buffer.concat(weights.map(({ values }) => Buffer.from(values.buffer)))).toEqual(
      Buffer.from(parameters.buffer),
    );
    expect(model.updates(genSettings(config)).map(({ part }) => part)).toEqual([1, 0]);
  },
);

test('nobody has penalties, averages or clipping', () => {
  for (const { config } of adversarial)
    expect(config.train).toMatchObject({ r1: 0, r2: 0, ema: 0, clipNorm: 0, clipValue: 0, schedule: 'constant' });
});

test('latents are those that our model draws, for all steps that are compared', async () => {
  const { config, batchSize, draw } = findWorkload('gan 2-64-64 b150') as AdversarialWorkload;
  const { latents } = draw();
  const shape = [batchSize, config.model.latent];
  for (const [step, both] of latents.entries())
    for (const [update, values] of both.entries()) {
      const stream = { seed: config.seed, name: `latents/${update}`, now: tf.tensor1d([step, 0]) };
      expect(await random(stream, shape, 'normal').data()).toEqual(values);
    }
  expect(latents).toHaveLength(sharedSteps);
  for (const args of [[], ['--quick'], ['--all']])
    expect(readOptions(args).checkedSteps).toBeLessThanOrEqual(sharedSteps);
});

test('batches are those that our trainer takes', () => {
  const { config, batchSize, draw } = findWorkload('gan 2-64-64 b150') as AdversarialWorkload;
  const { examples, batches } = draw();
  const row = epochOrder(config.seed, 0, examples.count)[batchSize] as number;
  expect(batches[1]?.subarray(0, 2)).toEqual(examples.rows.slice(2 * row, 2 * row + 2));
  expect(draw().batches[1]).toEqual(batches[1]);
});
