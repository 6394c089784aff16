import { createStore } from 'zustand/vanilla';
import { defaultConfig } from '../config/gate';
import type { TableSummary } from '../data/dataset';
import type { PicturesSummary } from '../data/images/summary';
import type { Config } from '../families';
import type { ProblemData } from '../problem';
import type { BackendId } from '../training/names';
import type { BackendReport, RunnerReport, Until } from '../training/progress';
import type { Frame, RunDescription, TextSummary } from '../worker/protocol';
import { emptySeries, type Series } from './series';

export const paceChoices = ['watch', 'full'] as const;
export type PaceChoice = (typeof paceChoices)[number];
/** Steps a second that can be watched: a small network learns a spiral in a few seconds. */
export const watchedPace = 1000;

export type Phase = 'loading' | 'ready' | 'training' | 'paused' | 'failed';

/** A message to the person, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'problem';
  readonly problem: ProblemData;
  readonly action?: { readonly label: NoticeAction; readonly run: () => void };
}
export type NoticeAction = 'restoreSlower' | 'undo' | 'resume';

/** What the page knows at a moment. Changed only by the actions of the controller. */
export interface PlaygroundState {
  /** The config being edited; always valid. */
  readonly config: Config;
  readonly phase: Phase;
  /** The run in the worker, once one is built. */
  readonly run: RunDescription | null;
  readonly step: number;
  readonly epoch: number;
  readonly stepsPerSecond: number;
  readonly examplesPerSecond: number;
  readonly memoryBytes: number;
  readonly series: Series;
  readonly frame: { readonly step: number; readonly frame: Frame } | null;
  /** What was read last of each kind. */
  readonly table: TableSummary | null;
  readonly text: TextSummary | null;
  readonly pictures: PicturesSummary | null;
  readonly backends: readonly BackendReport[];
  /** Backend in use, also while the next run is built. */
  readonly backend: BackendId | null;
  /** How its steps are performed. */
  readonly runner: RunnerReport | null;
  readonly stop: Until;
  /** Training by hand: slow enough to watch, or as fast as the machine can. */
  readonly pace: PaceChoice;
  readonly notices: readonly Notice[];
  /** Set while phase is `failed`. */
  readonly error: ProblemData | null;
}

export const playgroundStore = createStore<PlaygroundState>()(() => ({
  config: defaultConfig(),
  phase: 'loading',
  run: null,
  step: 0,
  epoch: 0,
  stepsPerSecond: 0,
  examplesPerSecond: 0,
  memoryBytes: 0,
  series: emptySeries,
  frame: null,
  table: null,
  text: null,
  pictures: null,
  backends: [],
  backend: null,
  runner: null,
  stop: {},
  pace: 'watch',
  notices: [],
  error: null,
}));
