import { patchConfig } from '../config/gate';
import { encodeUrl } from '../config/url';
import type { Config } from '../families';
import { outputsOf, sourceMissing } from '../families/info';
import { Problem, toProblem } from '../problem';
import type { BackendId } from '../training/names';
import type { Progress, Until } from '../training/progress';
import { type Client, createClient } from '../worker/client';
import type { Checkpoint, Failure, Look } from '../worker/protocol';
import { createKeeper } from './keeper';
import { dismissNotice, notify, report } from './notices';
import { type PlaygroundState, playgroundStore as store, watchedPace } from './playground';
import { createRecovery } from './recovery';
import { rememberedTimings, rememberTimings } from './remembered';
import { appendRows, emptySeries, type Series, truncateSeries } from './series';
import { createSources, filesOf, type Sources } from './sources';

export interface LoadOptions {
  readonly checkpoint?: Checkpoint | undefined;
  /** Curves to go on from. */
  readonly series?: Series;
  /** Train at once. */
  readonly play?: Until | null;
  /** Measure every backend anew. */
  readonly thorough?: boolean;
}

/** The run in the worker as the page holds it: built, trained, kept, and brought back when it breaks. */
export interface Runner {
  /** The config that the worker's run has; the store's may be ahead of it while a change is under way. */
  readonly applied: Config;
  /** Until when it was asked to train, while it does. */
  readonly training: Until | null;
  /** When the run was built, by `performance.now()`; 0 before there is one. */
  readonly builtAt: number;
  /** What a person brought along. */
  readonly sources: Sources;
  /** Builds a run. Until it stands, the one before goes on; when it is refused, it goes on too. */
  load(config: Config, options: LoadOptions): Promise<void>;
  tune(config: Config): Promise<void>;
  /**
   * Trains, at the chosen pace or in a hurry, as soon as the changes under way are through, unless a pause is asked for meanwhile; resolves at rest.
   * @throws {Problem} where nothing can be trained, or training broke.
   */
  play(until: Until, changes: Promise<void> | null, hurry?: boolean): Promise<void>;
  pause(): Promise<void>;
  step(count: number): Promise<void>;
  /** Takes what the person asks to see of the model, now and of the runs to come. */
  look(look: Look): void;
  /** New limits, or another pace, for the training that is under way. */
  limit(until: Until): void;
  repace(): void;
  /** The run as it stands, or as it last was sound. @throws {Problem} where it never was. */
  checkpoint(): Promise<Checkpoint>;
  /** Failures are forgotten, and every backend is tried again. */
  forgive(): void;
  readonly request: Client['request'];
  readonly notify: Client['notify'];
}

const set = (state: Partial<PlaygroundState>) => store.setState(state);
const get = () => store.getState();

export function createRunner(): Runner {
  const recovery = createRecovery();
  /** The run that the page shows, and the last one asked for. */
  let runId = 0;
  let lastRunId = 0;
  let loading: Promise<unknown> = Promise.resolve();
  /** How often pause was asked for: a run that is being built does not start after one. */
  let pauses = 0;
  let applied = get().config;
  let looked: Look | null = null;
  let training: Until | null = null;
  /** Whether a script waits for it. */
  let hurried = false;
  let builtAt = 0;
  let stopped: (() => void)[] = [];
  const keeper = createKeeper(() => {
    const { run, series, notices } = get();
    // The opening run repeats itself, and a run that is still on offer must not be written over.
    const offered = notices.some(({ problem }) => problem.key === 'resumeOffered');
    if (offered || encodeUrl(applied) === '') return null;
    return { series, sources: filesOf(run?.config ?? applied, sources.files) };
  });

  const client = createClient({
    died: () => void recover({ key: 'workerLost', backend: null, memory: false, reason: 'worker' }),
    event(message) {
      if (message.runId !== runId) return;
      switch (message.kind) {
        case 'progress':
          showProgress(message.progress);
          return;
        case 'frame':
          set({ frame: { step: message.step, frame: message.frame } });
          return;
        case 'stopped':
          showProgress(message.progress);
          rest('paused');
          void keepPaused();
          return;
        case 'checkpoint':
          keeper.keep(message.checkpoint, training === null);
          recovery.progressed();
          return;
        case 'failed':
          fail(message.failure);
          return;
        default:
          message satisfies never;
      }
    },
  });

  const sources = createSources((request) => client.request(request));

  function showProgress({ rows, tensors: _, ...figures }: Progress): void {
    set({ ...figures, series: appendRows(get().series, rows) });
  }

  /** Training has come to rest. */
  function rest(phase: 'paused' | 'failed' | 'ready'): void {
    training = null;
    set({ phase, stepsPerSecond: 0, examplesPerSecond: 0 });
    const waiting = stopped;
    stopped = [];
    for (const resolve of waiting) resolve();
  }

  /** A run at rest is saved as it stands. */
  async function keepPaused(): Promise<void> {
    const id = runId;
    const taken = await client.request({ kind: 'checkpoint' }).catch(() => null);
    if (taken && id === runId) keeper.keep(taken, true);
  }

  function fail(failure: Failure): void {
    switch (failure.cause) {
      case 'not-finite':
        failNotFinite(failure.step, failure.learningRate);
        return;
      case 'device-lost':
        void recover({ key: 'deviceLost', backend: failure.backend, memory: false, reason: failure.reason });
        return;
      case 'out-of-memory':
        void recover({ key: 'outOfMemory', backend: failure.backend, memory: true, reason: failure.reason });
        return;
      case 'unexpected':
        set({ error: failure.problem });
        rest('failed');
        return;
      default:
        failure satisfies never;
    }
  }

  function failNotFinite(step: number, learningRate: number): void {
    const good = keeper.soundest;
    const values = { step, good: good?.step ?? 0, learningRate: Number(learningRate.toPrecision(3)) };
    const problem = { key: 'lossNotFinite', values } as const;
    set({ error: problem });
    rest('failed');
    const run = async () => {
      const config = patchConfig(applied, { train: { learningRate: Math.max(applied.train.learningRate / 10, 1e-5) } });
      const back = good && { ...good, config };
      await load(config, {
        checkpoint: back ?? undefined,
        series: truncateSeries(get().series, values.good),
        play: get().stop,
      });
    };
    notify('problem', problem, { label: 'restoreSlower', run: () => void report(run()) });
  }

  /** A new worker goes on from the last checkpoint. */
  async function recover(cause: {
    key: 'deviceLost' | 'outOfMemory' | 'workerLost';
    backend: BackendId | null;
    memory: boolean;
    reason: string;
  }): Promise<void> {
    const goOn = recovery.failed(cause.backend, cause.memory);
    client.restart();
    await sources.giveAgain();
    if (!goOn) {
      set({ error: { key: 'recoveryFailed', values: { count: recovery.inARow, reason: cause.reason } } });
      rest('failed');
      return;
    }
    try {
      const from = keeper.latest ?? undefined;
      const step = from?.step ?? 0;
      await load(applied, {
        checkpoint: from && { ...from, config: applied },
        series: truncateSeries(get().series, step),
        play: training,
      });
      const values = { step, backend: cause.backend ?? '', next: get().backend ?? '' };
      notify('warning', { key: cause.key, values });
    } catch (error) {
      set({ error: toProblem(error).toData() });
      rest('failed');
    }
  }

  /** Builds a run in the worker. Until it stands, the one before goes on. */
  function load(config: Config, options: LoadOptions): Promise<void> {
    const loaded = build(config, options);
    loading = loaded.catch(() => undefined);
    return loaded;
  }

  async function build(
    config: Config,
    { checkpoint: from, series = emptySeries, play = null, thorough = false }: LoadOptions,
  ): Promise<void> {
    lastRunId += 1;
    const id = lastRunId;
    const pausesBefore = pauses;
    const configBefore = get().config;
    set({ phase: 'loading' });
    const description = await client
      .request({
        kind: 'load',
        runId: id,
        config,
        ...(from && { checkpoint: from }),
        avoid: recovery.avoid,
        remembered: thorough ? {} : rememberedTimings(),
        thorough,
      })
      .catch((error: unknown) => {
        if (get().run) set({ phase: training ? 'training' : 'paused' });
        else set({ phase: 'failed', error: toProblem(error).toData() });
        throw error;
      });
    runId = id;
    applied = config;
    builtAt = performance.now();
    keeper.begin(from ?? null);
    rememberTimings(description.shape, description.timings);
    // What stopped the run before is over.
    const { error, notices } = get();
    for (const { id, problem } of notices) if (['lossNotFinite', error?.key].includes(problem.key)) dismissNotice(id);
    if (config.backend !== 'auto' && config.backend !== description.backend && !recovery.avoid.includes(config.backend))
      notify('warning', { key: 'backendReplaced', values: { backend: config.backend, next: description.backend } });
    const { run: before } = get();
    const alike =
      before && before.config.family === config.family && outputsOf(before.info) === outputsOf(description.info);
    set({
      // What was changed meanwhile stands, and is brought to the worker next.
      ...(get().config === configBefore && { config }),
      run: description,
      // The picture before serves until the next one comes, unless it would be read by the wrong classes.
      ...(!alike && { frame: null }),
      backend: description.backend,
      runner: description.runner,
      step: from?.step ?? 0,
      epoch: from?.epoch ?? 0,
      stepsPerSecond: 0,
      examplesPerSecond: 0,
      series,
      error: null,
    });
    if (looked) client.notify({ kind: 'look', look: looked });
    if (play && description.trainable && pauses === pausesBefore) start(play);
    else rest('ready');
  }

  function start(until: Until): void {
    training = until;
    set({ phase: 'training', error: null });
    const paced = !hurried && get().pace === 'watch';
    client.notify({ kind: 'play', until, ...(paced && { stepsPerSecond: watchedPace }) });
  }

  /** @throws {Problem} where there is nothing that could be trained. */
  function assertTrainable(): void {
    const { run, error } = get();
    if (error) throw Problem.from(error);
    if (!run) throw new Problem('noModel');
    if (!run.trainable) throw new Problem(sourceMissing(run.info), { name: run.info.name, rows: run.info.rows });
  }

  function isMet({ step, epoch }: Until): boolean {
    const now = get();
    return (step !== undefined && now.step >= step) || (epoch !== undefined && now.epoch >= epoch);
  }

  async function pause(): Promise<void> {
    pauses += 1;
    if (!training) return;
    training = null;
    // A worker that ends instead of answering has paused as well.
    const progress = await client.request({ kind: 'pause' }).catch(() => null);
    if (progress) showProgress(progress);
    rest('paused');
    void keepPaused();
  }

  return {
    get applied() {
      return applied;
    },
    get training() {
      return training;
    },
    get builtAt() {
      return builtAt;
    },
    sources,
    load,
    async tune(config) {
      await loading;
      await client.request({ kind: 'tune', config });
      applied = config;
    },
    async play(until, changes, hurry = false) {
      const pausesBefore = pauses;
      await changes;
      await loading;
      if (pauses !== pausesBefore) return;
      assertTrainable();
      if (isMet(until)) {
        notify('info', { key: 'stopMet', values: {} });
        return;
      }
      hurried = hurry;
      const rested = new Promise<void>((resolve) => stopped.push(resolve));
      start(until);
      await rested;
      const { error } = get();
      if (error) throw Problem.from(error);
    },
    pause,
    async step(count) {
      await pause();
      await loading;
      assertTrainable();
      showProgress(await client.request({ kind: 'step', count }));
      if (get().phase !== 'failed') set({ phase: 'paused' });
    },
    look(look) {
      looked = look;
      client.notify({ kind: 'look', look });
    },
    limit(until) {
      if (training) start(until);
    },
    repace() {
      hurried = false;
      if (training) start(training);
    },
    async checkpoint() {
      const taken = await client.request({ kind: 'checkpoint' });
      const sound = taken.parameters.every(Number.isFinite) ? taken : keeper.soundest;
      if (!sound) throw new Problem('noSoundWeights');
      return sound;
    },
    forgive: () => recovery.reset(),
    request: (request) => client.request(request),
    notify: (notification) => client.notify(notification),
  };
}
