import { createMutex } from '../mutex';
import type { Progress, SeriesRows, Until } from '../training/progress';
import { breathe } from './breathe';
import { evaluate } from './evaluate';
import type { Model } from './model';
import type { Trainer, TrainerState } from './trainer';

/** Milliseconds of steps between two looks at waiting messages. */
const sliceBudget = 25;
const progressInterval = 100;
const checkpointInterval = 2000;
/** At most this share of the time goes into frames, and likewise into checkpoints. */
const sideShare = 0.15;
/** Examples of each split that the curves are computed from. */
const evaluatedExamples = 1000;

export interface LoopEvents {
  progress(progress: Progress): void;
  /** A limit was reached and training has paused. */
  stopped(progress: Progress): void;
  checkpoint(state: TrainerState): void;
  notFinite(step: number, learningRate: number): void;
  /** Draws and sends a frame; resolves when it is on its way. */
  frame(playing: boolean): Promise<void>;
  failed(error: unknown): void;
  memory(): { bytes: number; tensors: number };
}

export interface LoopOptions<S> {
  readonly trainer: Trainer<S, Model<S>>;
  readonly trainCount: number;
  readonly testCount: number;
  readonly events: LoopEvents;
}

export interface Loop {
  play(until: Until): void;
  /** Stops before the next step; answered at once, whatever else is still being computed. */
  pause(): Progress;
  step(count: number): Promise<Progress>;
  /** The row and the frame of the step it stands at. */
  settle(): Promise<void>;
  frameDrawn(): void;
  /** Work that must not meet a step half-way. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  dispose(): Promise<void>;
}

/**
 * Steps between two rows of the curves. It depends on nothing but the size of an epoch, so that a run has its
 * rows at the same steps on every machine.
 */
export function rowInterval(stepsPerEpoch: number): number {
  return Math.min(200, Math.max(10, stepsPerEpoch));
}

/** Runs a trainer in slices, and between them logs, draws, saves and listens. */
export function createLoop<S>({ trainer, trainCount, testCount, events }: LoopOptions<S>): Loop {
  const exclusive = createMutex();
  const speed = createSpeedometer();
  let disposed = false;
  /** The parameters are no longer numbers: nothing to draw, log or save. */
  let broken = false;
  let playing: { until: Until; startedAt: number } | null = null;
  let running = false;
  let pauses = 0;
  let rows = emptyRows();
  let lastRow = -1;
  let lastMetrics: Record<string, number> = {};
  let lastProgress = 0;
  let lastCheckpoint = performance.now();
  let checkpointCost = 0;
  let frameReady = true;
  let frameStep = -1;
  let frameAt = 0;
  let frameCost = 0;
  let frameFine = false;

  const interval = () => rowInterval(trainer.stepsPerEpoch);

  function progress(): Progress {
    const taken = rows;
    rows = emptyRows();
    lastProgress = performance.now();
    const { bytes, tensors } = events.memory();
    const stepsPerSecond = playing ? speed.perSecond() : 0;
    return {
      step: trainer.step,
      epoch: trainer.place.epoch,
      stepsPerSecond,
      examplesPerSecond: stepsPerSecond * trainer.settings.batchSize,
      memoryBytes: bytes,
      tensors,
      rows: taken,
    };
  }

  async function logRow(): Promise<void> {
    if (lastRow === trainer.step) return;
    lastRow = trainer.step;
    const step = trainer.step;
    const row: Record<string, number> = { learningRate: trainer.learningRate };
    Object.assign(row, await evaluate(trainer, 'train', Math.min(trainCount, evaluatedExamples)));
    if (testCount > 0) {
      const test = await evaluate(trainer, 'test', Math.min(testCount, evaluatedExamples));
      for (const [name, value] of Object.entries(test))
        row[`test${name.charAt(0).toUpperCase()}${name.slice(1)}`] = value;
    }
    lastMetrics = row;
    addRow(rows, step, row);
  }

  function limitReached({ until, startedAt }: { until: Until; startedAt: number }): boolean {
    if (until.step !== undefined && trainer.step >= until.step) return true;
    if (until.epoch !== undefined && trainer.place.epoch >= until.epoch) return true;
    if (until.seconds !== undefined && performance.now() - startedAt >= until.seconds * 1000) return true;
    if (!until.metric) return false;
    const [name, op, value] = until.metric;
    const current = lastMetrics[name];
    if (current === undefined) return false;
    return op === '<' ? current < value : current > value;
  }

  /** Steps up to a limit: its step, or the beginning of its epoch. */
  function stepsUntil({ step = Number.POSITIVE_INFINITY, epoch = Number.POSITIVE_INFINITY }: Until): number {
    const { place, settings } = trainer;
    const inThisEpoch = Math.max(1, Math.floor((trainCount - place.position) / settings.batchSize));
    const epochs = epoch - place.epoch;
    const toEpoch = epochs <= 0 ? 0 : inThisEpoch + (epochs - 1) * trainer.stepsPerEpoch;
    return Math.max(0, Math.min(step - trainer.step, toEpoch));
  }

  /** Steps until the slice's time is over, a row is due or a limit is met. Returns false when a loss was not finite. */
  async function slice(until: Until): Promise<boolean> {
    const started = performance.now();
    const first = trainer.step;
    const elapsed = () => performance.now() - started;
    do {
      const toRow = interval() - (trainer.step % interval());
      trainer.run(Math.min(speed.stepsWithin(sliceBudget - elapsed()), toRow, stepsUntil(until)));
    } while (elapsed() < sliceBudget && trainer.step % interval() !== 0 && stepsUntil(until) > 0);
    const done = trainer.step - first;
    const losses = await trainer.takeLosses();
    speed.add(done, elapsed());
    const bad = losses.findIndex((loss) => !Number.isFinite(loss));
    if (bad === -1) return true;
    broken = true;
    events.notFinite(first + bad + 1, trainer.learningRate);
    return false;
  }

  async function maybeFrame(): Promise<void> {
    const fine = !playing;
    if (!frameReady || disposed || broken || (frameStep === trainer.step && (frameFine || !fine))) return;
    if (playing && performance.now() - frameAt < Math.max(33, frameCost / sideShare)) return;
    frameReady = false;
    frameStep = trainer.step;
    frameFine = fine;
    const started = performance.now();
    await events.frame(!fine);
    frameAt = performance.now();
    // A fine frame says nothing of what the quick ones will cost.
    if (!fine) frameCost = frameAt - started;
  }

  async function maybeCheckpoint(): Promise<void> {
    const now = performance.now();
    if (now - lastCheckpoint < Math.max(checkpointInterval, checkpointCost / sideShare)) return;
    const state = await trainer.state();
    lastCheckpoint = performance.now();
    checkpointCost = lastCheckpoint - now;
    if (state.parameters.every(Number.isFinite)) events.checkpoint(state);
  }

  /** One slice and what follows it. */
  async function beat(): Promise<void> {
    if (!playing || disposed) return;
    const asked = playing;
    if (!(await slice(asked.until))) {
      playing = null;
      return;
    }
    if (trainer.step % interval() === 0) await logRow();
    // Whoever paused, or asked for something else, while a row was computed is not answered for.
    if (playing === asked && limitReached(asked)) {
      await logRow();
      if (playing === asked) {
        playing = null;
        await maybeFrame();
        events.stopped(progress());
      }
      return;
    }
    await maybeFrame();
    if (playing === asked) await maybeCheckpoint();
    if (performance.now() - lastProgress >= progressInterval) events.progress(progress());
  }

  /** After a pause: the row and the frame of the step it came to rest at. */
  async function settle(): Promise<void> {
    if (disposed || broken) return;
    await logRow();
    await maybeFrame();
    events.progress(progress());
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (playing && !disposed) {
        await exclusive(beat);
        await breathe();
      }
      if (!disposed) await exclusive(settle);
    } catch (error) {
      playing = null;
      if (!disposed) events.failed(error);
    } finally {
      running = false;
      if (playing && !disposed) void run();
    }
  }

  return {
    play(until) {
      if (disposed) return;
      playing = { until, startedAt: performance.now() };
      speed.restart();
      lastCheckpoint = performance.now();
      if (limitReached(playing)) {
        playing = null;
        events.stopped(progress());
        return;
      }
      void run();
    },
    pause() {
      playing = null;
      pauses += 1;
      return progress();
    },
    async step(count) {
      const end = trainer.step + count;
      const before = pauses;
      while (trainer.step < end && pauses === before && !broken && !disposed) {
        await exclusive(async () => {
          if (!disposed && (await slice({ step: end })) && trainer.step % interval() === 0) await logRow();
          if (performance.now() - lastProgress >= progressInterval) events.progress(progress());
        });
        await breathe();
      }
      await exclusive(settle);
      return progress();
    },
    frameDrawn() {
      frameReady = true;
      if (!playing) void exclusive(maybeFrame).catch(events.failed);
    },
    settle: () => exclusive(settle),
    exclusive,
    async dispose() {
      disposed = true;
      playing = null;
      await exclusive(async () => trainer.dispose());
    },
  };
}

function emptyRows(): { step: number[]; values: Record<string, number[]> } {
  return { step: [], values: {} };
}

function addRow(rows: ReturnType<typeof emptyRows> & SeriesRows, step: number, row: Record<string, number>): void {
  for (const [name, value] of Object.entries(row)) {
    rows.values[name] ??= new Array<number>(rows.step.length).fill(Number.NaN);
    rows.values[name].push(value);
  }
  rows.step.push(step);
}

/** How fast steps have been going lately. */
function createSpeedometer() {
  let steps = 0;
  let since = performance.now();
  let rate = 0;
  let msPerStep = 0;
  return {
    restart() {
      steps = 0;
      rate = 0;
      since = performance.now();
    },
    add(count: number, milliseconds: number) {
      steps += count;
      const each = milliseconds / count;
      msPerStep = msPerStep === 0 ? each : 0.7 * msPerStep + 0.3 * each;
    },
    /** Steps that fit into a time, by what the last ones took; 1 as long as nothing is known. */
    stepsWithin: (milliseconds: number) => (msPerStep === 0 ? 1 : Math.max(1, Math.floor(milliseconds / msPerStep))),
    perSecond() {
      const elapsed = performance.now() - since;
      if (elapsed >= 500) {
        rate = (steps * 1000) / elapsed;
        steps = 0;
        since = performance.now();
      } else if (rate === 0 && elapsed > 50) {
        return (steps * 1000) / elapsed;
      }
      return rate;
    },
  };
}
