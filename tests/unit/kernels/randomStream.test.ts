import { describe, expect, test } from 'vitest';
import { random } from '../../../src/kernels/random/op';
import { stream } from '../../../src/random/stream';
import { contextOf } from '../engine/helpers';

describe('numbers drawn on the device', () => {
  const draw = (seed: number, name: string, step: number, kind: 'uniform' | 'normal' = 'uniform') =>
    random({ seed, name, now: contextOf(seed, step).now }, [5, 7], kind).dataSync<'float32'>();

  test('are those of the stream of the same seed, name and step, to 24 bits', () => {
    const { uniform } = stream(3, 'noise', 70_000);
    const expected = Float32Array.from({ length: 35 }, () => Math.floor(uniform() * 2 ** 24) / 2 ** 24);
    expect(draw(3, 'noise', 70_000)).toEqual(expected);
  });

  test('are others for another seed, name or step', () => {
    const first = draw(3, 'noise', 1).join();
    for (const other of [draw(4, 'noise', 1), draw(3, 'dropout', 1), draw(3, 'noise', 2)])
      expect(other.join()).not.toBe(first);
    expect(draw(3, 'noise', 1).join()).toBe(first);
  });

  test('are all finite when they are normal', () => {
    for (let step = 0; step < 200; step++) expect(draw(1, 'noise', step, 'normal').every(Number.isFinite)).toBe(true);
  });
});
