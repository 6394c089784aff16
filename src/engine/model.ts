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
  /** Tells the step on the device, for random numbers: see feed.ts. */
  readonly now: Tensor1D;
  /** State left by the step before, by name: zeros where an epoch begins. */
  readonly carried: NamedTensors;
  /** Leaves state for the next step. Gradients do not flow through it. */
  carry(name: string, state: Tensor): void;
}

/** A model as pure functions over named tensors; it holds no state but its live settings. */
export interface Model<Settings = unknown, Batch extends DeviceRows = DeviceRows> {
  readonly parameters: readonly ParameterSpec[];
  /** State that steps hand on, with its shape for a batch size; recurrent models over long texts have it. */
  readonly carries?: readonly { readonly name: string; shape(batchSize: number): readonly number[] }[];
  /** Multiply-adds of a forward pass for one example: sizes the pieces that work is cut into. */
  readonly multiplyAdds: number;
  /** Floats kept per example between the forward and the backward pass. */
  readonly activationsPerExample: number;
  /** Mean training loss of a batch, without penalties. */
  loss(parameters: NamedTensors, batch: Batch, settings: Settings, context: StepContext): Scalar;
  /** Sums over a batch, from which `summarize` makes metrics; sums of several batches add up. */
  measure(parameters: NamedTensors, batch: Batch, settings: Settings): Tensor1D;
  summarize(sums: readonly number[], count: number): Record<string, number>;
}

/** A model that answers rows of numbers with rows of numbers. */
export interface RowModel<Settings = unknown> extends Model<Settings, RowBatch> {
  /** [batch, outputs]: probabilities for classes, standardized values for numbers. */
  outputs(parameters: NamedTensors, inputs: Tensor2D): Tensor2D;
}

export interface RowBatch extends DeviceRows {
  /** [batch, inputs] */
  readonly inputs: Tensor2D;
  /** [batch, outputs] */
  readonly targets: Tensor2D;
}
