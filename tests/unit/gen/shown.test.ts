import { describe, expect, test } from 'vitest';
import { latticePlaces, normalQuantile } from '../../../src/families/gen/latents';
import { verdictOf } from '../../../src/families/gen/verdict';

describe('places of the lattice', () => {
  test('are quantiles of the normal distribution', () => {
    for (const [share, value] of [
      [0.5, 0],
      [0.975, 1.959963984540054],
      [0.001, -3.090232306167813],
      [0.84134474606854, 1],
    ] as const)
      expect(normalQuantile(share)).toBeCloseTo(value, 8);
  });

  test('lie evenly around 0', () => {
    for (const noise of ['normal', 'uniform'] as const) {
      const places = latticePlaces(noise, 21);
      expect(places[10]).toBeCloseTo(0, 12);
      places.forEach((place, i) => expect(place).toBeCloseTo(-(places[20 - i] as number), 9));
    }
  });
});

describe('the verdict that is shown', () => {
  test('is a probability of the losses that have one', () => {
    expect(verdictOf('non-saturating', 0, 9)).toBe(0.5);
    expect(verdictOf('hinge', 20, 9)).toBeCloseTo(1, 6);
    expect(verdictOf('least-squares', 0.25, 9)).toBe(0.25);
    expect(verdictOf('least-squares', 7, 9)).toBe(1);
  });

  test('is counted from the middle where zero means nothing', () => {
    for (const loss of ['wasserstein-gp', 'relativistic'] as const) {
      expect(verdictOf(loss, 9, 9)).toBe(0.5);
      expect(verdictOf(loss, 0, 9)).toBeLessThan(0.001);
    }
  });
});
