import * as tf from '../../engine/tf';
import { streamKey } from '../../random/stream';
import { runKernel } from '../run';

export interface RandomInputs {
  readonly now: tf.TensorInfo;
}
export interface RandomAttrs {
  readonly shape: readonly number[];
  readonly kind: 'uniform' | 'normal';
  readonly key: readonly [number, number];
}
export interface DropoutInputs extends RandomInputs {
  readonly x: tf.TensorInfo;
}
export interface DropoutAttrs {
  readonly rate: number;
  readonly key: readonly [number, number];
}

/** A named stream of random numbers on the device; what it gives depends on seed, name and step alone. */
export interface DeviceStream {
  readonly seed: number;
  readonly name: string;
  /** Tells the step: see engine/feed.ts. */
  readonly now: tf.Tensor1D;
}

const keyOf = ({ seed, name }: DeviceStream) => streamKey(seed, name);

/** Numbers of the stream's current step: uniform in [0, 1), 24 bits each, or standard normal (Box and Muller 1958). */
export function random(stream: DeviceStream, shape: readonly number[], kind: 'uniform' | 'normal'): tf.Tensor {
  return runKernel('Random', { now: stream.now }, { shape, kind, key: keyOf(stream) });
}

/** Inverted dropout (Srivastava et al. 2014): kept values are scaled up, so that nothing changes at prediction. */
export function dropout<T extends tf.Tensor>(x: T, rate: number, stream: DeviceStream): T {
  return runKernel<T>('Dropout', { x, now: stream.now }, { rate, key: keyOf(stream) });
}

tf.registerGradient({
  kernelName: 'Dropout',
  inputsToSave: ['now'],
  // The mask is drawn again, from the same counter.
  gradFunc: (dy, [now], attrs) => ({
    x: () => runKernel('Dropout', { x: dy as tf.Tensor, now }, attrs),
  }),
});
