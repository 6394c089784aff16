import { describe, expect, test } from 'vitest';
import { countSteps, watchDevice } from '../../../bench/contenders/counting';
import { pairsFor } from '../../../bench/measure';
import { type Asked, runnerIds } from '../../../bench/protocol';
import { findWorkload, workloads } from '../../../bench/workload';
import * as tf from '../../../src/engine/tf';
import { backendIds } from '../../../src/training/names';

// Keeps its advice on speed out of the report.
tf.env().set('IS_TEST', true);

describe('counting', () => {
  test('counts the kernels of each step, those of gradients too', async () => {
    const x = tf.scalar(2);
    const kernels = (work: () => unknown) =>
      countSteps(4, async () => [1, 2, 3, 4].map(() => tf.tidy(() => void work())));
    expect(await kernels(() => tf.exp(x))).toEqual({ calls: 1, buffers: null, uploads: null });
    const { calls } = await kernels(() => tf.grad((v) => tf.exp(v))(x));
    expect(calls).toBeGreaterThan(2);
    x.dispose();
  });

  test('leaves the engine as it was, also when the work throws', async () => {
    const { runKernel } = tf.engine();
    await expect(countSteps(1, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(tf.engine().runKernel).toBe(runKernel);
    expect(Object.hasOwn(tf.engine(), 'runKernel')).toBe(false);
  });

  test('counts dispatches, buffers and uploads of a device, and lets go of it', () => {
    const done: string[] = [];
    const pass = { dispatchWorkgroups: (x: number) => done.push(`dispatch ${x}`) };
    const encoder = { beginComputePass: () => ({ ...pass }) };
    const queue = { writeBuffer: (_: unknown, at: number) => done.push(`write at ${at}`) };
    const device = {
      queue,
      createBuffer: ({ size }: { size: number }) => done.push(`buffer of ${size}`),
      createCommandEncoder: () => ({ ...encoder }),
    };
    const typed = device as unknown as GPUDevice;
    const seen = { calls: 0, buffers: 0, uploads: 0 };
    const work = () => {
      typed.createBuffer({ size: 4, usage: 0 });
      typed.createBuffer({ size: 8, usage: 0, mappedAtCreation: true });
      typed.queue.writeBuffer({} as GPUBuffer, 16, new Float32Array(1));
      const begun = typed.createCommandEncoder().beginComputePass();
      begun.dispatchWorkgroups(5);
      begun.dispatchWorkgroups(6);
    };
    const restore = watchDevice(typed, seen);
    work();
    restore();
    expect(seen).toEqual({ calls: 2, buffers: 2, uploads: 2 });
    work();
    expect(seen).toEqual({ calls: 2, buffers: 2, uploads: 2 });
    const once = ['buffer of 4', 'buffer of 8', 'write at 16', 'dispatch 5', 'dispatch 6'];
    expect(done).toEqual([...once, ...once]);
  });
});

describe('contenders', () => {
  const asked: Omit<Asked, 'workloads'> = {
    sparesGpu: false,
    runners: runnerIds,
    backends: backendIds,
    checkedSteps: 1,
    rounds: 1,
    roundsMs: 1,
    blockMs: 1,
  };
  const [first] = workloads;

  test('are plain loops once, and ours twice where steps can be recorded', () => {
    const pairs = pairsFor(first as (typeof workloads)[number], asked);
    const places = (runner: string) => pairs.filter(([name]) => name === runner).map(([, place]) => place);
    expect(places('hand-written')).toEqual(['js']);
    expect(places('ours').sort()).toEqual([...backendIds].sort());
    expect(places('ours (eager)').sort()).toEqual(['wasm', 'webgpu']);
  });

  test('of a heavy workload are few, and fewer without a GPU', () => {
    const heavy = findWorkload('net 2048-2048-2048-10 b256');
    const places = (sparesGpu: boolean) => new Set(pairsFor(heavy, { ...asked, sparesGpu }).map(([, place]) => place));
    expect(places(false)).toEqual(new Set(['wasm', 'webgpu']));
    expect(places(true)).toEqual(new Set(['wasm']));
    expect(pairsFor(heavy, asked).some(([runner]) => runner === 'hand-written')).toBe(false);
  });
});
