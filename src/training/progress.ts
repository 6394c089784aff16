import type { BackendId, StepMode } from './names';

/** What a training is asked, and what it reports. */

/** Absolute limits; training pauses when the first is reached. `seconds` counts from the start of training. */
export interface Until {
  readonly step?: number;
  readonly epoch?: number;
  readonly seconds?: number;
  readonly metric?: readonly [name: string, op: '<' | '>', value: number];
}

export type Metrics = Readonly<Record<string, number>>;

/** Rows of the curves; `values[name][i]` belongs to `step[i]`. */
export interface SeriesRows {
  readonly step: readonly number[];
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export interface Progress {
  readonly step: number;
  readonly epoch: number;
  readonly stepsPerSecond: number;
  readonly examplesPerSecond: number;
  readonly memoryBytes: number;
  readonly runner: RunnerReport;
  readonly tensors: number;
  /** Recorded since the last report. */
  readonly rows: SeriesRows;
}

export type Unavailability =
  | 'noWebGPU'
  | 'noAdapter'
  | 'noWebGL2'
  | 'noFloat32'
  | 'noWebAssembly'
  | 'noSimd'
  | 'failed';

export interface BackendReport {
  readonly id: BackendId;
  readonly available: boolean;
  /** Why it is not available. */
  readonly reason?: Unavailability;
  /** The device's own name, where it tells. */
  readonly device?: string;
}

/** How the steps of a run are performed. */
export interface RunnerReport {
  readonly mode: StepMode;
  /** Why they are not recorded, where they could be; null otherwise. */
  readonly refusal: string | null;
}

/** How long one step of a run's shape took on a backend in a mode, measured on this machine. */
export interface Timing {
  readonly backend: BackendId;
  readonly mode: StepMode;
  /** Milliseconds, or null where it was not measured: its turn did not come in time, or it failed. */
  readonly msPerStep: number | null;
}
