import type { BackendId } from '../src/training/names';

/** What passes between whoever keeps the order of things and the contenders, which compute. */

/**
 * `ours`: our trainer, its steps recorded where the backend can, or our kernel. `ours (eager)`: its steps made anew
 * each time. `tf.layers`, `tf.core`: stock tfjs. `tf.matMul`: its product alone. `hand-written`: plain loops over
 * typed arrays.
 */
export const runnerIds = ['ours', 'ours (eager)', 'tf.layers', 'tf.core', 'tf.matMul', 'hand-written'] as const;
export type RunnerId = (typeof runnerIds)[number];

/** Where our trainer records its steps, and the eager ones are a contender of their own. */
export const recordingBackends: readonly Place[] = ['wasm', 'webgpu'];

/** Where a contender computes; plain JavaScript has no backend. */
export type Place = BackendId | 'js';

export interface Asked {
  /** Ids of workloads, in the order in which they are measured. */
  readonly workloads: readonly string[];
  readonly runners: readonly RunnerId[];
  readonly backends: readonly BackendId[];
  /** Leaves out heavy workloads on webgl and webgpu. */
  readonly sparesGpu: boolean;
  /** Steps whose losses have to agree before anything is timed. */
  readonly checkedSteps: number;
  readonly rounds: number;
  /** Milliseconds after which no further round of a workload begins, if there are three. */
  readonly roundsMs: number;
  /** Milliseconds that one timed block lasts, about. */
  readonly blockMs: number;
}

export type Request =
  | { readonly kind: 'prepare'; readonly workload: string; readonly runner: RunnerId; readonly backend: Place }
  /** The losses of the first steps. */
  | { readonly kind: 'losses'; readonly steps: number }
  /** A block of steps, with the losses read back after every `readEvery` and at the end. */
  | { readonly kind: 'time'; readonly steps: number; readonly readEvery: number }
  /** What steps cost besides time. */
  | { readonly kind: 'count'; readonly steps: number };

/** Milliseconds of a block. */
export interface Elapsed {
  readonly total: number;
  /** On the thread, without waiting for the device and without reading losses. */
  readonly script: number;
}

/** What a step costs besides time; null where there is nothing to count. */
export interface Counts {
  /** Kernels that TensorFlow.js's engine ran, or calls in the recorded list; on webgpu dispatches. */
  readonly calls: number | null;
  /** Buffers that were made, on webgpu. */
  readonly buffers: number | null;
  /** Writes from the host into buffers, on webgpu. */
  readonly uploads: number | null;
  /** Bytes in tensors, and in what a runner holds besides; for the whole contender, not per step. */
  readonly bytes: number | null;
  /** Why steps are not recorded, where they were to be. */
  readonly refusal: string | null;
}

export interface Replies {
  prepare:
    | { readonly available: true; readonly device: string }
    | { readonly available: false; readonly reason: string };
  losses: readonly number[];
  time: Elapsed;
  count: Counts;
}

export type Reply =
  | { readonly kind: 'done'; readonly value: Replies[keyof Replies] }
  | { readonly kind: 'failed'; readonly message: string };

/** One contender, wherever it lives. */
export interface Client {
  ask<K extends Request['kind']>(request: Extract<Request, { kind: K }>): Promise<Replies[K]>;
  close(): void;
}

export type CreateClient = (runner: RunnerId, backend: Place) => Client;

/** What was measured of one contender. */
export interface Measured {
  readonly workload: string;
  readonly runner: RunnerId;
  readonly backend: Place;
  readonly device: string | null;
  /** Why there are no times. */
  readonly unavailable: string | null;
  /** It should have run, and broke. */
  readonly broken: boolean;
  readonly batchSize: number;
  readonly stepsPerBlock: number;
  /** Milliseconds per step of each round. */
  readonly msPerStep: readonly number[];
  /** Of these on the thread, not waiting. */
  readonly scriptMsPerStep: readonly number[];
  /** The largest difference of its losses from the reference's. */
  readonly lossError: number | null;
  readonly counts: Counts | null;
}

/** What was measured of a run that is drawn while it trains. A figure for each round. */
export interface MapsMeasured {
  readonly workload: string;
  readonly backend: BackendId;
  readonly unavailable: string | null;
  /** Cells along each side. */
  readonly size: number;
  /** Steps a second while nothing is drawn. */
  readonly stepsAlone: readonly number[];
  readonly stepsDrawn: readonly number[];
  readonly mapsPerSecond: readonly number[];
  /** Milliseconds until a pause is answered. */
  readonly pauseMs: readonly number[];
}
