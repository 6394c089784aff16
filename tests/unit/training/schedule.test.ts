import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Schedule, scheduleNames, scheduleShare } from '../../../src/training/schedule';

const schedule = (given: Partial<Schedule>): Schedule => ({
  schedule: 'constant',
  warmupSteps: 0,
  scheduleSteps: 100,
  finalShare: 0.1,
  ...given,
});
const shares = (given: Partial<Schedule>, steps: readonly number[]) =>
  steps.map((step) => scheduleShare(schedule(given), step));
const expectClose = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 12));
};

describe('warm-up', () => {
  test('climbs in equal parts and reaches the full rate with its last step', () => {
    expectClose(shares({ warmupSteps: 4 }, [0, 1, 2, 3, 4, 1000]), [0.25, 0.5, 0.75, 1, 1, 1]);
  });

  test('never holds the rate at zero', () => {
    expect(scheduleShare(schedule({ warmupSteps: 100_000 }), 0)).toBeGreaterThan(0);
  });

  test('delays the decay that follows it', () => {
    const plain = shares({ schedule: 'linear' }, [0, 25, 50]);
    expectClose(shares({ schedule: 'linear', warmupSteps: 10 }, [10, 35, 60]), plain);
  });
});

describe('decay', () => {
  test('constant stays', () => {
    expectClose(shares({ schedule: 'constant' }, [0, 50, 1e6]), [1, 1, 1]);
  });

  test('step keeps a share each time its length has passed', () => {
    expectClose(shares({ schedule: 'step' }, [0, 99, 100, 199, 200]), [1, 1, 0.1, 0.1, 0.01]);
  });

  test('exponential keeps the same share over every length', () => {
    expectClose(shares({ schedule: 'exponential' }, [0, 50, 100, 200]), [1, Math.sqrt(0.1), 0.1, 0.01]);
  });

  test('linear falls in a straight line and then holds', () => {
    expectClose(shares({ schedule: 'linear' }, [0, 50, 100, 500]), [1, 0.55, 0.1, 0.1]);
  });

  test('cosine is half way down at half its length and then holds', () => {
    expectClose(shares({ schedule: 'cosine' }, [0, 50, 100, 500]), [1, 0.55, 0.1, 0.1]);
  });

  test('cosine starts and ends flat', () => {
    const [a = 0, b = 0] = shares({ schedule: 'cosine', finalShare: 0 }, [1, 99]);
    expect(1 - a).toBeLessThan(0.001);
    expect(b).toBeLessThan(0.001);
  });

  for (const name of scheduleNames) {
    test(`${name} never rises after warm-up and stays between 0 and 1`, () => {
      fc.assert(
        fc.property(
          fc.nat(100_000),
          fc.integer({ min: 1, max: 1_000_000 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.nat(2_000_000),
          (warmupSteps, scheduleSteps, finalShare, after) => {
            const given = schedule({ schedule: name, warmupSteps, scheduleSteps, finalShare });
            const now = scheduleShare(given, warmupSteps + after);
            const next = scheduleShare(given, warmupSteps + after + 1);
            expect(now).toBeGreaterThanOrEqual(0);
            expect(now).toBeLessThanOrEqual(1);
            expect(next).toBeLessThanOrEqual(now + 1e-12);
          },
        ),
        { seed: 1, numRuns: 200 },
      );
    });
  }
});
