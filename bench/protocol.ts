import type { BackendId } from '../src/training/names';

/** What passes between the page, which keeps the order of things, and the workers, which compute. */

/**
 * `ours`: our trainer, or our kernel. `tf.layers`, `tf.core`: stock tfjs. `tf.matMul`: its product alone.
 * `hand-written`: plain loops over typed arrays.
 */
export const runnerIds = ['ours', 'tf.layers', 'tf.core', 'tf.matMul', 'hand-written'] as const;
export type RunnerId = (typeof runnerIds)[number];

/** Where a contender computes; plain JavaScript has no backend. */
export type Place = BackendId | 'js';

export interface Asked {
  readonly runners: readonly RunnerId[];
  readonly backends: readonly BackendId[];
  /** Steps whose losses have to agree before anything is timed. */
  readonly checkedSteps: number;
  readonly rounds: number;
  /** Milliseconds that one timed block lasts, about. */
  readonly blockMs: number;
}

export type Request =
  | { readonly kind: 'prepare'; readonly workload: string; readonly runner: RunnerId; readonly backend: Place }
  /** The losses of the first steps. */
  | { readonly kind: 'losses'; readonly steps: number }
  /** Milliseconds for a block of steps, with the losses read back after every `readEvery` and at the end. */
  | { readonly kind: 'time'; readonly steps: number; readonly readEvery: number };

export interface Replies {
  prepare:
    | { readonly available: true; readonly device: string }
    | { readonly available: false; readonly reason: string };
  losses: readonly number[];
  time: number;
}

export type Reply =
  | { readonly kind: 'done'; readonly value: Replies[keyof Replies] }
  | { readonly kind: 'failed'; readonly message: string };

/** What was measured of one contender. */
export interface Measured {
  readonly workload: string;
  readonly runner: RunnerId;
  readonly backend: Place;
  readonly device: string | null;
  /** Why there are no times. */
  readonly unavailable: string | null;
  readonly batchSize: number;
  readonly stepsPerBlock: number;
  /** Milliseconds per step of each round. */
  readonly msPerStep: readonly number[];
  /** The largest difference of its losses from the reference's. */
  readonly lossError: number | null;
}
