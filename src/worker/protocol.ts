/**
 * Everything that passes through the glass between the page and the training worker. Plain data only; typed
 * arrays travel as transferables. A request and its reply share a `requestId`; every event of a run carries its
 * `runId`, so that news of a run that has been replaced is recognised and dropped.
 */
import type { TableSummary } from '../data/dataset';
import type { PictureFile } from '../data/images/pictures';
import type { PicturesSummary } from '../data/images/summary';
import type { ColumnValues } from '../data/imitated/rows';
import type { Config } from '../families';
import type { Augmented, AugmentRequest } from '../families/gen/augment';
import type { GenFrame, GenLook } from '../families/gen/view';
import type { Answer, Info, Note, RawInput } from '../families/info';
import type { NetFrame } from '../families/net/view';
import type { RecFrame, RecLook } from '../families/rec/view';
import type { ProblemData } from '../problem';
import type { BackendId } from '../training/names';
import type { BackendReport, Metrics, Progress, RunnerReport, Timing, Until } from '../training/progress';

export type Frame = NetFrame | RecFrame | GenFrame;
/** What a person asks to see; it changes nothing of the training. */
export type Look = RecLook | GenLook;

/** A text to write. */
export interface TextRequest {
  readonly kind: 'text';
  readonly prompt: string;
  /** Symbols to say. */
  readonly length: number;
  /** 0 always says the likeliest symbol. */
  readonly temperature: number;
  readonly seed: number;
}

/** Samples to make. */
export interface SamplesRequest {
  readonly kind: 'samples';
  readonly count: number;
  readonly seed: number;
  /** Latents to make them of, in the place of drawn ones; then there are as many samples. */
  readonly latents?: readonly (readonly number[])[];
}

export type GenerateRequest = TextRequest | SamplesRequest;
/** A text, or the coordinates, cells or pixels of each sample. */
export type Generated = string | readonly (readonly (number | string)[])[];

/** What the page knows of a text that was read. */
export interface TextSummary {
  readonly name: string;
  /** Symbols, line ends included. */
  readonly length: number;
  /** How it begins. */
  readonly head: string;
}

/** Everything that is needed to go on exactly: parameters, optimizer slots and counters. */
export interface Checkpoint {
  readonly config: Config;
  readonly info: Info;
  readonly step: number;
  /** Batches are drawn from the permutation of `epoch`, from `position` on. */
  readonly epoch: number;
  readonly position: number;
  /** Updates since the slots of each part's optimizer were started (Adam's t). */
  readonly optimizerSteps: readonly number[];
  /** Names and shapes of the model's tensors, in the order in which the vectors hold them. */
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
  /** All parameters in one vector. */
  readonly parameters: Float32Array;
  /** One vector of the same length per slot. */
  readonly slots: Readonly<Record<string, Float32Array>>;
  /** State that the model carries from step to step, by name. */
  readonly carried?: Readonly<Record<string, Float32Array>>;
}

/** What the page learns of a run that has just been built. */
export interface RunDescription {
  readonly config: Config;
  readonly info: Info;
  readonly notes: readonly Note[];
  readonly backend: BackendId;
  readonly device: string;
  readonly runner: RunnerReport;
  readonly timings: readonly Timing[];
  /** Key under which the timings may be remembered: the shape of the work. */
  readonly shape: string;
  readonly parameters: number;
  readonly trainCount: number;
  readonly testCount: number;
  readonly stepsPerEpoch: number;
  /** Raw coordinates and targets of the examples, for drawing; null for tables. */
  readonly points: PointsPreview | null;
  /** Real pictures, where pictures are imitated. */
  readonly pictures: PicturesPreview | null;
  /** Real rows, where those of a table are imitated. */
  readonly table: TablePreview | null;
  /** False for weights whose table is not loaded: they predict, but cannot train. */
  readonly trainable: boolean;
}

/** The way from one of the pictures that stay the same to another, in so many pictures, both ends included. */
export interface WalkRequest {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

/** The training pictures that a picture is most like, the nearest first; none where they are not here. */
export interface NearestPictures {
  /** pictures × size², 0 (background) to 255 (ink). */
  readonly pixels: Uint8Array;
  /** Names of their classes; '' where there are none. */
  readonly classes: readonly string[];
  /** Root mean square of what their pixels differ by, as a share of the way from background to ink. */
  readonly distances: readonly number[];
  /** How far real pictures that were held out are from the nearest one, in the median; null where none were. */
  readonly usual: number | null;
}

/** Real rows of a table that is imitated, to compare generated ones with: in the table's own units and words. */
export interface TablePreview {
  readonly train: readonly ColumnValues[];
  readonly test: readonly ColumnValues[];
}

/** Some real pictures, to compare generated ones with. */
export interface PicturesPreview {
  /** Pixels a side. */
  readonly size: number;
  /** pictures × size², 0 (background) to 255 (ink). */
  readonly pixels: Uint8Array;
}

export interface PointsPreview {
  /** Number of coordinates per point: 1 or 2. */
  readonly coordinates: number;
  readonly train: { readonly points: Float32Array; readonly targets: Float32Array };
  readonly test: { readonly points: Float32Array; readonly targets: Float32Array };
}

/** Requests: each is answered by one `reply` with its requestId. */
export type Request =
  /** Reads a table file and keeps it for the runs to come. */
  | { readonly kind: 'read-table'; readonly file: File }
  /** Reads a text and keeps it for the runs to come. */
  | { readonly kind: 'read-text'; readonly file: File }
  /** Reads pictures and keeps them for the runs to come. */
  | { readonly kind: 'read-pictures'; readonly files: readonly PictureFile[] }
  /** Lets go of what was read last of a kind. */
  | { readonly kind: 'forget'; readonly source: 'table' | 'text' | 'pictures' }
  /** Builds a run; the one before goes on existing until this one stands. */
  | {
      readonly kind: 'load';
      readonly runId: number;
      readonly config: Config;
      readonly checkpoint?: Checkpoint;
      /** Backends that failed before and are to be left out. */
      readonly avoid: readonly BackendId[];
      /** Timings remembered from earlier, by shape. */
      readonly remembered: Readonly<Record<string, readonly Timing[]>>;
      /** Measure every backend, whatever time it takes. */
      readonly thorough?: boolean;
    }
  /** Applies live settings between two steps. */
  | { readonly kind: 'tune'; readonly config: Config }
  | { readonly kind: 'pause' }
  /** Runs n steps while paused. */
  | { readonly kind: 'step'; readonly count: number }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'evaluate'; readonly split: 'train' | 'test' }
  /** `series`: the key of the series that the rows are of, where several are forecast; else the first. */
  | { readonly kind: 'predict'; readonly rows: readonly RawInput[]; readonly series?: string }
  | { readonly kind: 'generate'; readonly request: GenerateRequest }
  | { readonly kind: 'augment'; readonly request: AugmentRequest }
  /** Of pictures: the training pictures that one is most like, size² levels. */
  | { readonly kind: 'nearest'; readonly picture: Uint8Array }
  /** Of pictures: what lies between two of them. */
  | { readonly kind: 'walk'; readonly request: WalkRequest }
  | { readonly kind: 'backends' };

export interface Replies {
  'read-table': TableSummary;
  'read-text': TextSummary;
  'read-pictures': PicturesSummary;
  forget: null;
  load: RunDescription;
  tune: null;
  pause: Progress;
  step: Progress;
  checkpoint: Checkpoint;
  evaluate: Metrics;
  predict: readonly Answer[];
  generate: Generated;
  augment: Augmented;
  nearest: NearestPictures;
  /** pictures × size², 0 (background) to 255 (ink) */
  walk: Uint8Array;
  backends: readonly BackendReport[];
}

/** Messages without an answer. */
export type Notification =
  /** Without a pace it trains as fast as it can. */
  | { readonly kind: 'play'; readonly until: Until; readonly stepsPerSecond?: number }
  /** The page has drawn the last frame and is ready for another. */
  | { readonly kind: 'frame-drawn' }
  | { readonly kind: 'look'; readonly look: Look };

export type ToWorker =
  | { readonly kind: 'request'; readonly requestId: number; readonly request: Request }
  | Notification;

export type FromWorker =
  /** The worker holds the lock that bears its name; when the lock comes free, the worker is gone. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'reply'; readonly requestId: number; readonly value: Replies[keyof Replies] }
  | { readonly kind: 'refusal'; readonly requestId: number; readonly problem: ProblemData }
  | { readonly kind: 'progress'; readonly runId: number; readonly progress: Progress }
  | { readonly kind: 'frame'; readonly runId: number; readonly step: number; readonly frame: Frame }
  /** A limit was reached: training has paused by itself. */
  | { readonly kind: 'stopped'; readonly runId: number; readonly progress: Progress }
  /** Taken on a timer while training. */
  | { readonly kind: 'checkpoint'; readonly runId: number; readonly checkpoint: Checkpoint }
  /** The run cannot go on as it is. */
  | { readonly kind: 'failed'; readonly runId: number; readonly failure: Failure };

export type Failure =
  /** The device is gone, with everything on it: a new worker has to go on from a checkpoint. */
  | { readonly cause: 'device-lost' | 'out-of-memory'; readonly backend: BackendId; readonly reason: string }
  /** The loss of this step was no number; the worker has paused. */
  | { readonly cause: 'not-finite'; readonly step: number; readonly learningRate: number }
  | { readonly cause: 'unexpected'; readonly problem: ProblemData };
