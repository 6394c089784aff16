import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPace } from '../../../src/engine/pace';
import { configOf } from './helpers';
import { until, watchLoop } from './loops';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a pace', () => {
  function clock() {
    const now = { ms: 1000 };
    vi.spyOn(performance, 'now').mockImplementation(() => now.ms);
    return now;
  }

  test('lets the first step through at once, and then so many a second', () => {
    const now = clock();
    const pace = createPace(10, 500);
    expect(pace.due(500)).toBe(1);
    expect(pace.due(501)).toBe(0);
    expect(pace.wait(501)).toBe(100);
    now.ms += 100;
    expect(pace.due(501)).toBe(1);
    now.ms += 100;
    expect(pace.due(501)).toBe(2);
  });

  test('does not make up for a long pause of the machine', () => {
    const now = clock();
    const pace = createPace(1000, 0);
    now.ms += 60_000;
    expect(pace.due(1)).toBe(1);
    now.ms += 10;
    expect(pace.due(2)).toBe(10);
  });

  test('without a number is none', () => {
    const pace = createPace(Number.POSITIVE_INFINITY, 0);
    expect(pace.due(1e9)).toBe(Number.POSITIVE_INFINITY);
    expect(pace.wait(1e9)).toBe(0);
  });
});

describe('a loop', () => {
  test('trains no faster than it is asked to, and stops exactly where it is asked to', async () => {
    const { loop, trainer, atRest } = watchLoop(configOf({ model: { layers: [3] } }));
    const started = performance.now();
    loop.play({ step: 30 }, 100);
    await atRest();
    expect(trainer.step).toBe(30);
    // The first step is done at once: 29 are waited for.
    expect(performance.now() - started).toBeGreaterThan(285);
    await loop.dispose();
  });

  test('takes another pace while it trains, and pauses between two slow steps', async () => {
    const { loop, trainer } = watchLoop(configOf({ model: { layers: [3] } }));
    loop.play({}, 0.5);
    await until(() => trainer.step === 1);
    loop.play({});
    await until(() => trainer.step > 100);
    loop.play({}, 0.5);
    loop.pause();
    const { step } = trainer;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(trainer.step).toBe(step);
    await loop.dispose();
  });
});
