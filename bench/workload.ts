import type { Examples } from '../src/data/dataset';
import type { ImitatedExamples } from '../src/data/imitated/build';
import type { ImitatedInfo } from '../src/data/imitated/info';
import type { DataInfo } from '../src/data/info';
import type { SequenceExamples } from '../src/data/sequences/dataset';
import type { SequenceInfo } from '../src/data/sequences/info';
import type { GenConfig, NetConfig, RecConfig } from '../src/families';
import type { BackendId } from '../src/training/names';
import type { RunnerId } from './protocol';
import { genWorkloads } from './workloads/gen';
import { netWorkloads } from './workloads/net';
import { products } from './workloads/products';
import { recWorkloads } from './workloads/rec';

interface Measurable {
  readonly id: string;
  /** What computes it, in the order of the table; the others' losses are held against the first one's. */
  readonly runners: readonly RunnerId[];
  readonly backends: readonly BackendId[];
  /** Examples that a step takes. */
  readonly batchSize: number;
  /**
   * Where a single step may take seconds: at most so much of it, nobody who takes longer than `slowestMs` for a step,
   * none of it when it has to be quick, and on a GPU that is none only when everything is asked for.
   */
  readonly heavy?: { readonly checkedSteps: number; readonly rounds: number; readonly slowestMs: number };
  /** Measured only when it, or everything, is asked for. */
  readonly extra?: boolean;
}

/** One thing to train, described once for all runners: the same start, the same batches, the same update. */
export interface TrainingWorkload extends Measurable {
  readonly kind: 'training';
  /** The config of our own model; its seed also draws data, start values and batches. */
  readonly config: NetConfig;
  readonly info: DataInfo;
  /** Widths from the inputs to the outputs. */
  readonly widths: readonly number[];
  /** Draws the data and the start values; the same at every call. */
  draw(): WorkloadData;
}

/** A recurrent network to train on sequences of symbols, every step asked for the next one. */
export interface SequenceWorkload extends Measurable {
  readonly kind: 'sequences';
  readonly config: RecConfig;
  readonly info: SequenceInfo;
  /** Draws the data and the start values; the same at every call. */
  draw(): SequenceData;
}

/** A generator and a discriminator, which learn in turn in every step. */
export interface AdversarialWorkload extends Measurable {
  readonly kind: 'adversarial';
  readonly config: GenConfig;
  /** Draws the data, the start values and the first latents; the same at every call. */
  draw(): AdversarialData;
}

/** A matrix product alone, [m, k] · [k, n], on the backends where it is ours. */
export interface ProductWorkload extends Measurable {
  readonly kind: 'product';
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

export type Workload = TrainingWorkload | SequenceWorkload | AdversarialWorkload | ProductWorkload;

export interface WorkloadData {
  readonly examples: Examples;
  /** The batches of the first epoch, in the order in which our trainer takes them. */
  readonly batches: readonly Batch[];
  /** Start values of every tensor, in the order of our layout. */
  readonly weights: readonly Weights[];
}

export interface Batch {
  /** [batch, inputs] */
  readonly inputs: Float32Array;
  /** [batch, outputs] */
  readonly targets: Float32Array;
}

export interface Weights {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface SequenceData {
  readonly examples: SequenceExamples;
  /** As those of `WorkloadData`. */
  readonly batches: readonly SymbolBatch[];
  /** Start values by the names of our layout, in its order. */
  readonly weights: readonly NamedWeights[];
}

/** Symbols of a batch, [batch, steps]. */
export interface SymbolBatch {
  readonly inputs: Int32Array;
  readonly targets: Int32Array;
}

export interface NamedWeights extends Weights {
  readonly name: string;
}

export interface AdversarialData {
  readonly info: ImitatedInfo;
  readonly examples: ImitatedExamples;
  /** As those of `WorkloadData`: [batch, width] each. */
  readonly batches: readonly Float32Array[];
  /** As those of `SequenceData`. */
  readonly weights: readonly NamedWeights[];
  /** Of the first steps, what our trainer draws for the discriminator's update and for the generator's: [batch, latent]. */
  readonly latents: readonly (readonly Float32Array[])[];
}

/** What is measured. A family adds its lines here. */
export const workloads: readonly Workload[] = [...netWorkloads, ...recWorkloads, ...genWorkloads, ...products];

export function findWorkload(id: string): Workload {
  const found = workloads.find((workload) => workload.id === id);
  if (!found) throw new Error(`There is no workload ${id}. Choose from: ${workloads.map((w) => w.id).join('; ')}.`);
  return found;
}
