import { describe, expect, test } from 'vitest';
import type { TrainerState } from '../../../src/engine/trainer';
import type { NetConfig } from '../../../src/families';
import { parseWeights } from '../../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../../src/formats/weights';
import { bits, checkpointOf, configOf, datasetOf, steps, trainerOf, tune } from './helpers';

/** What a person does who trains, changes the batch size once, exports a file and goes on from it elsewhere. */
interface Story {
  readonly config: NetConfig;
  /** Steps before the change of the batch size, where there is one. */
  readonly changeAt?: number;
  readonly batchSize?: number;
  readonly exportAt: number;
}

const base = configOf({
  model: { layers: [8, 6], dropout: 0.3 },
  train: { optimizer: 'adam', schedule: 'cosine', warmupSteps: 20, scheduleSteps: 300, l2: 0.001, clipNorm: 1 },
});
const more = 200;

const withBatch = (config: NetConfig, batchSize = config.train.batchSize): NetConfig => ({
  ...config,
  train: { ...config.train, batchSize },
});

/** Trains up to the export; `then` goes on. */
async function tell<T>(story: Story, then: (trainer: ReturnType<typeof trainerOf>, config: NetConfig) => Promise<T>) {
  const dataset = datasetOf(story.config);
  const trainer = trainerOf(story.config, undefined, dataset);
  const later = withBatch(story.config, story.batchSize);
  const changeAt = story.changeAt ?? story.exportAt;
  await steps(trainer, changeAt);
  tune(trainer, later, dataset.info);
  await steps(trainer, story.exportAt - changeAt);
  const result = await then(trainer, later);
  trainer.dispose();
  return result;
}

async function straight(story: Story) {
  return tell(story, async (trainer) => ({ losses: await steps(trainer, more), state: await trainer.state() }));
}

async function throughAFile(story: Story) {
  const { info } = datasetOf(story.config);
  const text = await tell(story, async (trainer, config) =>
    stringifyWeights(encodeWeights(await checkpointOf(trainer, config, info), new Date(0))),
  );
  const checkpoint = parseWeights(JSON.parse(text));
  const trainer = trainerOf(checkpoint.config as NetConfig, checkpoint);
  const result = { losses: await steps(trainer, more), state: await trainer.state() };
  trainer.dispose();
  return { ...result, from: checkpoint };
}

function expectSameBits(actual: TrainerState, expected: TrainerState) {
  const { parameters, slots, ...counters } = expected;
  expect(actual).toMatchObject(counters);
  expect(bits(actual.parameters)).toEqual(bits(parameters));
  expect(Object.keys(actual.slots)).toEqual(Object.keys(slots));
  for (const [name, slot] of Object.entries(slots))
    expect(bits(actual.slots[name] ?? new Float32Array(0)), name).toEqual(bits(slot));
}

describe('training that goes on from a weights file equals training that never stopped, bit for bit', () => {
  const stories: Readonly<Record<string, Story>> = {
    'at the end of an epoch': { config: base, exportAt: 200 },
    'in the middle of an epoch': { config: base, exportAt: 207 },
    'after the batch size changed in the middle of an epoch': {
      config: base,
      changeAt: 111,
      batchSize: 16,
      exportAt: 200,
    },
    'right after the batch size changed': { config: base, changeAt: 207, batchSize: 37, exportAt: 207 },
    'without dropout, with nesterov and l1': {
      config: configOf({
        model: { layers: [5] },
        train: { optimizer: 'nesterov', l1: 0.001, schedule: 'exponential' },
      }),
      exportAt: 200,
    },
    'with adamw': { config: configOf({ model: { layers: [5] }, train: { optimizer: 'adamw' } }), exportAt: 33 },
    'from before the first step': { config: base, exportAt: 0 },
  };

  for (const [when, story] of Object.entries(stories)) {
    test(when, async () => {
      const expected = await straight(story);
      const actual = await throughAFile(story);
      expect(actual.from.step).toBe(story.exportAt);
      expect(bits(actual.losses)).toEqual(bits(expected.losses));
      expect(actual.losses).toHaveLength(more);
      expect(new Set(actual.losses).size).toBeGreaterThan(more / 2);
      expectSameBits(actual.state, expected.state);
    });
  }

  test('and the state is not the trainer’s own memory', async () => {
    const trainer = trainerOf(base);
    const first = await trainer.state();
    const kept = bits(first.parameters);
    first.parameters.fill(0);
    expect(bits((await trainer.state()).parameters)).toEqual(kept);
    trainer.dispose();
  });
});

describe('the seed decides', () => {
  const outcome = async (config: NetConfig) => {
    const trainer = trainerOf(config);
    const start = await trainer.state();
    const losses = await steps(trainer, 30);
    const end = await trainer.state();
    trainer.dispose();
    return { start: bits(start.parameters).join(), losses: bits(losses).join(), end: bits(end.parameters).join() };
  };

  test('the start and the whole course of a training', async () => {
    expect(await outcome(base)).toEqual(await outcome(base));
  });

  test('and another seed starts elsewhere', async () => {
    const [one, two] = [await outcome(base), await outcome({ ...base, seed: 2 })];
    expect(one.start).not.toBe(two.start);
    expect(one.end).not.toBe(two.end);
  });
});
