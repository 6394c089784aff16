import type { Scalar, Tensor, Tensor1D, Tensor2D } from './tf';

export type Initializer =
  | { readonly kind: 'normal' | 'uniform'; readonly gain: number; readonly fan: 'in' | 'average' }
  | { readonly kind: 'standard' }
  | { readonly kind: 'zero' };

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

export interface Batch {
  /** [batch, inputs] */
  readonly inputs: Tensor2D;
  /** [batch, outputs] */
  readonly targets: Tensor2D;
}

/** What a training step may change from one step to the next without a new model. */
export interface StepContext {
  readonly seed: number;
  readonly step: number;
}

/** A model as pure functions over named tensors; it holds no state but its live settings. */
export interface Model<Settings = unknown> {
  readonly parameters: readonly ParameterSpec[];
  /** Multiply-adds of a forward pass for one example: sizes the pieces that work is cut into. */
  readonly multiplyAdds: number;
  /** Floats kept per example between the forward and the backward pass. */
  readonly activationsPerExample: number;
  /** Mean training loss of a batch, without penalties. */
  loss(parameters: NamedTensors, batch: Batch, settings: Settings, context: StepContext): Scalar;
  /** [batch, outputs]: probabilities for classes, standardized values for numbers. */
  outputs(parameters: NamedTensors, inputs: Tensor2D): Tensor2D;
  /** Sums over a batch, from which `summarize` makes metrics; sums of several batches add up. */
  measure(parameters: NamedTensors, batch: Batch, settings: Settings): Tensor1D;
  summarize(sums: readonly number[], count: number): Record<string, number>;
}
