import * as tf from '@tensorflow/tfjs';
import type { Contender } from './contender';
import { bytesInTensors, countSteps } from './counting';

/** A batch on the device. */
export interface DeviceBatch {
  readonly inputs: tf.Tensor;
  readonly targets: tf.Tensor;
}

interface AdamSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export const adam = ({ learningRate, beta1, beta2, epsilon }: AdamSettings): tf.AdamOptimizer =>
  tf.train.adam(learningRate, beta1, beta2, epsilon);

/** Batches that are on the device, again and again in their order. */
export function inTurn<B>(batches: readonly B[]): () => B {
  let next = 0;
  return () => batches[next++ % batches.length]!;
}

/** What a step of stock tfjs costs besides time. */
export const countStock: Contender['count'] = async (steps, work) => ({
  ...(await countSteps(steps, work)),
  bytes: bytesInTensors(),
  refusal: null,
});

/** Tells for how many milliseconds values have been waited for. */
function watchReads(): () => number {
  let waited = 0;
  const { data } = tf.Tensor.prototype;
  tf.Tensor.prototype.data = function (this: tf.Tensor) {
    const read = data.call(this);
    const asked = performance.now();
    return read.finally(() => {
      waited += performance.now() - asked;
    }) as never;
  };
  return () => waited;
}

/** A compiled model and `trainOnBatch`, which reads its loss back at every step. */
export function trainOnBatches(model: tf.LayersModel, nextBatch: () => DeviceBatch): Contender {
  const waited = watchReads();
  let losses: number[] = [];
  return {
    async steps(count) {
      const before = waited();
      for (let i = 0; i < count; i++) {
        const { inputs, targets } = nextBatch();
        losses.push((await model.trainOnBatch(inputs, targets)) as number);
      }
      return waited() - before;
    },
    losses() {
      const taken = losses;
      losses = [];
      return taken;
    },
    count: countStock,
  };
}
