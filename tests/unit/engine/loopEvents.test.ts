import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NetConfig } from '../../../src/families';
import { bits, configOf, steps, trainerOf } from './helpers';
import { until, watchLoop } from './loops';

const config = configOf({
  data: { dataset: 'circle', samples: 60 },
  model: { layers: [4] },
  train: { batchSize: 3 },
});

/** Milliseconds that pass between two looks at the clock: a checkpoint is due after some 40 of them. */
let tick = 50;
let now = 0;
/** Time goes by without a look at the clock. */
const pass = (milliseconds: number) => {
  now += milliseconds;
};
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += tick;
    return now;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  tick = 50;
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

describe('frames', () => {
  test('wait until the page has drawn the one before', async () => {
    const { loop, frames, trainer } = watch(config, { drawsFrames: false });
    loop.play({});
    await until(() => trainer.step > 30);
    expect(frames).toHaveLength(1);
    loop.frameDrawn();
    await until(() => trainer.step > 60);
    expect(frames).toHaveLength(2);
    await until(() => trainer.step > 90);
    expect(frames).toHaveLength(2);
    expect(frames[1]?.step).toBeGreaterThan(30);
  });

  test('are fine at rest and quick while training', async () => {
    const { loop, frames, atRest } = watch(config);
    loop.play({ step: 50 });
    await atRest();
    expect(frames.slice(0, -1).some(({ playing }) => playing)).toBe(true);
    expect(frames.at(-1)).toEqual({ step: 50, playing: false });
  });

  test('of a rest come late where the page is late, and are not repeated', async () => {
    const { loop, frames, atRest } = watch(config, { drawsFrames: false });
    loop.play({ step: 50 });
    await atRest();
    loop.frameDrawn();
    await loop.settle();
    expect(frames.at(-1)).toEqual({ step: 50, playing: false });
    const { length } = frames;
    loop.frameDrawn();
    await loop.settle();
    expect(frames).toHaveLength(length);
  });
});

describe('the rhythm of frames', () => {
  /** Milliseconds between frames that cost `cost` each and are drawn at once. */
  async function gaps(cost: number): Promise<number[]> {
    tick = 1;
    const { loop, frameTimes } = watch(config, { frame: () => pass(cost) });
    loop.play({});
    await until(() => frameTimes.length > 12);
    loop.pause();
    return frameTimes.slice(1, 12).map((time, i) => time - (frameTimes[i] as number));
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test('is 30 a second where they are cheap, though steps could go on for longer', async () => {
    const between = await gaps(1);
    expect(mean(between)).toBeLessThan(1000 / 30);
    expect(Math.max(...between)).toBeLessThan(45);
  });

  test('leaves most of the time to training where they are dear', async () => {
    expect(mean(await gaps(15))).toBeGreaterThan(15 / 0.16);
  });

  test('does not wait for a page that draws nothing', async () => {
    const { loop, frames, trainer } = watch(config, { drawsFrames: false });
    loop.play({});
    await until(() => trainer.step > 100);
    expect(frames).toHaveLength(1);
  });
});

describe('checkpoints', () => {
  test('are taken on the way, and going on from one ends where the run ended', async () => {
    const one = watch(config);
    one.loop.play({ step: 200 });
    await one.atRest();
    const taken = one.checkpoints.map(({ step }) => step);
    expect(taken.length).toBeGreaterThan(1);
    expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
    const from = one.checkpoints[0];
    if (!from) throw new Error('no checkpoint');
    const trainer = trainerOf(config, from);
    await steps(trainer, 200 - from.step);
    expect(bits((await trainer.state()).parameters)).toEqual(bits((await one.trainer.state()).parameters));
    trainer.dispose();
  });
});

describe('a loss that is no number', () => {
  // The gate lets no such rate through; a script's own arithmetic may still end up here.
  const wild: NetConfig = { ...config, train: { ...config.train, optimizer: 'sgd', learningRate: 1e30 } };

  async function firstBadStep(): Promise<number> {
    const trainer = trainerOf(wild);
    const losses = await steps(trainer, 20);
    trainer.dispose();
    return losses.findIndex((loss) => !Number.isFinite(loss)) + 1;
  }

  test('stops training and tells the step and the rate, however many steps were taken at once', async () => {
    tick = 0.01;
    const { loop, trainer, notFinite, stopped, rows, frames, atRest } = watch(wild);
    loop.play({ step: 1000 });
    await atRest();
    const bad = await firstBadStep();
    expect(bad).toBeGreaterThan(1);
    expect(notFinite).toEqual([{ step: bad, learningRate: 1e30 }]);
    expect(stopped).toEqual([]);
    expect(trainer.step).toBeLessThan(1000);
    expect(rows).toEqual([]);
    expect(frames.every(({ step }) => step < bad)).toBe(true);
  });

  test('is told of single steps too', async () => {
    const { loop, notFinite, keep, rows, frames } = watch(wild);
    const { step } = keep(await loop.step(50));
    expect(notFinite).toEqual([{ step: await firstBadStep(), learningRate: 1e30 }]);
    expect(step).toBeLessThan(50);
    await loop.settle();
    expect(rows).toEqual([]);
    expect(frames).toEqual([]);
  });
});

describe('an error in a step', () => {
  test('stops training and is told once', async () => {
    const error = new Error('the device is gone');
    const { loop, failures, stopped, atRest } = watch(config, {
      trainer: {
        run() {
          throw error;
        },
      },
    });
    loop.play({ step: 10 });
    await atRest();
    expect(failures).toEqual([error]);
    expect(stopped).toEqual([]);
  });

  test('in a single step is the answer to who asked for it', async () => {
    const { loop, failures } = watch(config, {
      trainer: { takeLosses: () => Promise.reject(new Error('unreadable')) },
    });
    await expect(loop.step(1)).rejects.toThrow('unreadable');
    expect(failures).toEqual([]);
  });
});

describe('exclusive work', () => {
  test('sees no step while it goes on', async () => {
    const { loop, trainer } = watch(config);
    loop.play({});
    await until(() => trainer.step > 3);
    let looks = 0;
    const seen = await loop.exclusive(async () => {
      const before = trainer.step;
      await until(() => ++looks > 30);
      return [before, trainer.step];
    });
    expect(seen[1]).toBe(seen[0]);
    await until(() => trainer.step > (seen[1] ?? 0));
  });
});
