import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import { createWebGPURunner } from '../../src/engine/record/webgpu';
import { createEagerRunner, type StepRunner } from '../../src/engine/step';
import * as tf from '../../src/engine/tf';
import { bits, configOf, datasetOf, steps, trainerOf, tune } from '../unit/engine/helpers';
import { type NetProgram, type NetShape, netProgram } from './stepProgram';

const backend = () => tf.backend() as WebGPUBackend;

beforeEach(async ({ skip }) => {
  const { available, reason } = await startBackend('webgpu');
  if (!available) skip(`webgpu is not available here: ${reason}`);
});

const held: { dispose(): void }[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of held.splice(0)) one.dispose();
});

function keep<T extends { dispose(): void }>(one: T): T {
  held.push(one);
  return one;
}

/** A run of its own: steps by number, and what they leave. */
function runOf(shape: NetShape, create: (program: NetProgram) => StepRunner) {
  const program = keep(netProgram(shape));
  const runner = keep(create(program));
  let next = 0;
  const run = (count: number) => {
    for (let left = count; left > 0; ) {
      const row = next % program.feed.rows;
      if (row === 0) runner.feed(program.feedFrom(next));
      const some = Math.min(left, program.feed.rows - row);
      runner.run(some);
      next += some;
      left -= some;
    }
  };
  return {
    program,
    runner,
    run,
    async losses(count: number): Promise<Uint32Array> {
      run(count);
      return bits(await runner.takeLosses());
    },
    state: async () => bits(new Float32Array(await program.state.data<'float32'>())),
  };
}

/** However long a step takes, all go into one submit. */
const recordedRun = (shape: NetShape) =>
  runOf(shape, (program) => createWebGPURunner(backend(), program, Number.POSITIVE_INFINITY));
const eagerRun = (shape: NetShape) => runOf(shape, createEagerRunner);

const small: NetShape = { widths: [5, 9, 3], batchSize: 7, examples: 40, dropout: 0.3, clipNorm: true, rows: 5 };
/** Its dispatches do not depend on the batch, which is small because the device here is a processor. */
const mnist: NetShape = { widths: [784, 256, 256, 10], batchSize: 8, examples: 30 };

/** Calls of a method of all objects of a kind while work is done. */
async function callsOf(work: () => unknown): Promise<Record<string, number>> {
  const spies = {
    dispatches: vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups'),
    buffers: vi.spyOn(GPUDevice.prototype, 'createBuffer'),
    bindings: vi.spyOn(GPUDevice.prototype, 'createBindGroup'),
    submits: vi.spyOn(GPUQueue.prototype, 'submit'),
    uploads: vi.spyOn(GPUQueue.prototype, 'writeBuffer'),
  };
  await work();
  const calls = Object.fromEntries(Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length]));
  vi.restoreAllMocks();
  return calls;
}

describe('replayed steps on webgpu', () => {
  test('are those computed anew, bit for bit, over the ends of the feed', async () => {
    const [recorded, eager] = [recordedRun(small), eagerRun(small)];
    for (const count of [1, 1, 1, 2, 8, 13]) {
      expect(await recorded.losses(count)).toEqual(await eager.losses(count));
      expect(await recorded.state()).toEqual(await eager.state());
    }
    expect(recorded.runner).toMatchObject({ mode: 'recorded', refusal: null });
  });

  test.for([
    ['dropout, a schedule', { model: { dropout: 0.3 }, train: { schedule: 'cosine', warmupSteps: 5 } }],
    ['penalties', { train: { l1: 0.001, l2: 0.01, clipNorm: 0.5, clipValue: 0.1 } }],
    ['regression', { data: { dataset: 'plane' }, model: { activation: 'gelu' }, train: { optimizer: 'rmsprop' } }],
  ] as const)('of a trainer are those computed anew: %s', async ([, patch]) => {
    const config = configOf({ ...patch, data: { samples: 60, ...('data' in patch ? patch.data : {}) } });
    const dataset = datasetOf(config);
    const recorded = keep(trainerOf(config, undefined, dataset));
    const eager = keep(trainerOf(config, undefined, dataset, 'eager'));
    for (const count of [1, 1, 1, 10, 7]) {
      expect(bits(await steps(recorded, count))).toEqual(bits(await steps(eager, count)));
      expect(bits((await recorded.state()).parameters)).toEqual(bits((await eager.state()).parameters));
    }
    const next = configOf({ ...config, train: { ...config.train, learningRate: 0.2, batchSize: 4 } });
    for (const trainer of [recorded, eager]) tune(trainer, next, dataset.info);
    expect(bits(await steps(recorded, 5))).toEqual(bits(await steps(eager, 5)));
    expect(recorded.runner).toMatchObject({ mode: 'recorded', refusal: null });
  });

  test('are not disturbed by predictions in between, which see the state of their moment', async () => {
    const [recorded, eager] = [recordedRun(small), eagerRun(small)];
    for (let i = 0; i < 8; i++) {
      for (const { run } of [recorded, eager]) run(2);
      const [a, b] = [recorded.program.predict(), eager.program.predict()];
      for (const { run } of [recorded, eager]) run(1);
      expect(bits(await a.data<'float32'>())).toEqual(bits(await b.data<'float32'>()));
      expect(await recorded.state()).toEqual(await eager.state());
      expect(await recorded.losses(0)).toEqual(await eager.losses(0));
      tf.dispose([a, b]);
    }
    expect(recorded.runner.mode).toBe('recorded');
  });

  test('make no buffer, bind nothing and upload nothing; many go into one submit', async () => {
    const run = recordedRun({ ...small, rows: 200 });
    for (const count of [1, 1, 1, 4, 4]) await run.losses(count);
    const one = await callsOf(() => run.losses(1));
    expect(one).toMatchObject({ buffers: 0, bindings: 0, uploads: 0, submits: 2 });
    const twenty = await callsOf(() => run.losses(20));
    expect(twenty).toEqual({ ...one, dispatches: 20 * (one.dispatches as number) });
  });

  test('a step of 784-256-256-10 has at most 40 dispatches', async () => {
    const run = recordedRun(mnist);
    for (let i = 0; i < 3; i++) await run.losses(1);
    const { dispatches } = await callsOf(() => run.losses(1));
    const started = performance.now();
    run.run(4);
    const each = (performance.now() - started) / 4;
    await run.runner.takeLosses();
    console.info(`${dispatches} dispatches and ${each.toFixed(3)} ms of script for a replayed step`);
    expect(dispatches).toBeLessThanOrEqual(40);
  });

  test('leave nothing behind when they end', async () => {
    const destroyed = vi.spyOn(GPUBuffer.prototype, 'destroy');
    const before = { tensors: tf.memory().numTensors, data: backend().numDataIds() };
    const run = recordedRun(small);
    await run.losses(9);
    await run.losses(9);
    const { bytes } = run.runner;
    expect(bytes).toBeGreaterThan(0);
    destroyed.mockClear();
    for (const one of held.splice(0).toReversed()) one.dispose();
    expect({ tensors: tf.memory().numTensors, data: backend().numDataIds() }).toEqual(before);
    expect((destroyed.mock.contexts as GPUBuffer[]).reduce((sum, { size }) => sum + size, 0)).toBeGreaterThanOrEqual(
      bytes,
    );
  });
});

describe('a step that cannot be recorded is computed anew', () => {
  const refusals: readonly (readonly [reason: string, also: () => (loss: tf.Scalar) => tf.Scalar])[] = [
    [
      'replay differs',
      () => {
        let calls = 0;
        return (loss) => {
          calls += 1;
          return tf.mul(loss, tf.scalar(calls));
        };
      },
    ],
    [
      'makes a tensor that outlives it',
      () => (loss) => {
        keep(tf.keep(tf.mul(loss, 2)));
        return loss;
      },
    ],
    [
      'lets go of a tensor from before',
      () => {
        let last = tf.mul(tf.ones([1234]), 2);
        return (loss) => {
          const next = tf.keep(tf.mul(last, 0.5));
          last.dispose();
          last = next;
          return loss;
        };
      },
    ],
  ];
  test.for(refusals)('where it %s', async ([reason, also]) => {
    const recorded = recordedRun({ ...small, also: also() });
    const losses = [await recorded.losses(8), await recorded.losses(8)];
    expect(recorded.runner).toMatchObject({ mode: 'eager', refusal: reason, bytes: 0 });
    // The comparison computes a step once more, which what counts its own calls does not forgive.
    if (reason === 'replay differs') return;
    const eager = eagerRun(small);
    expect(losses).toEqual([await eager.losses(8), await eager.losses(8)]);
  });
});
