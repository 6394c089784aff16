import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rowInterval } from '../../../src/engine/loop';
import * as tf from '../../../src/engine/tf';
import type { NetConfig } from '../../../src/families';
import type { Until } from '../../../src/training/progress';
import { bits, configOf, steps, trainerOf } from './helpers';
import { until, watchLoop } from './loops';

// 30 training examples in batches of 3: 10 steps an epoch, and a row every 10 steps.
const config = configOf({
  data: { dataset: 'circle', samples: 60 },
  model: { layers: [4] },
  train: { batchSize: 3 },
});

/** Milliseconds that pass between two looks at the clock: it decides how work is cut into slices. */
let tick: () => number = () => 1;
beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += tick();
    return now;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  tick = () => 1;
});

let watched: ReturnType<typeof watchLoop>[] = [];
const watch: typeof watchLoop = (...options) => {
  const one = watchLoop(...options);
  watched.push(one);
  return one;
};
afterEach(async () => {
  for (const { loop } of watched) await loop.dispose();
  watched = [];
});

async function play(limits: Until, from: NetConfig = config) {
  const one = watch(from);
  one.loop.play(limits);
  await one.atRest();
  expect(one.failures).toEqual([]);
  return one;
}

/** One step a slice; many; as many as the clock's whim allows. */
const clocks: Readonly<Record<string, () => () => number>> = {
  'a slow machine': () => () => 30,
  'a fast machine': () => () => 0.01,
  'a machine with moods': () => {
    let reads = 0;
    return () => [0.1, 40, 3, 0.5, 200, 11][reads++ % 6] ?? 1;
  },
};

describe('training stops', () => {
  for (const [machine, clock] of Object.entries(clocks)) {
    test(`exactly at a limit of steps, on ${machine}`, async () => {
      tick = clock();
      const { stopped, trainer } = await play({ step: 137 });
      expect(stopped.map(({ step }) => step)).toEqual([137]);
      expect(trainer.step).toBe(137);
    });

    test(`exactly at the end of an epoch, on ${machine}`, async () => {
      tick = clock();
      const { stopped } = await play({ epoch: 4 });
      expect(stopped).toMatchObject([{ step: 40, epoch: 4 }]);
    });

    test(`at the first row whose metric meets the limit, on ${machine}`, async () => {
      tick = clock();
      const { stopped, rows } = await play({ metric: ['testAccuracy', '>', 0.85], step: 5000 });
      const met = rows.map((row) => (row.testAccuracy ?? 0) > 0.85);
      expect(met.indexOf(true)).toBe(rows.length - 1);
      expect(met.length).toBeGreaterThan(3);
      expect(stopped.map(({ step }) => step)).toEqual([rows.at(-1)?.step]);
    });
  }

  test('at a metric that is to fall', async () => {
    const { rows } = await play({ metric: ['loss', '<', 0.6], step: 5000 });
    expect(rows.at(-1)?.loss).toBeLessThan(0.6);
    expect(rows.at(-2)?.loss).toBeGreaterThanOrEqual(0.6);
  });

  test('when its time is over', async () => {
    tick = () => 20;
    const { stopped, trainer } = await play({ seconds: 2 });
    expect(stopped).toHaveLength(1);
    expect(trainer.step).toBeGreaterThan(0);
  });

  test('at the first of several limits', async () => {
    const { stopped } = await play({ step: 33, epoch: 4, metric: ['loss', '<', 0] });
    expect(stopped.map(({ step }) => step)).toEqual([33]);
  });

  test('at once where the limit is behind it, and trains no further', async () => {
    const one = await play({ step: 20 });
    one.loop.play({ step: 20 });
    one.loop.play({ epoch: 1 });
    await one.atRest();
    expect(one.stopped.map(({ step }) => step)).toEqual([20, 20, 20]);
  });
});

describe('the rows of the curves', () => {
  test('lie at the same steps with the same values however the work is cut into slices', async () => {
    const runs = [];
    for (const clock of Object.values(clocks)) {
      tick = clock();
      runs.push((await play({ step: 75 })).rows);
    }
    expect(runs[0]?.map(({ step }) => step)).toEqual([10, 20, 30, 40, 50, 60, 70, 75]);
    expect(Object.keys(runs[0]?.[0] ?? {}).sort()).toEqual(
      ['accuracy', 'learningRate', 'loss', 'step', 'testAccuracy', 'testLoss'].sort(),
    );
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  test('are identical for two runs of one config, and differ for another seed', async () => {
    const [one, two, other] = [
      await play({ step: 50 }),
      await play({ step: 50 }),
      await play({ step: 50 }, { ...config, seed: 2 }),
    ];
    expect(one.rows).toEqual(two.rows);
    expect(other.rows).not.toEqual(one.rows);
  });

  test('come once for each step, also when training is paused, stepped and resumed', async () => {
    const one = await play({ step: 13 });
    one.keep(await one.loop.step(1));
    one.keep(await one.loop.step(3));
    one.loop.play({ step: 30 });
    await until(() => one.stopped.length === 2);
    await one.loop.settle();
    expect(one.rows.map(({ step }) => step)).toEqual([10, 13, 14, 17, 20, 30]);
  });

  test('are of the whole split, and the same as those of the trainer alone', async () => {
    const { rows } = await play({ step: 10 });
    const trainer = trainerOf(config);
    await steps(trainer, 10);
    const [loss = 0, right = 0] = await trainer.measure('test', 0, 30).data();
    trainer.dispose();
    expect(rows[0]).toMatchObject({ testLoss: loss / 30, testAccuracy: right / 30 });
  });

  test('begin no closer than 10 steps and no farther than 200', () => {
    expect([1, 10, 55, 200, 5000].map((perEpoch) => rowInterval(perEpoch, 0))).toEqual([10, 10, 55, 200, 200]);
  });

  test('are a thousand while the number of steps doubles, after the first two thousand', () => {
    const stepsOfRows: number[] = [];
    for (let step = 0; step <= 25 * 16_000; step += rowInterval(25, step)) stepsOfRows.push(step);
    const until = (step: number) => stepsOfRows.filter((at) => at < step).length;
    expect([2000, 4000, 8000, 16_000].map((times) => until(25 * times))).toEqual([2000, 3000, 4000, 5000]);
    // A row where their distance changes belongs to both.
    expect(stepsOfRows.filter((step) => step % rowInterval(25, step) !== 0)).toEqual([]);
  });
});

describe('pause', () => {
  test('answers at once with the step at which training stays', async () => {
    const one = watch(config);
    one.loop.play({});
    await until(() => one.trainer.step > 25);
    const { step, stepsPerSecond } = one.keep(one.loop.pause());
    expect(step).toBe(one.trainer.step);
    expect(stepsPerSecond).toBe(0);
    let looks = 0;
    await until(() => ++looks > 50);
    // The row of the step at which it came to rest follows by itself.
    await until(() => one.rows.at(-1)?.step === step);
    expect(one.trainer.step).toBe(step);
    expect(one.progress.at(-1)?.step).toBe(step);
    expect(one.stopped).toEqual([]);
  });

  test('and play at once go on as if nothing had been', async () => {
    const one = watch(config);
    one.loop.play({});
    await until(() => one.trainer.step > 5);
    one.keep(one.loop.pause());
    one.loop.play({ step: 60 });
    await one.atRest();
    const { parameters } = await one.trainer.state();
    const straight = await play({ step: 60 });
    expect(bits(parameters)).toEqual(bits((await straight.trainer.state()).parameters));
  });
});

describe('step', () => {
  test('runs exactly as many steps as asked, and the same ones as play', async () => {
    const one = watch(config);
    expect((await one.loop.step(1)).step).toBe(1);
    expect((await one.loop.step(48)).step).toBe(49);
    const { parameters } = await one.trainer.state();
    const played = await play({ step: 49 });
    expect(bits(parameters)).toEqual(bits((await played.trainer.state()).parameters));
  });
});

test('a disposed loop has given back its tensors and says nothing more', async () => {
  const before = tf.memory().numTensors;
  const one = watch(config);
  one.loop.play({});
  await until(() => one.trainer.step > 5);
  await one.loop.dispose();
  const { progress, frames } = one;
  const said = progress.length + frames.length;
  one.loop.play({});
  one.loop.frameDrawn();
  await one.loop.settle();
  expect(progress.length + frames.length).toBe(said);
  expect(tf.memory().numTensors).toBe(before);
});
