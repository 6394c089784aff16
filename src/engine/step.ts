import type { StepMode } from '../training/names';
import type { FeedLayout } from './feed';
import * as tf from './tf';

/** One training step, as every runner performs it. */
export interface StepProgram {
  readonly feed: FeedLayout;
  /** Losses of a step. */
  readonly losses: number;
  /**
   * Does one step with what `now` says: parameters and slots change, the losses come back.
   * @param now [feed.width]
   * @returns [losses]
   */
  step(now: tf.Tensor1D): tf.Tensor1D;
  /** The tensors that a step changes. Where the backend can, it does so in place, and they stay the same. */
  readonly changing: () => readonly tf.Tensor[];
}

/** Performs steps of a program on the current backend. It is built anew when the program's structure changes. */
export interface StepRunner {
  readonly mode: StepMode;
  /** Why steps are not recorded, where they could be; null otherwise. */
  readonly refusal: string | null;
  /** Bytes that it holds besides tensors. */
  readonly bytes: number;
  /** Gives the rows of the next steps, feed.rows × feed.width. */
  feed(rows: Float32Array): void;
  /** Does the steps of the feed's next rows. Their losses stay on the device until `takeLosses`. */
  run(count: number): void;
  /** Losses of the steps since the last call, step after step, in one readback. */
  takeLosses(): Promise<Float32Array>;
  dispose(): void;
}

/** Steps one after another by the library's engine, on any backend. */
export function createEagerRunner({ feed, losses: perStep, step }: StepProgram): StepRunner {
  let rows: tf.Tensor2D | null = null;
  let next = 0;
  let losses: tf.Tensor1D[] = [];

  return {
    mode: 'eager',
    refusal: null,
    bytes: 0,
    feed(values) {
      rows?.dispose();
      rows = tf.tensor2d(values, [feed.rows, feed.width]);
      next = 0;
    },
    run(count) {
      for (let i = 0; i < count; i++) {
        const row = tf.slice(rows as tf.Tensor2D, [next, 0], [1, feed.width]);
        const now = tf.reshape<tf.Rank.R1>(row, [feed.width]);
        losses.push(step(now));
        tf.dispose([row, now]);
        next += 1;
      }
    },
    async takeLosses() {
      if (losses.length === 0) return new Float32Array(0);
      const taken = losses;
      losses = [];
      // A GPU program is compiled for every number of inputs, so that number takes few values.
      const padded = Array.from({ length: 2 ** Math.ceil(Math.log2(taken.length)) }, (_, i) => taken[i] ?? taken[0]);
      const joined = tf.tidy(() => tf.concat1d(padded as tf.Tensor1D[]));
      tf.dispose(taken);
      const values = (await joined.data()) as Float32Array;
      joined.dispose();
      return values.subarray(0, taken.length * perStep);
    },
    dispose() {
      rows?.dispose();
      tf.dispose(losses);
    },
  };
}
