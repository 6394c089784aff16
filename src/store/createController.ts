import { changeBetween, patchConfig, presetConfig } from '../config/gate';
import { encodeUrl } from '../config/url';
import type { Config, GenConfig } from '../families';
import { parseWeights } from '../formats/parseWeights';
import { encodeWeights } from '../formats/weights';
import { createMutex } from '../mutex';
import type { Checkpoint } from '../worker/protocol';
import type { Controller } from './controller';
import { drawnConfig } from './drawnConfig';
import { readLastRun } from './lastRun';
import { dismissNotice, notify, report } from './notices';
import { picturesConfig } from './picturesConfig';
import { playgroundStore as store } from './playground';
import { createRunner } from './runner';
import { truncateSeries } from './series';
import { tableConfig } from './tableConfig';
import { textConfig } from './textConfig';

/** Milliseconds from which on a run is offered back when a changed setting takes its place. */
const worthUndoing = 10_000;

const get = () => store.getState();

export function createController(): Controller {
  const runner = createRunner();
  const { load, request, sources } = runner;
  /** Whatever puts another run in place of this one, one at a time. */
  const exclusive = createMutex();
  let replacing = 0;
  let applying: Promise<void> | null = null;

  /** Keeps the run that is about to be replaced; the function returned offers it back once it has been. */
  async function offerUndo(): Promise<() => void> {
    const { run, step, series } = get();
    const { files } = sources;
    if (!run?.trainable || step === 0) return () => {};
    const kept = await runner.checkpoint().catch(() => null);
    if (!kept || kept.step === 0) return () => {};
    const undo = async () => {
      await sources.restore(files);
      await load(kept.config, { checkpoint: kept, series: truncateSeries(series, kept.step) });
    };
    const action = { label: 'undo', run: () => void report(alone(undo)) } as const;
    return () => void notify('info', { key: 'startedOver', values: { step: kept.step } }, action);
  }

  /** The run goes on with another config, on the backend that it now asks for. */
  async function move(config: Config, thorough = false): Promise<void> {
    const checkpoint = await runner.checkpoint();
    const { series } = get();
    await load(config, { checkpoint: { ...checkpoint, config }, series, play: runner.training, thorough });
  }

  async function apply(config: Config): Promise<void> {
    switch (changeBetween(runner.applied, config)) {
      case 'none':
        return;
      case 'live':
        await runner.tune(config);
        return;
      case 'move':
        await move(config);
        return;
      case 'rebuild': {
        const offer = performance.now() - runner.builtAt > worthUndoing ? await offerUndo() : () => {};
        await load(config, { play: runner.training });
        offer();
      }
    }
  }

  /** Brings the worker's run to the store's config; changes that arrive meanwhile are taken together. */
  function settle(): Promise<void> {
    applying ??= (async () => {
      try {
        while (changeBetween(runner.applied, get().config) !== 'none') {
          const target = get().config;
          try {
            await apply(target);
          } catch (error) {
            if (get().config !== target) continue;
            store.setState({ config: runner.applied });
            throw error;
          }
        }
      } finally {
        applying = null;
      }
    })();
    return applying;
  }

  /** Offers the run of the last visit, unless it was only the page's opening one. */
  async function offerLastRun(): Promise<void> {
    const last = await readLastRun();
    if (!last || last.checkpoint.step === 0 || encodeUrl(last.checkpoint.config) === '') return;
    const { checkpoint, series, sources: files } = last;
    const resume = async () => {
      await sources.restore(files);
      await load(checkpoint.config, { checkpoint, series });
    };
    const action = { label: 'resume', run: () => void report(alone(resume)) } as const;
    notify('info', { key: 'resumeOffered', values: { step: checkpoint.step } }, action);
  }

  /** Waits for settings on their way and other replacements, and holds up settings that are changed meanwhile. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    replacing += 1;
    try {
      return await exclusive(async () => {
        await applying?.catch(() => undefined);
        return await work();
      });
    } finally {
      replacing -= 1;
    }
  }

  /** Resolves when no replacement is under way. */
  async function replaced(): Promise<void> {
    while (replacing > 0) await exclusive(async () => {});
  }

  /** Resolves when no change of any kind is under way. */
  async function settled(): Promise<void> {
    await replaced();
    await applying?.catch(() => undefined);
  }

  /** Replaces the run by another one, and offers the replaced one back. */
  const replace = (work: () => Promise<void>): Promise<void> =>
    alone(async () => {
      const offer = await offerUndo();
      await work();
      offer();
    });

  /** Steps in which others learn than the config says; then it is as before. */
  async function stepAs(learns: GenConfig['train']['learns'], count: number): Promise<void> {
    const { applied } = runner;
    if (applied.family !== 'gen' || applied.train.learns === learns) return runner.step(count);
    const trained = runner.training !== null;
    await runner.pause();
    // What is kept of a run that has just paused is kept with its own settings.
    if (trained) await runner.checkpoint();
    await runner.tune(patchConfig(applied, { train: { learns } }));
    try {
      await runner.step(count);
    } finally {
      await runner.tune(applied);
    }
  }

  /** Trains on from weights with what has just been read. Returns whether they were trained on such. */
  async function goesOn(checkpoint: Checkpoint): Promise<boolean> {
    const { series, stop } = get();
    try {
      await load(checkpoint.config, { checkpoint, series, play: stop });
      return get().run?.trainable ?? false;
    } catch {
      // Nothing can be made of it by the settings of these weights: it is learned from the start.
      return false;
    }
  }

  /** Reads a file and trains on it; where that cannot be done, everything is as before. */
  const bring = <Summary>(read: () => Promise<Summary>, configFor: (summary: Summary) => Config): Promise<Summary> =>
    alone(async () => {
      const { files } = sources;
      const waiting = get().run?.trainable === false ? await runner.checkpoint() : null;
      const offer = await offerUndo();
      const summary = await read();
      // Weights that came without what they were trained on go on with it, if this is it.
      if (waiting && (await goesOn(waiting))) return summary;
      try {
        await load(configFor(summary), { play: get().stop });
      } catch (error) {
        await sources.restore(files);
        throw error;
      }
      offer();
      return summary;
    });

  return {
    async open() {
      await Promise.all([offerLastRun(), alone(() => load(get().config, { play: get().stop }))]);
    },

    async configure(patch) {
      // A patch belongs on the config that is to come, not on the one that is being replaced.
      await replaced();
      const { config: before, run, stop } = get();
      const config = patchConfig(before, patch);
      if (run && changeBetween(before, config) === 'none') return;
      if (config.backend !== before.backend) runner.forgive();
      store.setState({ config });
      await (run ? settle() : load(config, { play: stop }));
    },

    async preset(id) {
      const config = presetConfig(id, get().config);
      await replace(() => load(config, { play: runner.training }));
    },

    play: (until, options) => runner.play(until ?? get().stop, settled(), options?.hurry),

    pause: runner.pause,
    step: (count = 1, learns) => (learns === undefined ? runner.step(count) : alone(() => stepAs(learns, count))),

    async reset() {
      runner.forgive();
      await replace(async () => {
        await runner.pause();
        await load(get().config, {});
      });
    },

    setStop(stop) {
      store.setState({ stop });
      runner.limit(stop);
    },

    setPace(pace) {
      store.setState({ pace });
      runner.repace();
    },

    loadTable: (file, target) =>
      bring(
        () => sources.readTable(file),
        (summary) => tableConfig(get().config, summary, target),
      ),

    loadDrawing: (file) =>
      bring(
        () => sources.readTable(file),
        () => drawnConfig(get().config),
      ),

    loadText: (file) =>
      bring(
        () => sources.readText(file),
        (summary) => textConfig(get().config, summary),
      ),

    loadPictures: (files) =>
      bring(
        () => sources.readPictures(files),
        (summary) => picturesConfig(get().config, summary),
      ),

    evaluate: (split) => request({ kind: 'evaluate', split }),
    augment: (asked) => request({ kind: 'augment', request: asked }),
    predict: (rows, series) => request({ kind: 'predict', rows, ...(series !== undefined && { series }) }),
    exportWeights: async () => encodeWeights(await runner.checkpoint(), new Date()),

    async importWeights(file) {
      const checkpoint = parseWeights(file);
      await replace(() => load(checkpoint.config, { checkpoint }));
    },

    measureAgain() {
      runner.forgive();
      return alone(() => move(runner.applied, true));
    },

    async surveyBackends() {
      store.setState({ backends: await request({ kind: 'backends' }) });
    },

    generate: (asked) => request({ kind: 'generate', request: asked }),
    nearest: (picture) => request({ kind: 'nearest', picture }),
    walk: (asked) => request({ kind: 'walk', request: asked }),
    look: runner.look,
    frameDrawn: () => runner.notify({ kind: 'frame-drawn' }),
    dismiss: dismissNotice,
  };
}
