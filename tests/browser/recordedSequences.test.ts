import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { describe, expect, test } from 'vitest';
import { feedLayout } from '../../src/engine/feed';
import { createWasmRunner } from '../../src/engine/record/wasm';
import { createWebGPURunner } from '../../src/engine/record/webgpu';
import { createEagerRunner, type StepProgram, type StepRunner } from '../../src/engine/step';
import * as tf from '../../src/engine/tf';
import { assign } from '../../src/kernels/assign/op';
import { dense } from '../../src/kernels/dense/op';
import { embed } from '../../src/kernels/embed/op';
import { wasmHeap } from '../../src/kernels/install';
import { layerNorm } from '../../src/kernels/norm/op';
import { type CellName, cellNames, gateCount } from '../../src/kernels/recurrent/cells';
import { finalState, recurrent } from '../../src/kernels/recurrent/op';
import type { WasmHeap } from '../../src/kernels/wasm/heap';
import { weightedLoss } from '../../src/kernels/weighted/op';
import { bits } from '../unit/engine/helpers';
import { drawValues, sizeOf } from '../unit/kernels/cases';
import { use } from './backends';

const [steps, batch, units, symbols] = [3, 4, 5, 7];
const count = steps * batch;

type Vectors = [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];

/** Steps of a recurrent network: weights change in place, and the state is carried from step to step. */
function sequenceProgram(cell: CellName) {
  const width = gateCount(cell) * units;
  const drawn = (name: string, ...shape: number[]) =>
    tf.tensor(
      drawValues(name, sizeOf(shape)).map((value) => value / 3),
      shape,
    );
  const weights = [
    drawn('inputs', symbols, width),
    drawn('kernel', units, width),
    drawn('bias', width),
    drawn('gain', units),
    drawn('shift', units),
    drawn('head', units, symbols),
    drawn('head bias', symbols),
  ];
  const state = [tf.zeros<tf.Rank.R2>([batch, units]), tf.zeros<tf.Rank.R2>([batch, units])] as const;
  const tokens = tf.tensor1d(Float32Array.from({ length: count }, (_, i) => (i * 5) % symbols));
  const targets = tf.tensor1d(Float32Array.from({ length: count }, (_, i) => (i * 3 + 1) % symbols));
  const counts = tf.tensor1d(Float32Array.from({ length: count }, (_, i) => Number(i % 3 > 0)));
  const attrs = { cell, activation: 'tanh', steps, reverse: false } as const;

  function step(): tf.Tensor1D {
    return tf.tidy(() => {
      const left: tf.Tensor[] = [];
      const { value, grads } = tf.valueAndGrads((...given: tf.Tensor[]) => {
        const [inputs, kernel, head] = [given[0], given[1], given[5]] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
        const [bias, gain, shift, headBias] = [given[2], given[3], given[4], given[6]] as tf.Tensor1D[] as Vectors;
        const projected = embed(inputs, tokens, bias);
        const [h0, c0] = state;
        const states = recurrent({ projected, kernel, recurrentBias: bias, h0, c0 }, attrs);
        const { h, c } = finalState(states, attrs);
        left.push(tf.keep(h), ...(c ? [tf.keep(c)] : []));
        const normal = layerNorm(states.h, gain, shift);
        const logits = dense(normal, head, headBias, 'linear');
        return weightedLoss('crossEntropy', 'softmax', logits, targets, counts);
      })(weights);
      weights.forEach((weight, i) => assign(weight, tf.sub(weight, tf.mul(grads[i] as tf.Tensor, 0.1))));
      left.forEach((last, i) => assign(state[i] as tf.Tensor, last));
      tf.dispose(left);
      return tf.reshape(value, [1]);
    });
  }

  const program: StepProgram = { feed: feedLayout(1, 1), losses: 1, step, changing: () => [...weights, ...state] };
  return { program, dispose: () => tf.dispose([...weights, ...state, tokens, targets, counts]) };
}

/** The bits of the losses and of all that changes, after some steps. */
async function outcome(cell: CellName, create: (program: StepProgram) => StepRunner) {
  const { program, dispose } = sequenceProgram(cell);
  const runner = create(program);
  runner.feed(new Float32Array(program.feed.rows * program.feed.width));
  const losses: number[] = [];
  for (const some of [1, 1, 1, 5]) {
    runner.run(some);
    losses.push(...bits(await runner.takeLosses()));
  }
  const changed: number[][] = [];
  for (const tensor of program.changing()) changed.push([...bits(new Float32Array(await tensor.data<'float32'>()))]);
  const { refusal } = runner;
  runner.dispose();
  dispose();
  return { losses, changed, refusal };
}

describe('replayed steps of a recurrent network are those computed anew, bit for bit', () => {
  test.for(cellNames)('on wasm: %s', async (cell, { skip }) => {
    await use('wasm', skip);
    const { numTensors } = tf.memory();
    const eager = await outcome(cell, createEagerRunner);
    const replayed = await outcome(cell, (program) => createWasmRunner(wasmHeap() as WasmHeap, program));
    expect(replayed).toEqual(eager);
    expect(new Set(eager.losses).size).toBe(8);
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  test.for(cellNames)('on webgpu: %s', async (cell, { skip }) => {
    await use('webgpu', skip);
    const { numTensors } = tf.memory();
    const eager = await outcome(cell, createEagerRunner);
    const limit = Number.POSITIVE_INFINITY;
    const replayed = await outcome(cell, (program) =>
      createWebGPURunner(tf.backend() as WebGPUBackend, program, limit),
    );
    expect(replayed).toEqual(eager);
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});
