import type { OptimizerName, StepMode } from '../training/names';
import type { Schedule } from '../training/schedule';
import { scheduleShare } from '../training/schedule';
import { type BatchPlace, epochOrder, firstPlace, nextStart, stepsPerEpoch } from './batches';
import { type Carried, createCarried } from './carried';
import { feedLayout, type OptimizerSettings, writeClock, writeCoefficients } from './feed';
import { initialVector, type Layout, layoutOf, nameTensors } from './layout';
import type { Model, NamedTensors, RowModel } from './model';
import { type DevicePart, uploadParts } from './parts';
import { createPass, type Pass } from './record/pass';
import { type DeviceRows, mapRows, type Rows, stepAfterStep, takeBatch, uploadRows } from './rows';
import { createRunner } from './runner';
import type { StepProgram, StepRunner } from './step';
import * as tf from './tf';

/** How a part of the parameters is changed. */
export interface PartSettings extends Schedule, OptimizerSettings {
  readonly learningRate: number;
}

/** Live settings of the training itself; every one may change between two steps. */
export interface TrainSettings extends PartSettings {
  readonly batchSize: number;
  /** What parts have of their own, by name. */
  readonly own?: Readonly<Record<string, Partial<PartSettings>>>;
  /** Share of the average of parameters that is kept at every step, where one is taken. */
  readonly average?: number;
}

/** The state of a training, on the host: what a checkpoint holds. */
export interface TrainerState extends BatchPlace {
  readonly step: number;
  /** Updates of each part since the slots of its optimizer were started. */
  readonly optimizerSteps: readonly number[];
  readonly parameters: Float32Array;
  /** By name, for all parameters: slots of the optimizers, and the average. */
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
  /** Examples that a step draws. */
  readonly drawnPerStep: number;
  readonly settings: TrainSettings;
  /** The rate of the next step for the first part, after the schedule. */
  readonly learningRate: number;
  /** The part that each loss of a step belongs to, in the order of `takeLosses`. */
  readonly lossParts: readonly string[];
  /** How steps are performed, and why they are not recorded where they could be. */
  readonly runner: Pick<StepRunner, 'mode' | 'refusal' | 'bytes'>;
  /** Applies live settings; optimizer slots that the new optimizer shares are kept. */
  tune(modelSettings: S, settings: TrainSettings): void;
  /** Steps, one after another. Their losses stay on the device until `takeLosses`. */
  run(count: number): void;
  /** Losses of the steps since the last call, in one readback: for every step one of each update. */
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
export function startState({ parameters, parts }: Pick<Model, 'parameters' | 'parts'>, seed: number): TrainerState {
  return {
    ...firstPlace,
    step: 0,
    optimizerSteps: parts.map(() => 0),
    parameters: initialVector(layoutOf(parameters), seed),
    slots: {},
  };
}

/** The settings of a part. */
const settingsOf = (settings: TrainSettings, part: string): PartSettings => ({ ...settings, ...settings.own?.[part] });

/** At the beginning an average follows quickly: the n-th of them keeps no more than (1 + n) / (10 + n). */
const keptOf = (average: number, n: number): number => Math.min(average, (1 + n) / (10 + n));

/** Puts a model, its data and its state on the current backend. */
export function createTrainer<S, M extends Model<S>>(options: TrainerOptions<S, M>): Trainer<S, M> {
  const { model, seed } = options;
  const layout = layoutOf(model.parameters);
  const examples = uploadRows(options.train);
  const evaluated = {
    train: options.seen ? uploadRows(options.seen) : examples,
    test: uploadRows(options.test),
  };
  const { count: trainCount, draw } = options.train;
  let { settings, modelSettings } = options;
  let { step } = options.from;
  const optimizerSteps = [...options.from.optimizerSteps];
  let place: BatchPlace = { epoch: options.from.epoch, position: options.from.position };
  const optimizers = () => model.parts.map(({ name }) => settingsOf(settings, name));
  const parts = uploadParts(
    model,
    options.from,
    optimizers().map(({ optimizer }) => optimizer),
  );
  let updates = model.updates(modelSettings);
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
    JSON.stringify([
      optimizers().map(({ optimizer, clipNorm }) => [optimizer, clipNorm > 0]),
      settings.batchSize,
      modelSettings,
    ]);
  const rateOf = (part: PartSettings, at: number) => part.learningRate * scheduleShare(part, at);
  const named = (): NamedTensors => Object.assign({}, ...parts.map((part) => part.named()));
  const states = () => parts.map(({ state }) => state);

  function orderOf(epoch: number): Int32Array {
    if (order?.epoch !== epoch) order = { epoch, indices: epochOrder(seed, epoch, trainCount) };
    return order.indices;
  }

  /** Examples in a step: its batches are drawn one after another. */
  const drawnPerStep = () => settings.batchSize * (1 + Math.max(...updates.map(({ batch }) => batch)));
  const layoutOfFeed = () => feedLayout(updates.length, drawnPerStep() * (draw?.rowsPerExample ?? 1));

  /** A step's structure: all that a recording of it holds fast. */
  function programOf(): StepProgram {
    const feed = layoutOfFeed();
    const rowsPerBatch = settings.batchSize * (draw?.rowsPerExample ?? 1);
    const { batchSize } = settings;
    const fixed = { modelSettings, updates, batchSize, clipNorm: optimizers().map(({ clipNorm }) => clipNorm > 0) };
    return {
      feed,
      losses: updates.length,
      changing: () => [...states(), ...carried.tensors()],
      step: (now) =>
        tf.tidy(() => {
          const batches = new Map<number, DeviceRows>();
          const batchOf = (index: number) => {
            const at = feed.indices + index * rowsPerBatch;
            const ofBatch = { indices: at, count: rowsPerBatch };
            const batch = batches.get(index) ?? takeBatch(examples, now, ofBatch, model.steps, draw?.rowsPerExample);
            batches.set(index, batch);
            return batch;
          };
          const entered = carried.enter(now);
          const tensors = parts.map((part) => part.tensors());
          const losses = fixed.updates.map(({ part: index, batch, begin }, update) => {
            const part = parts[index] as DevicePart;
            const parameters = Object.assign({}, ...parts.map((each, i) => nameTensors(each.layout, tensors[i] ?? [])));
            const context = { seed, update, batchSize: fixed.batchSize, now, carried: entered, carry: carried.leave };
            const loss = begin(parameters, () => batchOf(batch), fixed.modelSettings, context);
            const lossOf = (...trained: tf.Tensor[]) => loss(nameTensors(part.layout, trained));
            const { value, grads } = tf.valueAndGrads(lossOf)(tensors[index] as tf.Tensor[]);
            part.update(grads, now, feed.coefficients[update] as number, fixed.clipNorm[index] as boolean);
            if (update < fixed.updates.length - 1) tensors[index] = part.tensors();
            return value;
          });
          carried.settle();
          return losses.length === 1 ? tf.reshape(losses[0] as tf.Scalar, [1]) : (tf.stack(losses) as tf.Tensor1D);
        }),
    };
  }

  /** Writes the next rows of the feed. */
  function fill(to: StepRunner): void {
    const layout = layoutOfFeed();
    const rows = new Float32Array(layout.rows * layout.width);
    const drawnNow = drawnPerStep();
    const settingsNow = optimizers();
    const counts = [...optimizerSteps];
    let start = place;
    for (let i = 0; i < layout.rows; i++) {
      start = nextStart(start, trainCount, drawnNow);
      const end = start.position + drawnNow;
      const drawn = draw?.batch(step + i, settings.batchSize);
      const row = rows.subarray(i * layout.width, (i + 1) * layout.width);
      writeClock(row, step + i, drawn !== undefined && !drawn.fresh);
      updates.forEach(({ part }, j) => {
        const own = settingsNow[part] as PartSettings;
        const count = (counts[part] ?? 0) + 1;
        counts[part] = count;
        const kept = keptOf(settings.average ?? 0, count);
        writeCoefficients(row, layout.coefficients[j] as number, own, rateOf(own, step + i), count, kept);
      });
      row.set(drawn?.rows ?? orderOf(start.epoch).subarray(start.position, end), layout.indices);
      start = { epoch: start.epoch, position: end };
    }
    to.feed(rows);
    fed = layout.rows;
  }

  /** Examples of a split, one after another. */
  function rowsOf(split: 'train' | 'test', start: number, count: number): DeviceRows {
    return mapRows(evaluated[split], (column) => {
      const some = tf.slice(column, [start, ...column.shape.slice(1).map(() => 0)], [count, ...column.shape.slice(1)]);
      return model.steps === undefined ? some : stepAfterStep(some);
    });
  }

  const repeat: Trainer<S, M>['repeat'] = (constants, work) => {
    const pass = createPass(states, constants, (held) => work(named(), held));
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
      return stepsPerEpoch(trainCount, drawnPerStep());
    },
    get settings() {
      return settings;
    },
    get learningRate() {
      return rateOf(optimizers()[0] as PartSettings, step);
    },
    get lossParts() {
      return updates.map(({ part }) => (parts[part] as DevicePart).name);
    },
    get drawnPerStep() {
      return drawnPerStep();
    },
    get runner() {
      return trainCount === 0 ? noSteps : runnerOf();
    },

    tune(nextModelSettings, nextSettings) {
      const before = structure();
      const sizeBefore = settings.batchSize;
      modelSettings = nextModelSettings;
      settings = nextSettings;
      fed = 0;
      if (structure() === before) return;
      dropRunner();
      updates = model.updates(modelSettings);
      if (settings.batchSize !== sizeBefore) {
        carried.dispose();
        carried = carriedBy(settings.batchSize, undefined);
      }
      for (const pass of passes) pass.renew();
      optimizers().forEach(({ optimizer }, i) => {
        if (parts[i]?.restart(optimizer)) optimizerSteps[i] = 0;
      });
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
        for (const { part } of updates) optimizerSteps[part] = (optimizerSteps[part] ?? 0) + steps;
        for (let i = 0; i < steps; i++) {
          const { epoch, position } = nextStart(place, trainCount, drawnPerStep());
          place = { epoch, position: position + drawnPerStep() };
        }
        place = nextStart(place, trainCount, drawnPerStep());
      }
    },

    async takeLosses() {
      const taken = [...late, ...(runner ? [runner.takeLosses()] : [])];
      late = [];
      const parts = await Promise.all(taken);
      return parts.length === 1 ? (parts[0] as Float32Array) : Float32Array.from(parts.flatMap((part) => [...part]));
    },

    measure: (split, start, count) => tf.tidy(() => model.measure(named(), rowsOf(split, start, count), modelSettings)),

    compute: (work) => tf.tidy(() => work(named())),
    repeat,
    repeatMeasure: (split, start, count) =>
      repeat(
        () => rowsOf(split, start, count),
        (named, rows) => model.measure(named, rows, modelSettings),
      ),

    async state() {
      // All of one moment: settings may change and steps go on while the values are on their way.
      const used = optimizers().map(({ optimizer }) => optimizer);
      const counters = { ...place, step, optimizerSteps: [...optimizerSteps] };
      const [rows, states] = await Promise.all([Promise.all(parts.map((part) => part.read())), carried.read()]);
      const vectors = { parameters: new Float32Array(layout.total), slots: {} };
      parts.forEach((part, i) => part.place(rows[i] as Float32Array, used[i] as OptimizerName, vectors));
      return { ...counters, ...(model.carries ? { carried: states } : {}), ...vectors };
    },

    dispose() {
      runner?.dispose();
      for (const pass of passes) pass.dispose();
      carried.dispose();
      for (const part of parts) part.dispose();
      tf.dispose([examples, evaluated.train, evaluated.test]);
    },
  };
}
