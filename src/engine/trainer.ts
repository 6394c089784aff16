import type { Examples } from '../data/dataset';
import { type OptimizerName, optimizerSlots } from '../training/names';
import type { Schedule } from '../training/schedule';
import { scheduleShare } from '../training/schedule';
import { type BatchPlace, epochOrder, firstPlace, nextStart, stepsPerEpoch } from './batches';
import { initialVector, type Layout, layoutOf, nameTensors, pack, penaltyMask, unpack, unpackList } from './layout';
import type { Batch, Model, ParameterSpec } from './model';
import { optimizers, type Slots } from './optimizers';
import { addPenalties, type Clipping, clip, type Penalties } from './regularize';
import * as tf from './tf';

/** Live settings of the training itself; every one may change between two steps. */
export interface TrainSettings extends Schedule, Penalties, Clipping {
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly decay: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** The state of a training, on the host: what a checkpoint holds. */
export interface TrainerState extends BatchPlace {
  readonly step: number;
  readonly optimizerSteps: number;
  readonly parameters: Float32Array;
  readonly slots: Readonly<Record<string, Float32Array>>;
}

export interface TrainerOptions<S> {
  readonly model: Model<S>;
  readonly train: Examples;
  readonly test: Examples;
  readonly inputs: number;
  readonly outputs: number;
  readonly seed: number;
  readonly modelSettings: S;
  readonly settings: TrainSettings;
  /** Where to go on, or to begin: see `startState`. */
  readonly from: TrainerState;
}

/** A model in training on the current backend. It owns its tensors until `dispose`. */
export interface Trainer<S> {
  readonly layout: Layout;
  readonly model: Model<S>;
  readonly place: BatchPlace;
  readonly step: number;
  readonly stepsPerEpoch: number;
  readonly settings: TrainSettings;
  /** The rate of the next step, after the schedule. */
  readonly learningRate: number;
  /** Applies live settings; optimizer slots that the new optimizer shares are kept. */
  tune(modelSettings: S, settings: TrainSettings): void;
  /** One step. Its loss stays on the device until `takeLosses`. */
  runStep(): void;
  /** Losses of the steps since the last call, in one readback. */
  takeLosses(): Promise<Float32Array>;
  /** Sums of `measure` over one piece of a split. */
  measure(split: 'train' | 'test', start: number, count: number): tf.Tensor1D;
  /** Outputs for encoded inputs, count × inputs → count × outputs. */
  outputs(inputs: Float32Array): tf.Tensor2D;
  /** All of it on the host. */
  state(): Promise<TrainerState>;
  dispose(): void;
}

interface DeviceExamples {
  readonly inputs: tf.Tensor2D;
  readonly targets: tf.Tensor2D;
}

function upload(examples: Examples, inputs: number, outputs: number): DeviceExamples {
  return {
    inputs: tf.tensor2d(examples.inputs, [examples.count, inputs]),
    targets: tf.tensor2d(examples.targets, [examples.count, outputs]),
  };
}

/** The state before the first step. */
export function startState(specs: readonly ParameterSpec[], seed: number): TrainerState {
  return { ...firstPlace, step: 0, optimizerSteps: 0, parameters: initialVector(layoutOf(specs), seed), slots: {} };
}

/** Puts a model, its data and its state on the current backend. */
export function createTrainer<S>(options: TrainerOptions<S>): Trainer<S> {
  const { model, seed } = options;
  const layout = layoutOf(model.parameters);
  const data = {
    train: upload(options.train, options.inputs, options.outputs),
    test: upload(options.test, options.inputs, options.outputs),
  };
  const trainCount = options.train.count;
  const mask = tf.tensor1d(penaltyMask(layout));
  let { settings, modelSettings } = options;
  let { step, optimizerSteps } = options.from;
  let place: BatchPlace = options.from;
  let parameters = tf.tensor1d(options.from.parameters);
  let slots = startSlots(settings.optimizer, options.from.slots);
  let losses: tf.Scalar[] = [];
  let order: { epoch: number; indices: tf.Tensor1D } | null = null;

  function startSlots(optimizer: OptimizerName, given: Readonly<Record<string, Float32Array>>): Slots {
    const entries = optimizerSlots[optimizer].map((name) => {
      const values = given[name];
      return [name, values ? tf.tensor1d(values) : tf.zeros<tf.Rank.R1>([layout.total])] as const;
    });
    return Object.fromEntries(entries);
  }

  function orderOf(epoch: number): tf.Tensor1D {
    if (order?.epoch !== epoch) {
      order?.indices.dispose();
      order = { epoch, indices: tf.tensor1d(epochOrder(seed, epoch, trainCount), 'int32') };
    }
    return order.indices;
  }

  function gatherBatch(order: tf.Tensor1D, position: number, size: number): Batch {
    const indices = tf.slice(order, [position], [size]);
    return {
      inputs: tf.gather(data.train.inputs, indices),
      targets: tf.gather(data.train.targets, indices),
    };
  }

  const rateAt = (at: number) => settings.learningRate * scheduleShare(settings, at);

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

    tune(nextModelSettings, nextSettings) {
      modelSettings = nextModelSettings;
      const before = optimizerSlots[settings.optimizer];
      const after = optimizerSlots[nextSettings.optimizer];
      if (before.join() !== after.join()) {
        tf.dispose(Object.values(slots));
        slots = startSlots(nextSettings.optimizer, {});
        optimizerSteps = 0;
      }
      settings = nextSettings;
    },

    runStep() {
      const { batchSize } = settings;
      const start = nextStart(place, trainCount, batchSize);
      const indices = orderOf(start.epoch);
      const result = tf.tidy(() => {
        const batch = gatherBatch(indices, start.position, batchSize);
        const leaves = unpackList(layout, parameters);
        const lossOf = (...tensors: tf.Tensor[]) =>
          model.loss(nameTensors(layout, tensors), batch, modelSettings, { seed, step });
        const { value, grads } = tf.valueAndGrads(lossOf)(leaves);
        const gradient = clip(addPenalties(pack(grads), parameters, settings, mask), settings);
        const coefficients = { ...settings, learningRate: rateAt(step), t: optimizerSteps + 1 };
        const next = optimizers[settings.optimizer].update(parameters, gradient, slots, coefficients, mask);
        return { loss: value, parameters: next.parameters, ...next.slots };
      });
      const { loss, parameters: nextParameters, ...nextSlots } = result;
      tf.dispose([parameters, ...Object.values(slots)]);
      parameters = nextParameters;
      slots = nextSlots;
      losses.push(loss);
      step += 1;
      optimizerSteps += 1;
      place = nextStart({ epoch: start.epoch, position: start.position + batchSize }, trainCount, batchSize);
    },

    async takeLosses() {
      if (losses.length === 0) return new Float32Array(0);
      const taken = losses;
      losses = [];
      // A GPU program is compiled for every number of inputs, so that number takes few values.
      const padded = Array.from({ length: 2 ** Math.ceil(Math.log2(taken.length)) }, (_, i) => taken[i] ?? taken[0]);
      const joined = tf.tidy(() => tf.stack(padded as tf.Scalar[]) as tf.Tensor1D);
      tf.dispose(taken);
      const values = (await joined.data()) as Float32Array;
      joined.dispose();
      return values.subarray(0, taken.length);
    },

    measure(split, start, count) {
      const { inputs, targets } = data[split];
      return tf.tidy(() => {
        const batch = {
          inputs: tf.slice(inputs, [start, 0], [count, -1]),
          targets: tf.slice(targets, [start, 0], [count, -1]),
        };
        return model.measure(unpack(layout, parameters), batch, modelSettings);
      });
    },

    outputs(inputs) {
      const count = inputs.length / options.inputs;
      return tf.tidy(() => model.outputs(unpack(layout, parameters), tf.tensor2d(inputs, [count, options.inputs])));
    },

    async state() {
      // All of one moment: settings may change and steps go on while the values are on their way.
      const names = Object.keys(slots);
      const counters = { ...place, step, optimizerSteps };
      const [vector, ...vectors] = await Promise.all([
        parameters.data(),
        ...names.map((n) => (slots[n] as tf.Tensor).data()),
      ]);
      // Copies: on the cpu and wasm backends `data` may hand out the tensor's own memory.
      return {
        ...counters,
        parameters: new Float32Array(vector as Float32Array),
        slots: Object.fromEntries(names.map((name, i) => [name, new Float32Array(vectors[i] as Float32Array)])),
      };
    },

    dispose() {
      tf.dispose([
        ...Object.values(data.train),
        ...Object.values(data.test),
        mask,
        parameters,
        ...Object.values(slots),
        ...losses,
      ]);
      order?.indices.dispose();
    },
  };
}
