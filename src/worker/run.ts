import { largestTensor, startBackend } from '../engine/backends';
import { evaluate } from '../engine/evaluate';
import { createLoop, type Loop, type LoopEvents } from '../engine/loop';
import { fastest, measureBackends } from '../engine/measure';
import { assertFits, estimateBytes, memoryLimit, tooLarge } from '../engine/memory';
import type { Model, ParameterSpec } from '../engine/model';
import { rowFloats } from '../engine/rows';
import { createTrainer, startState, type TrainerOptions, type TrainerState } from '../engine/trainer';
import type { Config } from '../families';
import type { Augmented, AugmentRequest } from '../families/gen/augment';
import { type Answer, type RawInput, seriesKeys } from '../families/info';
import { workOf } from '../families/models';
import type { Sources } from '../families/work';
import type { Exclusive } from '../mutex';
import { Problem } from '../problem';
import { type BackendId, backendIds, type StepMode } from '../training/names';
import type { Metrics, Timing } from '../training/progress';
import type {
  Checkpoint,
  Frame,
  Generated,
  GenerateRequest,
  Look,
  NearestPictures,
  RunDescription,
  WalkRequest,
} from './protocol';

export interface RunRequest {
  readonly config: Config;
  readonly checkpoint: Checkpoint | undefined;
  readonly sources: Sources;
  readonly avoid: readonly BackendId[];
  readonly remembered: Readonly<Record<string, readonly Timing[]>>;
  readonly thorough: boolean;
}

export interface RunEvents extends Omit<LoopEvents, 'frame' | 'checkpoint'> {
  frame(frame: Frame, step: number): void;
  checkpoint(checkpoint: Checkpoint): void;
}

/** A model in training, as the session sees it. */
export interface Run {
  readonly description: RunDescription;
  readonly loop: Loop;
  /** @throws {Problem} where the new settings do not suit the data; nothing is changed then. */
  tune(config: Config): void;
  evaluate(split: 'train' | 'test'): Promise<Metrics>;
  /** @throws {Problem} for inputs that cannot be read, and a series that there is not. */
  predict(rows: readonly RawInput[], series?: string): Promise<readonly Answer[]>;
  /** Training goes on meanwhile. @throws {Problem} for a model that makes nothing of the kind, and where the run goes first. */
  generate(request: GenerateRequest): Promise<Generated>;
  /** Training goes on meanwhile. @throws {Problem} for a model that makes nothing with classes. */
  augment(request: AugmentRequest): Promise<Augmented>;
  /** Of pictures. @throws {Problem} of anything else. */
  nearest(picture: Uint8Array): Promise<NearestPictures>;
  /** The same. */
  walk(request: WalkRequest): Promise<Uint8Array>;
  look(look: Look): void;
  checkpoint(): Promise<Checkpoint>;
  dispose(): Promise<void>;
}

/** Keys of series that a message tells. */
const keysTold = 40;

function checkBatch(config: Config, count: number): void {
  const { batchSize } = config.train;
  if (count === 0) throw new Problem('noTrainingExamples');
  if (batchSize > count) throw new Problem('batchTooLarge', { batchSize, count });
}

/** @throws {Problem} naming the first tensor that is not the model's. */
function checkTensors(expected: readonly ParameterSpec[], { tensors }: Checkpoint): void {
  expected.forEach(({ name, shape }, i) => {
    const found = tensors[i];
    const field = `tensors[${i}]`;
    if (!found) throw new Problem('weightsMissing', { field: `${field} (${name})` });
    if (found.name !== name || found.shape.join() !== shape.join())
      throw new Problem('weightsShape', {
        field,
        expected: describe(name, shape),
        found: describe(found.name, found.shape),
      });
  });
  if (tensors.length > expected.length)
    throw new Problem('weightsShape', { field: 'tensors', expected: expected.length, found: tensors.length });
}

const describe = (name: string, shape: readonly number[]) => `${name} [${shape.join(', ')}]`;

async function chooseBackend<S>(
  request: RunRequest,
  options: TrainerOptions<S, Model<S>>,
  shape: string,
  bytes: number,
): Promise<{ backend: BackendId; mode: StepMode; timings: readonly Timing[] }> {
  const { config, avoid, remembered } = request;
  const usable = (id: BackendId) => !avoid.includes(id) && bytes <= memoryLimit(id);
  if (config.backend !== 'auto' && !avoid.includes(config.backend)) {
    assertFits(bytes, config.backend);
    const { available } = await startBackend(config.backend);
    // A link or a file may ask for what this machine lacks: the page tells, and the fastest one is taken.
    if (available) {
      const timings = remembered[shape] ?? [];
      const mode = fastest(timings.filter(({ backend }) => backend === config.backend))?.mode ?? 'recorded';
      return { backend: config.backend, mode, timings };
    }
  }
  if (!backendIds.some(usable)) assertFits(bytes, 'webgpu');
  const known = remembered[shape];
  const best = known && fastest(known.filter(({ backend }) => usable(backend)));
  if (known && best && (await startBackend(best.backend)).available) return { ...best, timings: known };
  // Weights that came without their table cannot be stepped, and so not timed.
  if (options.train.count === 0) return { backend: 'cpu', mode: 'eager', timings: [] };
  const timings = await measureBackends(options, usable, request.thorough);
  const chosen = fastest(timings);
  if (!chosen) throw new Problem('noBackend', { reason: timings.map((t) => t.backend).join(', ') || 'none usable' });
  return { ...chosen, timings };
}

/** Builds a run: data, model, backend, trainer and loop. @throws {Problem} where the config cannot be carried out. */
export async function createRun(request: RunRequest, events: RunEvents): Promise<Run> {
  const { config: initial, checkpoint } = request;
  const work = workOf(initial, request.sources, checkpoint?.info);
  const { info, notes, points, model, train, test } = work;
  const trainingOf = (config: Config) => work.training?.(config) ?? config.train;
  const trainable = train.count > 0;
  if (trainable || !checkpoint) checkBatch(initial, train.count);
  if (checkpoint) checkTensors(model.parameters, checkpoint);
  const bytes = estimateBytes(model, {
    batchSize: initial.train.batchSize,
    dataFloats: rowFloats(train) + rowFloats(test),
  });
  // Before its weights are drawn, which takes as long as it is large.
  if (!backendIds.some((id) => bytes <= memoryLimit(id))) assertFits(bytes, 'webgpu');
  const options = {
    model,
    train,
    ...(work.seen ? { seen: work.seen } : {}),
    test,
    seed: initial.seed,
    modelSettings: work.settings(initial),
    settings: trainingOf(initial),
    from: checkpoint ?? startState(model, initial.seed),
  };
  const shape = `${initial.family} ${work.shape} b${initial.train.batchSize} ${initial.train.optimizer}`;
  const { backend, mode, timings } = await chooseBackend(request, options, shape, bytes);
  const report = await startBackend(backend);
  if (!report.available) throw new Problem('backendUnavailable', { backend, reason: report.reason ?? 'failed' });

  const vectorBytes = 4 * options.from.parameters.length;
  if (vectorBytes > largestTensor(backend)) throw tooLarge(vectorBytes, largestTensor(backend), backend);

  let config = initial;
  const trainer = createTrainer({ ...options, mode });
  const tensors = trainer.layout.specs.map(({ name, shape }) => ({ name, shape }));
  const toCheckpoint = (state: TrainerState): Checkpoint => ({ ...state, config, info, tensors });
  const loop = createLoop({
    trainer,
    trainCount: train.count,
    seenCount: (work.seen ?? train).count,
    testCount: test.count,
    scores: async () => work.scores?.(trainer) ?? {},
    ...(work.quality && { quality: async () => work.quality?.(trainer, false) ?? {} }),
    events: {
      ...events,
      checkpoint: (state) => events.checkpoint(toCheckpoint(state)),
      async frame(playing) {
        const { step } = trainer;
        events.frame(await work.frame(trainer, !playing), step);
      },
    },
  });

  /** Between two beats of the training, as long as there is one. */
  const turn: Exclusive = (piece) =>
    loop.exclusive(() => {
      if (loop.disposed) throw new Problem('runReplaced');
      return piece();
    });

  return {
    loop,
    description: {
      config,
      info,
      notes,
      backend,
      device: report.device ?? backend,
      runner: { mode: trainer.runner.mode, refusal: trainer.runner.refusal },
      timings,
      shape,
      parameters: trainer.layout.total,
      trainCount: train.count,
      testCount: test.count,
      stepsPerEpoch: trainer.stepsPerEpoch,
      points,
      pictures: work.pictures ?? null,
      table: work.table ?? null,
      trainable,
    },
    tune(next) {
      if (trainable) checkBatch(next, train.count);
      trainer.tune(work.settings(next), trainingOf(next));
      config = next;
    },
    evaluate: (split) =>
      loop.exclusive(async () => {
        const { count } = split === 'train' ? train : test;
        if (count === 0) throw new Problem('splitEmpty', { split });
        const scored = split === 'test' || test.count === 0;
        return {
          ...(await evaluate(trainer, split, count)),
          ...(scored && (await work.scores?.(trainer))),
          ...(await work.quality?.(trainer, true)),
        };
      }),
    predict: (rows, series = '') =>
      loop.exclusive(() => {
        const keys = seriesKeys(info);
        const place = series === '' ? 0 : keys.indexOf(series);
        if (place < 0) {
          const options = keys.filter((key) => key !== '').slice(0, keysTold);
          throw new Problem('noSuchSeries', {
            name: info.name,
            found: series.slice(0, 60),
            options: options.join(', ') || '–',
          });
        }
        return work.predict(trainer, rows, place);
      }),
    generate: async (asked) => {
      if (!work.generate) throw new Problem(asked.kind === 'text' ? 'notText' : 'notSamples', { name: info.name });
      return work.generate(trainer, asked, turn);
    },
    augment: async (asked) => {
      if (!work.augment) throw new Problem('noClassesToHelp', { name: info.name });
      return work.augment(trainer, asked, turn);
    },
    nearest: (picture) =>
      loop.exclusive(async () => {
        if (!work.nearest) throw new Problem('notPictures', { name: info.name });
        return work.nearest(picture);
      }),
    walk: (asked) =>
      loop.exclusive(async () => {
        if (!work.walk) throw new Problem('notPictures', { name: info.name });
        return work.walk(trainer, asked);
      }),
    look(look) {
      work.look?.(look);
      loop.redraw();
    },
    checkpoint: () =>
      loop.exclusive(async () => {
        // Of the moment at which the state is taken: settings may change while it is on its way.
        const taken = config;
        return { ...toCheckpoint(await trainer.state()), config: taken };
      }),
    async dispose() {
      await loop.dispose();
      work.dispose?.();
    },
  };
}
