import * as tf from '@tensorflow/tfjs-core';
import { stream } from '../../src/random/stream';
import type { ProductWorkload } from '../workload';
import type { Contender } from './contender';

/** Standard normal values, scaled. */
function draw(name: string, count: number, scale: number): Float32Array {
  const random = stream(7, `bench/${name}`);
  return new Float32Array(count).map(() => scale * random.normal());
}

/** One number from some hundred values all over a result; cheap, because it is part of what is timed. */
function checksum(values: Float32Array): number {
  const stride = 1 + 2 * Math.floor(values.length / 512);
  let sum = 0;
  for (let i = 0; i < values.length; i += stride) sum += (values[i] as number) * Math.sin(i + 1);
  return sum / 16;
}

/**
 * The product alone, by the kernel that this worker's bundle has registered. The right operand is a new tensor in
 * every step, as weights are in training: stock's kernel packs them once for as long as they stay.
 */
export function multiply({ m, n, k, transposeA, transposeB }: ProductWorkload): Contender {
  const left = tf.tensor2d(draw('left', m * k, 1 / Math.sqrt(k)), transposeA ? [k, m] : [m, k]);
  const values = draw('right', k * n, 1);
  const sides: [number, number] = transposeB ? [n, k] : [k, n];
  let result: tf.Tensor | undefined;
  let steps = 0;
  return {
    steps(count) {
      for (let i = 0; i < count; i++) {
        result?.dispose();
        result = tf.tidy(() => tf.matMul(left, tf.tensor2d(values, sides), transposeA, transposeB));
      }
      steps += count;
    },
    async losses() {
      const taken = steps;
      steps = 0;
      const read = await result?.data<'float32'>();
      return read ? new Array<number>(taken).fill(checksum(read)) : [];
    },
  };
}
