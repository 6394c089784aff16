import { batchRows } from '../kernels/batch/op';
import { optimize } from '../kernels/optimize/op';
import { type OptimizerName, optimizerSlots, type StepMode } from '../training/names';
import type { Schedule } from '../training/schedule';
import { scheduleShare } from '../training/schedule';
import { type BatchPlace, epochOrder, firstPlace, nextStart, stepsPerEpoch } from './batches';
import { type Carried, createCarried } from './carried';
import { feedLayout, type OptimizerSettings, writeClock, writeCoefficients } from './feed';
import { initialVector, type Layout, layoutOf, nameTensors, pack, penaltyMask, unpack, unpackList } from './layout';
import type { Model, NamedTensors, ParameterSpec, RowModel } from './model';
import { createPass, type Pass } from './record/pass';
import { type DeviceRows, mapRows, type Rows, uploadRows } from './rows';
import { createRunner } from './runner';
import type { StepProgram, StepRunner } from './step';
import * as tf from './tf';

/** Live settings of the training itself; every one may change between two steps. */
export interface TrainSettings extends Schedule, OptimizerSettings {
  readonly learningRate: number;
  readonly batchSize: number;
}

/** The state of a training, on the host: what a checkpoint holds. */
export interface TrainerState extends BatchPlace {
  readonly step: number;
  readonly optimizerSteps: number;
  readonly parameters: Float32Array;
  readonly slots: Readonly<Record<string, Float32Array>>;
  /** State that the model carries from step to step, by name; none of it where every step begins anew. */
  readonly carried?: Readonly<Record<string, Float32Array>>;
}

export interface TrainerOptions<S, M extends Model<S> = RowModel<S>> {
  readonly model: M;
  readonly train: Rows;
  /** What of the training data is evaluated, where that is not `train` itself. */
  readonly seen?: Rows;
  readonly test: Rows;
  readonly seed: number;
  readonly modelSettings: S;
  readonly settings: TrainSettings;
  /** Where to go on, or to begin: see `startState`. */
  readonly from: TrainerState;
  /** How steps are performed; recorded where it can be, unless said otherwise. */
  readonly mode?: StepMode;
}

/** A model in training on the current backend. It owns its tensors until `dispose`. */
export interface Trainer<S, M extends Model<S> = RowModel<S>> {
  readonly layout: Layout;
  readonly model: M;
  readonly place: BatchPlace;
  readonly step: number;
  readonly stepsPerEpoch: number;
  readonly settings: TrainSettings;
  /** The rate of the next step, after the schedule. */
  readonly learningRate: number;
  /** How steps are performed, and why they are not recorded where they could be. */
  readonly runner: Pick<StepRunner, 'mode' | 'refusal' | 'bytes'>;
  /** Applies live settings; optimizer slots that the new optimizer shares are kept. */
  tune(modelSettings: S, settings: TrainSettings): void;
  /** Steps, one after another. Their losses stay on the device until `takeLosses`. */
  run(count: number): void;
  /** Losses of the steps since the last call, in one readback. */
  takeLosses(): Promise<Float32Array>;
  /** Sums of `measure` over one piece of a split. */
  measure(split: 'train' | 'test', start: number, count: number): tf.Tensor1D;
  /** What a function of the parameters of now gives. */
  compute<T extends tf.TensorContainer>(work: (parameters: NamedTensors) => T): T;
  /**
   * The same for a function that is computed again and again, of the parameters and of tensors made once. It goes when
   * the trainer goes.
   */
  repeat<T extends tf.TensorContainer>(
    constants: () => T,
    work: (parameters: NamedTensors, constants: T) => tf.Tensor,
  ): Pick<Pass, 'run'>;
  /** `measure`, again and again. */
  repeatMeasure(split: 'train' | 'test', start: number, count: number): Pick<Pass, 'run'>;
  /** All of it on the host. */
  state(): Promise<TrainerState>;
  dispose(): void;
}

/** Of weights that came without examples. */
const noSteps: Trainer<never>['runner'] = { mode: 'eager', refusal: null, bytes: 0 };

/** The state before the first step. */
export function startState(specs: readonly ParameterSpec[], seed: number): TrainerState {
  return { ...firstPlace, step: 0, optimizerSteps: 0, parameters: initialVector(layoutOf(specs), seed), slots: {} };
}

/** Parameters and slots as the rows of one tensor: what an optimizer changes at every step. */
function uploadState({ parameters, slots }: TrainerState, optimizer: OptimizerName): tf.Tensor2D {
  const names = optimizerSlots[optimizer];
  const values = new Float32Array((1 + names.length) * parameters.length);
  values.set(parameters);
  names.forEach((name, i) => values.set(slots[name] ?? [], (i + 1) * parameters.length));
  return tf.tensor2d(values, [1 + names.length, parameters.length]);
}

/** Puts a model, its data and its state on the current backend. */
export function createTrainer<S, M extends Model<S>>(options: TrainerOptions<S, M>): Trainer<S, M> {
  const { model, seed } = options;
  const layout = layoutOf(model.parameters);
  const { total } = layout;
  const examples = uploadRows(options.train);
  const evaluated = {
    train: options.seen ? uploadRows(options.seen) : examples,
    test: uploadRows(options.test),
  };
  const { count: trainCount, draw } = options.train;
  const mask = tf.tensor1d(penaltyMask(layout));
  let { settings, modelSettings } = options;
  let { step, optimizerSteps } = options.from;
  let place: BatchPlace = { epoch: options.from.epoch, position: options.from.position };
  let state = uploadState(options.from, settings.optimizer);
  let runner: StepRunner | null = null;
  /** Rows of the feed that steps have not yet taken, when it was written for the settings of now. */
  let fed = 0;
  let order: { epoch: number; indices: Int32Array } | null = null;
  let late: Promise<Float32Array>[] = [];
  const carriedBy = (batchSize: number, from: TrainerState['carried']): Carried =>
    createCarried(model.carries ?? [], batchSize, from);
  let carried = carriedBy(settings.batchSize, options.from.carried);

  /** What is repeated; each is told when anything but the parameters' values changes. */
  const passes = new Set<Pass>();

  const structure = () =>
    JSON.stringify([settings.optimizer, settings.batchSize, settings.clipNorm > 0, modelSettings]);
  const rateAt = (at: number) => settings.learningRate * scheduleShare(settings, at);
  const parameters = () => tf.reshape<tf.Rank.R1>(state, [state.size]);

  function orderOf(epoch: number): Int32Array {
    if (order?.epoch !== epoch) order = { epoch, indices: epochOrder(seed, epoch, trainCount) };
    return order.indices;
  }

  const layoutOfFeed = () => feedLayout(1, settings.batchSize * (draw?.rowsPerExample ?? 1));

  /** A step's structure: all that a recording of it holds fast. */
  function programOf(): StepProgram {
    const feed = layoutOfFeed();
    const fixed = { modelSettings, optimizer: settings.optimizer, clipNorm: settings.clipNorm > 0 };
    return {
      feed,
      changing: () => [state, ...carried.tensors()],
      step: (now) =>
        tf.tidy(() => {
          const batch = mapRows(examples, (column) => batchRows(column, now, feed.indices, feed.count));
          const context = { seed, now, carried: carried.enter(now), carry: carried.leave };
          const lossOf = (...tensors: tf.Tensor[]) =>
            model.loss(nameTensors(layout, tensors), batch, fixed.modelSettings, context);
          const { value, grads } = tf.valueAndGrads(lossOf)(unpackList(layout, parameters()));
          const before = state;
          state = tf.keep(
            optimize(before, pack(grads), mask, now, {
              optimizer: fixed.optimizer,
              from: 0,
              count: total,
              coefficients: feed.coefficients[0] as number,
              clipNorm: fixed.clipNorm,
              average: false,
            }),
          );
          before.dispose();
          carried.settle();
          return value;
        }),
    };
  }

  /** Writes the next rows of the feed. */
  function fill(to: StepRunner): void {
    const layout = layoutOfFeed();
    const rows = new Float32Array(layout.rows * layout.width);
    let start = place;
    for (let i = 0; i < layout.rows; i++) {
      start = nextStart(start, trainCount, settings.batchSize);
      const end = start.position + settings.batchSize;
      const drawn = draw?.batch(step + i, settings.batchSize);
      const row = rows.subarray(i * layout.width, (i + 1) * layout.width);
      writeClock(row, step + i, drawn !== undefined && !drawn.fresh);
      writeCoefficients(row, layout.coefficients[0] as number, settings, rateAt(step + i), optimizerSteps + i + 1);
      row.set(drawn?.rows ?? orderOf(start.epoch).subarray(start.position, end), layout.indices);
      start = { epoch: start.epoch, position: end };
    }
    to.feed(rows);
    fed = layout.rows;
  }

  /** Examples of a split, one after another. */
  function rowsOf(split: 'train' | 'test', start: number, count: number): DeviceRows {
    return mapRows(evaluated[split], (column) =>
      tf.slice(column, [start, ...column.shape.slice(1).map(() => 0)], [count, ...column.shape.slice(1)]),
    );
  }

  const repeat: Trainer<S, M>['repeat'] = (constants, work) => {
    const pass = createPass(
      () => [state],
      constants,
      (held) => work(unpack(layout, parameters()), held),
    );
    passes.add(pass);
    return pass;
  };

  function runnerOf(): StepRunner {
    runner ??= createRunner(programOf(), options.mode ?? 'recorded');
    return runner;
  }

  /** Lets go of the runner; the next step builds another. */
  function dropRunner(): void {
    if (!runner) return;
    late.push(runner.takeLosses());
    runner.dispose();
    runner = null;
  }

  return {
    layout,
    model,
    get place() {
      return place;
    },
    get step() {
      return step;
    },
    get stepsPerEpoch() {
      return stepsPerEpoch(trainCount, settings.batchSize);
    },
    get settings() {
      return settings;
    },
    get learningRate() {
      return rateAt(step);
    },
    get runner() {
      return trainCount === 0 ? noSteps : runnerOf();
    },

    tune(nextModelSettings, nextSettings) {
      const before = structure();
      const slotsBefore = optimizerSlots[settings.optimizer];
      const slotsAfter = optimizerSlots[nextSettings.optimizer];
      modelSettings = nextModelSettings;
      const sizeBefore = settings.batchSize;
      settings = nextSettings;
      fed = 0;
      if (structure() === before) return;
      dropRunner();
      if (settings.batchSize !== sizeBefore) {
        carried.dispose();
        carried = carriedBy(settings.batchSize, undefined);
      }
      for (const pass of passes) pass.renew();
      if (slotsBefore.join() === slotsAfter.join()) return;
      const kept = state;
      const parametersKept = tf.slice(kept, [0, 0], [1, total]);
      const slotsNew = tf.zeros<tf.Rank.R2>([slotsAfter.length, total]);
      state = slotsAfter.length === 0 ? tf.clone(parametersKept) : tf.concat2d([parametersKept, slotsNew], 0);
      tf.dispose([parametersKept, slotsNew]);
      kept.dispose();
      optimizerSteps = 0;
    },

    run(count) {
      const performer = runnerOf();
      for (let left = count; left > 0; ) {
        if (fed === 0) fill(performer);
        const steps = Math.min(left, fed);
        performer.run(steps);
        left -= steps;
        fed -= steps;
        step += steps;
        optimizerSteps += steps;
        for (let i = 0; i < steps; i++) {
          const { epoch, position } = nextStart(place, trainCount, settings.batchSize);
          place = { epoch, position: position + settings.batchSize };
        }
        place = nextStart(place, trainCount, settings.batchSize);
      }
    },

    async takeLosses() {
      const taken = [...late, ...(runner ? [runner.takeLosses()] : [])];
      late = [];
      const parts = await Promise.all(taken);
      return parts.length === 1 ? (parts[0] as Float32Array) : Float32Array.from(parts.flatMap((part) => [...part]));
    },

    measure: (split, start, count) =>
      tf.tidy(() => model.measure(unpack(layout, parameters()), rowsOf(split, start, count), modelSettings)),

    compute: (work) => tf.tidy(() => work(unpack(layout, parameters()))),
    repeat,
    repeatMeasure: (split, start, count) =>
      repeat(
        () => rowsOf(split, start, count),
        (named, rows) => model.measure(named, rows, modelSettings),
      ),

    async state() {
      // All of one moment: settings may change and steps go on while the values are on their way.
      const names = optimizerSlots[settings.optimizer];
      const counters = { ...place, step, optimizerSteps };
      // A copy: on the cpu backend `data` hands out the tensor's own memory.
      const [vectors, states] = await Promise.all([state.data(), carried.read()]);
      const values = new Float32Array(vectors as Float32Array);
      return {
        ...counters,
        ...(model.carries ? { carried: states } : {}),
        parameters: values.slice(0, total),
        slots: Object.fromEntries(names.map((name, i) => [name, values.slice((i + 1) * total, (i + 2) * total)])),
      };
    },

    dispose() {
      runner?.dispose();
      for (const pass of passes) pass.dispose();
      carried.dispose();
      tf.dispose([examples, evaluated.train, evaluated.test, mask, state]);
    },
  };
}
