import { describe, expect, test } from 'vitest';
import { drawLatents } from '../../../src/families/gen/latents';
import { betweenLatents, walkNoise } from '../../../src/families/gen/walk';
import { stream } from '../../../src/random/stream';

const [a, b] = [drawLatents(stream(1, 'a'), 32, 'normal'), drawLatents(stream(1, 'b'), 32, 'normal')];
const lengthOf = (vector: Float32Array) => Math.hypot(...vector);
const close = (values: Float32Array, expected: ArrayLike<number>) =>
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 5));

describe('between two latents', () => {
  test.each(['normal', 'uniform'] as const)('of %s noise the way begins and ends at them', (noise) => {
    close(betweenLatents(a, b, 0, noise), a);
    close(betweenLatents(a, b, 1, noise), b);
  });

  test('of normal noise it goes round: nothing on it is shorter than the shorter end', () => {
    const least = Math.min(lengthOf(a), lengthOf(b));
    for (const share of [0.25, 0.5, 0.75])
      expect(lengthOf(betweenLatents(a, b, share, 'normal'))).toBeGreaterThan(0.95 * least);
    expect(lengthOf(betweenLatents(a, b, 0.5, 'uniform'))).toBeLessThan(0.95 * least);
  });

  test('a quarter of a circle is halved at its middle', () => {
    const middle = betweenLatents(new Float32Array([1, 0]), new Float32Array([0, 1]), 0.5, 'normal');
    close(middle, [Math.SQRT1_2, Math.SQRT1_2]);
  });

  test('in one direction, in opposite ones or of nothing at all it is straight', () => {
    close(betweenLatents(new Float32Array([2]), new Float32Array([4]), 0.5, 'normal'), [3]);
    close(betweenLatents(new Float32Array([2, 0]), new Float32Array([-2, 0]), 0.25, 'normal'), [1, 0]);
    close(betweenLatents(new Float32Array(2), new Float32Array([1, 1]), 0.5, 'normal'), [0.5, 0.5]);
  });
});

test('a walk goes by equal steps, and from class to class', () => {
  const noise = { latents: new Float32Array([0, 1, 4]), labels: new Float32Array([1, 0, 0, 1, 1, 0]) };
  const walked = walkNoise(noise, { latent: 1, classes: 2, noise: 'uniform' }, { from: 1, to: 2, steps: 4 });
  close(walked.latents, [1, 2, 3, 4]);
  close(walked.labels ?? new Float32Array(0), [0, 1, 1 / 3, 2 / 3, 2 / 3, 1 / 3, 1, 0]);
  const untold = walkNoise(
    { ...noise, labels: null },
    { latent: 1, classes: 0, noise: 'uniform' },
    { from: 0, to: 1, steps: 2 },
  );
  expect(untold.labels).toBeNull();
});
