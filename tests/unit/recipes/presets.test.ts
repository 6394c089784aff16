import { describe, expect, it } from 'vitest';
import { epochsTo, metricsAfter, presetWithSeed } from './train';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('every seed of a preset learns its points within 100 epochs', () => {
  it.each([
    ['spiral', 0.95],
    ['circle', 0.99],
    ['xor', 0.99],
    ['gauss', 0.99],
  ] as const)('%s reaches a test accuracy of %d', { timeout: 120_000 }, async (id, accuracy) => {
    const epochs = [];
    for (const seed of seeds) epochs.push(await epochsTo(accuracy, presetWithSeed(id, seed), 100));
    expect(Math.max(...epochs), `epochs by seed: ${epochs.join(', ')}`).toBeLessThanOrEqual(100);
  });
});

describe('the other presets learn too', () => {
  it.each([
    ['moons', 'accuracy', 0.97, 60],
    ['checkerboard', 'accuracy', 0.85, 60],
    ['clusters', 'accuracy', 0.95, 40],
    ['plane', 'r2', 0.99, 40],
    ['hills', 'r2', 0.9, 100],
    ['curve', 'r2', 0.8, 100],
  ] as const)(
    '%s reaches a test %s of %d within %d epochs',
    { timeout: 120_000 },
    async (id, metric, least, epochs) => {
      const metrics = await metricsAfter(presetWithSeed(id, 1), epochs);
      expect(metrics[metric]).toBeGreaterThanOrEqual(least);
    },
  );
});
