import type { DeviceRows } from './rows';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from './tf';

export type Initializer =
  | { readonly kind: 'normal' | 'uniform'; readonly gain: number; readonly fan: 'in' | 'average' }
  | { readonly kind: 'standard' }
  /** [n, k · n]: k orthogonal matrices side by side (Saxe, McClelland and Ganguli 2014). */
  | { readonly kind: 'orthogonal' }
  | { readonly kind: 'zero' }
  | { readonly kind: 'one' }
  /** 0 but for one of the equal blocks that a bias consists of, `fanOut` values each. */
  | { readonly kind: 'block'; readonly block: number; readonly value: number };

/** One named tensor of a model: its place, its shape and how it starts. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly initializer: Initializer;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Weight penalties and decay act on kernels, not on biases. */
  readonly penalized: boolean;
}

export type NamedTensors = Readonly<Record<string, Tensor>>;

/** What a training step is told besides parameters and examples. */
export interface StepContext {
  readonly seed: number;
  /** Which of the step's updates this is. */
  readonly update: number;
  /** Examples in a batch. */
  readonly batchSize: number;
  /** Tells the step on the device, for random numbers: see feed.ts. */
  readonly now: Tensor1D;
  /** State left by the step before, by name: zeros where an epoch begins. */
  readonly carried: NamedTensors;
  /** Leaves state for the next step. Gradients do not flow through it. */
  carry(name: string, state: Tensor): void;
}

/** Parameters that are changed together, by an optimizer of their own. */
export interface Part {
  readonly name: string;
  /** How many of the model's parameters, from where the part before ends. */
  readonly count: number;
  /** Whether an average over the steps is kept of them; see `averageOf`. */
  readonly averaged: boolean;
}

/** One change of a part's parameters; a step is one or more of them, one after another. */
export interface Update<Settings, Batch extends DeviceRows> {
  /** Which part, by its place. */
  readonly part: number;
  /** Which of the step's batches, from 0. */
  readonly batch: number;
  /**
   * The mean loss of a batch, without penalties on weights, as a function of the part's parameters. What is computed
   * before that function is returned is held fast: no gradient flows through it.
   */
  begin(
    parameters: NamedTensors,
    batch: () => Batch,
    settings: Settings,
    context: StepContext,
  ): (trained: NamedTensors) => Scalar;
}

/** A model as pure functions over named tensors; it holds no state but its live settings. */
export interface Model<Settings = unknown, Batch extends DeviceRows = DeviceRows> {
  readonly parameters: readonly ParameterSpec[];
  /** They make up the parameters, in their order. */
  readonly parts: readonly Part[];
  /**
   * Of examples that are sequences: their time steps. Batches then come step after step, [steps · count, …], instead of
   * example after example.
   */
  readonly steps?: number;
  /** State that steps hand on, with its shape for a batch size; recurrent models over long texts have it. */
  readonly carries?: readonly { readonly name: string; shape(batchSize: number): readonly number[] }[];
  /** Multiply-adds of a forward pass for one example: sizes the pieces that work is cut into. */
  readonly multiplyAdds: number;
  /** Floats kept per example between the forward and the backward pass. */
  readonly activationsPerExample: number;
  /** What a step does. */
  updates(settings: Settings): readonly Update<Settings, Batch>[];
  /** Sums over a batch, from which `summarize` makes metrics; sums of several batches add up. */
  measure(parameters: NamedTensors, batch: Batch, settings: Settings): Tensor1D;
  summarize(sums: readonly number[], count: number): Record<string, number>;
}

/** A model that is trained on one loss: all of it changes at once. */
export interface LossModel<Settings = unknown, Batch extends DeviceRows = DeviceRows> extends Model<Settings, Batch> {
  /** Mean training loss of a batch, without penalties. */
  loss(parameters: NamedTensors, batch: Batch, settings: Settings, context: StepContext): Scalar;
}

/** What makes a model of one loss. */
export function trainedBy<Settings, Batch extends DeviceRows>(
  parameters: readonly ParameterSpec[],
  loss: LossModel<Settings, Batch>['loss'],
): Pick<LossModel<Settings, Batch>, 'parameters' | 'parts' | 'loss' | 'updates'> {
  const update: Update<Settings, Batch> = {
    part: 0,
    batch: 0,
    begin(_, batch, settings, context) {
      const examples = batch();
      return (trained) => loss(trained, examples, settings, context);
    },
  };
  const updates = [update];
  return {
    parameters,
    parts: [{ name: 'all', count: parameters.length, averaged: false }],
    loss,
    updates: () => updates,
  };
}

/** Under what name the average of a parameter goes. */
export const averageOf = (name: string): string => `average/${name}`;

/** A model that answers rows of numbers with rows of numbers. */
export interface RowModel<Settings = unknown> extends LossModel<Settings, RowBatch> {
  /** [batch, outputs]: probabilities for classes, standardized values for numbers. */
  outputs(parameters: NamedTensors, inputs: Tensor2D): Tensor2D;
}

export interface RowBatch extends DeviceRows {
  /** [batch, inputs] */
  readonly inputs: Tensor2D;
  /** [batch, outputs] */
  readonly targets: Tensor2D;
}
