import { describe, expect, test } from 'vitest';
import { createRecovery } from '../../../src/store/recovery';

describe('recovery', () => {
  test('tries a backend again after its first failure and leaves it alone after the second', () => {
    const recovery = createRecovery();
    expect(recovery.failed('webgpu', false)).toBe(true);
    expect(recovery.avoid).toEqual([]);
    expect(recovery.failed('webgpu', false)).toBe(true);
    expect(recovery.avoid).toEqual(['webgpu']);
  });

  test('leaves a backend alone at once whose memory is exhausted', () => {
    const recovery = createRecovery();
    recovery.failed('webgl', true);
    expect(recovery.avoid).toEqual(['webgl']);
  });

  test('counts each backend for itself, and blames none for a crash of the worker', () => {
    const recovery = createRecovery();
    recovery.failed('webgpu', false);
    recovery.failed('webgl', false);
    recovery.failed(null, false);
    recovery.failed(null, true);
    expect(recovery.avoid).toEqual([]);
  });

  test('gives up after five failures in a row', () => {
    const recovery = createRecovery();
    const goesOn = [1, 2, 3, 4, 5].map(() => recovery.failed(null, false));
    expect(goesOn).toEqual([true, true, true, true, false]);
    expect(recovery.inARow).toBe(5);
  });

  test('does not give up while training gets ahead in between, but remembers the backends', () => {
    const recovery = createRecovery();
    for (let i = 0; i < 20; i++) {
      expect(recovery.failed('webgpu', false)).toBe(true);
      recovery.progressed();
    }
    expect(recovery.inARow).toBe(0);
    expect(recovery.avoid).toEqual(['webgpu']);
  });

  test('tries everything again when the person starts afresh', () => {
    const recovery = createRecovery();
    recovery.failed('webgpu', true);
    recovery.failed(null, false);
    recovery.reset();
    expect(recovery.avoid).toEqual([]);
    expect(recovery.inARow).toBe(0);
  });
});
