import { createMutex } from '../mutex';
import type { Progress, SeriesRows, Until } from '../training/progress';
import { breathe } from './breathe';
import { createEvaluation } from './evaluate';
import { createMeans } from './means';
import type { Model } from './model';
import { createPace, type Pace } from './pace';
import { createSpeedometer } from './speedometer';
import type { Trainer, TrainerState } from './trainer';

/** Milliseconds of work between two looks at waiting messages. */
const longestBeat = 25;
/** The same until the page has drawn the last frame, which is soon to be known; a page that is late is not waited for. */
const waitingBeat = 10;
const lateFrame = 100;
/** Milliseconds between two frames: 30 a second, and some that come late. */
const frameInterval = 30;
/** Milliseconds that a paced training rests at most before it looks around. */
const longestRest = 16;
const progressInterval = 100;
const checkpointInterval = 2000;
/** At most this share of the time goes into frames, and likewise into checkpoints. */
const sideShare = 0.15;
/** Rows of the curves before they become rarer. */
const closeRows = 2000;
/** Examples of each split that the curves are computed from: fewer where a model is costly. */
const evaluatedExamples = { least: 100, most: 1000 };
const evaluatedMultiplyAdds = 4e8;
/** A split that is larger by no more than this is taken whole: its figure is then the one that the page counts. */
const leftOver = 1.5;

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
  /** Examples that can be evaluated. */
  readonly seenCount: number;
  readonly testCount: number;
  /** More for the curves than sums over examples say. */
  readonly quality?: () => Promise<Readonly<Record<string, number>>>;
  /** More metrics, of the test examples where there are any. */
  readonly scores?: () => Promise<Readonly<Record<string, number>>>;
  readonly events: LoopEvents;
}

type Evaluation = ReturnType<typeof createEvaluation>;

export interface Loop {
  /** Trains until a limit, at most so many steps a second. */
  play(until: Until, stepsPerSecond?: number): void;
  /** Stops before the next step; answered at once, whatever else is still being computed. */
  pause(): Progress;
  step(count: number): Promise<Progress>;
  /** The row and the frame of the step it stands at. */
  settle(): Promise<void>;
  frameDrawn(): void;
  /** Another picture of the same step is wanted. */
  redraw(): void;
  /** Work that must not meet a step half-way. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it has been let go of, or is about to be. */
  readonly disposed: boolean;
  dispose(): Promise<void>;
}

/**
 * Steps between two rows of the curves at a step. It depends on nothing else but the size of an epoch, so that a run has
 * its rows at the same steps on every machine. Late in a long run rows are farther apart: a thousand while the number of
 * its steps doubles.
 */
export function rowInterval(stepsPerEpoch: number, step: number): number {
  const first = Math.min(200, Math.max(10, stepsPerEpoch));
  const doublings = Math.floor(Math.log2(step / (first * closeRows))) + 1;
  return first * 2 ** Math.max(0, doublings);
}

/** Runs a trainer in slices, and between them logs, draws, saves and listens. */
export function createLoop<S>(options: LoopOptions<S>): Loop {
  const { trainer, trainCount, seenCount, testCount, scores, quality, events } = options;
  const exclusive = createMutex();
  const speed = createSpeedometer();
  let disposed = false;
  /** The parameters are no longer numbers: nothing to draw, log or save. */
  let broken = false;
  let playing: { until: Until; startedAt: number; pace: Pace } | null = null;
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
  let frameDue = 0;
  /** Milliseconds that the last two took. */
  let frameCosts: readonly [number, number] = [0, 0];
  let frameFine = false;

  const means = createMeans();
  let evaluations: { train: Evaluation; test: Evaluation } | null = null;

  // Samples take longer to judge than sums over examples: their rows are as far apart as those of long epochs.
  const interval = () => rowInterval(quality ? Number.POSITIVE_INFINITY : trainer.stepsPerEpoch, trainer.step);

  function progress(): Progress {
    const taken = rows;
    rows = emptyRows();
    lastProgress = performance.now();
    const { bytes, tensors } = events.memory();
    const { mode, refusal, bytes: runnerBytes } = trainer.runner;
    const stepsPerSecond = playing ? speed.perSecond() : 0;
    return {
      step: trainer.step,
      epoch: trainer.place.epoch,
      stepsPerSecond,
      examplesPerSecond: stepsPerSecond * trainer.drawnPerStep,
      memoryBytes: bytes + runnerBytes,
      runner: { mode, refusal },
      tensors,
      rows: taken,
    };
  }

  async function logRow(): Promise<void> {
    if (lastRow === trainer.step) return;
    lastRow = trainer.step;
    const step = trainer.step;
    const learningRate = { learningRate: trainer.learningRate };
    const { least, most } = evaluatedExamples;
    const some = Math.min(most, Math.max(least, Math.floor(evaluatedMultiplyAdds / trainer.model.multiplyAdds)));
    const taken = (count: number) => (count <= some * leftOver ? count : some);
    evaluations ??= {
      train: createEvaluation(trainer, 'train', taken(seenCount)),
      test: createEvaluation(trainer, 'test', taken(testCount)),
    };
    const [seen, unseen, scored] = await Promise.all([
      evaluations.train(),
      testCount > 0 ? evaluations.test() : null,
      scores?.(),
    ]);
    const [train, test] = unseen ? [seen, { ...unseen, ...scored }] : [{ ...seen, ...scored }, {}];
    const row: Record<string, number> = { ...learningRate, ...means.take(), ...train, ...(await quality?.()) };
    for (const [name, value] of Object.entries(test))
      row[`test${name.charAt(0).toUpperCase()}${name.slice(1)}`] = value;
    lastMetrics = row;
    addRow(rows, step, row);
  }

  const tooEarly = (pace: Pace | undefined) => pace !== undefined && pace.due(trainer.step) < 1;

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
    const { place } = trainer;
    const inThisEpoch = Math.max(1, Math.floor((trainCount - place.position) / trainer.drawnPerStep));
    const epochs = epoch - place.epoch;
    const toEpoch = epochs <= 0 ? 0 : inThisEpoch + (epochs - 1) * trainer.stepsPerEpoch;
    return Math.max(0, Math.min(step - trainer.step, toEpoch));
  }

  /** Steps until it is `end`, a row is due or a limit is met. Returns false when a loss was not finite. */
  async function slice(until: Until, end: number, pace?: Pace): Promise<boolean> {
    const started = performance.now();
    const first = trainer.step;
    let now = started;
    do {
      const toRow = interval() - (trainer.step % interval());
      const steps = Math.min(speed.stepsWithin(end - now), toRow, stepsUntil(until), pace?.due(trainer.step) ?? toRow);
      trainer.run(steps);
      // A GPU takes steps faster than it does them.
      now = Math.max(performance.now(), now + speed.timeOf(steps));
    } while (
      speed.timeOf(1) > 0 &&
      now < end &&
      trainer.step % interval() !== 0 &&
      stepsUntil(until) > 0 &&
      !tooEarly(pace)
    );
    const done = trainer.step - first;
    const losses = await trainer.takeLosses();
    speed.add(done, performance.now() - started);
    const parts = trainer.lossParts;
    if (trainer.model.parts.length > 1) means.add(parts, losses);
    const bad = losses.findIndex((loss) => !Number.isFinite(loss));
    if (bad === -1) return true;
    broken = true;
    events.notFinite(first + Math.floor(bad / parts.length) + 1, trainer.learningRate);
    return false;
  }

  /** When the beat that begins now is to end: in time for a frame. */
  function beatEnd(): number {
    const now = performance.now();
    const toFrame = frameDue - now;
    if (toFrame < -lateFrame) return now + longestBeat;
    return now + (frameReady ? Math.min(longestBeat, Math.max(1, toFrame)) : waitingBeat);
  }

  async function maybeFrame(): Promise<void> {
    const fine = !playing;
    if (!frameReady || disposed || broken || (frameStep === trainer.step && (frameFine || !fine))) return;
    const started = performance.now();
    if (playing && started < frameDue) return;
    frameReady = false;
    frameStep = trainer.step;
    frameFine = fine;
    await events.frame(!fine);
    // A fine frame says nothing of what the quick ones will cost.
    if (!fine) frameCosts = [frameCosts[1], performance.now() - started];
    // One that was held up says little either.
    const interval = Math.max(frameInterval, Math.min(...frameCosts) / sideShare);
    // In time with the frames before, unless one was left out.
    frameDue = (started - frameDue < interval ? frameDue : started) + interval;
  }

  async function maybeCheckpoint(): Promise<void> {
    const now = performance.now();
    if (now - lastCheckpoint < Math.max(checkpointInterval, checkpointCost / sideShare)) return;
    const state = await trainer.state();
    lastCheckpoint = performance.now();
    checkpointCost = lastCheckpoint - now;
    if (state.parameters.every(Number.isFinite)) events.checkpoint(state);
  }

  /** Steps with their rows for a while, and what follows them. */
  async function beat(): Promise<void> {
    if (!playing || disposed) return;
    const asked = playing;
    const end = beatEnd();
    while (!tooEarly(asked.pace) && playing === asked && !limitReached(asked)) {
      if (!(await slice(asked.until, end, asked.pace))) {
        playing = null;
        return;
      }
      if (trainer.step % interval() === 0) await logRow();
      if (performance.now() >= end) break;
    }
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
        const rest = Math.min(longestRest, playing?.pace.wait(trainer.step) ?? 0);
        await (rest > 0 ? new Promise((resolve) => setTimeout(resolve, rest)) : breathe());
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
    play(until, stepsPerSecond = Number.POSITIVE_INFINITY) {
      if (disposed) return;
      playing = { until, startedAt: performance.now(), pace: createPace(stepsPerSecond, trainer.step) };
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
          if (disposed || !(await slice({ step: end }, performance.now() + longestBeat))) return;
          if (trainer.step % interval() === 0) await logRow();
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
    redraw() {
      frameStep = -1;
      if (!playing) void exclusive(maybeFrame).catch(events.failed);
    },
    settle: () => exclusive(settle),
    exclusive,
    get disposed() {
      return disposed;
    },
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
