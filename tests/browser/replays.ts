import { expect } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { wasmHeap } from '../../src/kernels/install';
import { recordCalls } from '../../src/kernels/wasm/recording';
import { stream } from '../../src/random/stream';
import { sizeOf } from '../unit/kernels/cases';
import { largestError } from './kernelCases';

/** An operand, drawn anew for every run: floats around 0, integers around 0, truth values. */
export interface Operand {
  readonly shape: readonly number[];
  readonly dtype?: 'float32' | 'int32' | 'bool';
  /** What becomes of a drawn value. */
  readonly as?: (x: number) => number;
  /** The first values, instead of drawn ones. */
  readonly first?: readonly number[];
}

export interface OperationCase {
  readonly name: string;
  readonly operands: readonly Operand[];
  /** Operations of tfjs have types of their own for every rank. */
  readonly compute: (...operands: never[]) => tf.Tensor | readonly tf.Tensor[];
  /** Largest difference from tfjs's cpu backend, as a share of the value or of 1. 0: none at all. */
  readonly tolerance?: number;
  /** Whether differences are shares of the largest value instead, as is fair where sums cancel out. */
  readonly ofLargest?: boolean;
}

export const floats = (...shape: number[]): Operand => ({ shape });
export const integers = (...shape: number[]): Operand => ({ shape, dtype: 'int32' });
export const truths = (...shape: number[]): Operand => ({ shape, dtype: 'bool' });
/** Floats around 1 that are greater than 0. */
export const positive = (...shape: number[]): Operand => ({ shape, as: (x) => Math.exp(x) });

const drawn = {
  float32: (random: ReturnType<typeof stream>) => random.normal(),
  int32: (random: ReturnType<typeof stream>) => random.integer(13) - 6,
  bool: (random: ReturnType<typeof stream>) => random.integer(2),
};
const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };

function draw({ shape, dtype = 'float32', as = (x) => x, first = [] }: Operand, name: string) {
  const random = stream(1, name);
  const values = new arrays[dtype](sizeOf(shape)).map(() => as(drawn[dtype](random)));
  values.set(first.slice(0, values.length));
  return values;
}

interface Result {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: ArrayLike<number>;
}

const read = (tensor: tf.Tensor): Result => ({
  shape: tensor.shape,
  dtype: tensor.dtype,
  values: [...tensor.dataSync()],
});
const upload = (operands: readonly Operand[], run: string) =>
  operands.map((operand, i) => tf.tensor(draw(operand, `${run} ${i}`), [...operand.shape], operand.dtype ?? 'float32'));

/** What tfjs's cpu backend gives. */
async function onCpu({ operands, compute }: OperationCase, run: string): Promise<Result[]> {
  await startBackend('cpu');
  const results: Result[] = [];
  tf.tidy(() => {
    for (const result of [compute(...(upload(operands, run) as never[]))].flat()) results.push(read(result));
  });
  return results;
}

const scaled = (values: ArrayLike<number>, by: number) => Array.from(values, (value) => value * by);

function expectSame(actual: readonly Result[], expected: readonly Result[], operation: OperationCase): void {
  const { tolerance = 1e-5, ofLargest = false } = operation;
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  actual.forEach(({ values }, i) => {
    const right = (expected[i] as Result).values;
    const size = ofLargest ? Math.max(1, ...Array.from(right, Math.abs)) : 1;
    const error = largestError(scaled(values, 1 / size), scaled(right, 1 / size));
    if (error > tolerance) expect(Array.from(values), `off by ${error}`).toEqual(right);
  });
}

/**
 * Computes on wasm, while every call is recorded, and by replaying the calls with other operands; both have to be what
 * the cpu backend gives. Fails where a kernel is not ours.
 */
export async function checkOperation(operation: OperationCase): Promise<void> {
  const { operands, compute } = operation;
  const expected = [await onCpu(operation, 'first'), await onCpu(operation, 'second')] as const;
  await startBackend('wasm');
  const heap = wasmHeap()!;
  const before = { tensors: tf.memory().numTensors, places: heap.backend.numDataIds() };
  const given = upload(operands, 'first');
  let results: tf.Tensor[] = [];
  const recording = recordCalls(heap, given, () => {
    results = tf.tidy(() => [compute(...(given as never[]))].flat());
  });
  if (typeof recording === 'string') throw new Error(`${recording} is not ours`);
  expectSame(results.map(read), expected[0], operation);

  given.forEach((tensor, i) => {
    const operand = operands[i] as Operand;
    const Values = arrays[operand.dtype ?? 'float32'];
    new Values(heap.memory.buffer, heap.place(tensor), tensor.size).set(draw(operand, `second ${i}`));
  });
  recording.replay(1);
  expectSame(results.map(read), expected[1], operation);

  tf.dispose([results, given]);
  recording.dispose();
  expect({ tensors: tf.memory().numTensors, places: heap.backend.numDataIds() }, 'left behind').toEqual(before);
}
