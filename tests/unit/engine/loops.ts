import { breathe } from '../../../src/engine/breathe';
import { createLoop, type Loop } from '../../../src/engine/loop';
import * as tf from '../../../src/engine/tf';
import type { Trainer, TrainerState } from '../../../src/engine/trainer';
import type { NetConfig } from '../../../src/families';
import type { NetSettings } from '../../../src/families/net/model';
import type { Progress } from '../../../src/training/progress';
import { datasetOf, trainerOf } from './helpers';

export interface Row extends Readonly<Record<string, number>> {
  readonly step: number;
}

/** A loop on a real trainer, and all that it said. */
export interface Watched {
  readonly loop: Loop;
  readonly trainer: Trainer<NetSettings>;
  readonly rows: Row[];
  readonly progress: Progress[];
  readonly stopped: Progress[];
  readonly frames: { readonly step: number; readonly playing: boolean }[];
  /** When each frame was asked for, by `performance.now()`. */
  readonly frameTimes: number[];
  readonly checkpoints: TrainerState[];
  readonly notFinite: { readonly step: number; readonly learningRate: number }[];
  readonly failures: unknown[];
  /** Takes the rows of a progress that was an answer. */
  keep(progress: Progress): Progress;
  /** Resolves once the loop has come to rest by itself. */
  atRest(): Promise<void>;
}

interface Options {
  /** Draws every frame at once, as a quick page does. */
  readonly drawsFrames?: boolean;
  /** What drawing a frame does. */
  readonly frame?: () => void;
  /** In the place of a trainer's own methods. */
  readonly trainer?: Partial<Trainer<NetSettings>>;
}

/** The trainer with some of its methods replaced; what it computes is asked anew each time. */
function override(trainer: Trainer<NetSettings>, replaced: Partial<Trainer<NetSettings>>): Trainer<NetSettings> {
  return new Proxy(trainer, {
    get: (target, key) => Reflect.get(Object.hasOwn(replaced, key) ? replaced : target, key),
  });
}

export function watchLoop(
  config: NetConfig,
  { drawsFrames = true, frame = () => {}, trainer: replaced = {} }: Options = {},
): Watched {
  const dataset = datasetOf(config);
  const trainer = override(trainerOf(config, undefined, dataset), replaced);
  const rows: Row[] = [];
  const keep = (progress: Progress) => {
    const { step: steps, values } = progress.rows;
    for (const [i, step] of steps.entries()) {
      const metrics = Object.entries(values).map(([name, column]) => [name, column[i] ?? Number.NaN]);
      rows.push({ ...(Object.fromEntries(metrics) as Record<string, number>), step });
    }
    return progress;
  };
  const said: Pick<
    Watched,
    'progress' | 'stopped' | 'frames' | 'frameTimes' | 'checkpoints' | 'notFinite' | 'failures'
  > = {
    progress: [],
    stopped: [],
    frames: [],
    frameTimes: [],
    checkpoints: [],
    notFinite: [],
    failures: [],
  };
  const loop = createLoop({
    trainer,
    trainCount: dataset.train.count,
    seenCount: dataset.train.count,
    testCount: dataset.test.count,
    events: {
      progress: (progress) => said.progress.push(keep(progress)),
      stopped: (progress) => said.stopped.push(keep(progress)),
      checkpoint: (state) => said.checkpoints.push(state),
      notFinite: (step, learningRate) => said.notFinite.push({ step, learningRate }),
      failed: (error) => said.failures.push(error),
      memory: () => ({ bytes: tf.memory().numBytes, tensors: tf.memory().numTensors }),
      async frame(playing) {
        said.frames.push({ step: trainer.step, playing });
        said.frameTimes.push(performance.now());
        frame();
        if (drawsFrames) void breathe().then(() => loop.frameDrawn());
      },
    },
  });
  const ended = () => said.stopped.length + said.notFinite.length + said.failures.length > 0;
  return {
    loop,
    trainer,
    rows,
    keep,
    ...said,
    async atRest() {
      while (!ended()) await breathe();
      for (let i = 0; i < 10; i++) await breathe();
      await loop.exclusive(async () => {});
    },
  };
}

/** Resolves when a condition holds; the loop goes on meanwhile. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await breathe();
}
