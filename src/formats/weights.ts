import type { Config } from '../families';
import type { Info } from '../families/info';
import { averageSlot } from '../training/names';
import type { Checkpoint } from '../worker/protocol';
import { encodeBase64, shortestFloat32 } from './float32';

export const weightsFormat = 'deepseek-playground/weights';
export const weightsVersion = 1;

/** Above this many parameters tensors are written as base64. */
const plainLimit = 100_000;

export interface TensorRecord {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
  /** Row-major plain numbers … */
  readonly values?: readonly number[];
  /** … or little-endian float32. */
  readonly base64?: string;
}

/** A weights file, version 1; its JSON Schema is docs/weights.schema.json. */
export interface WeightsFile {
  readonly format: typeof weightsFormat;
  readonly version: typeof weightsVersion;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly config: Config;
  /** What prediction needs: columns, scaling, classes, vocabulary. */
  readonly data: Info;
  readonly tensors: readonly TensorRecord[];
  readonly training: {
    readonly step: number;
    readonly epoch: number;
    readonly optimizer: {
      /** One number, or one for each part of the model. */
      readonly steps: number | readonly number[];
      /** Slot name → tensors of the same names and shapes as the parameters. */
      readonly slots: Readonly<Record<string, readonly TensorRecord[]>>;
    };
    /** Every random number follows from the seed, the step and the place in the epoch. */
    readonly rng: { readonly seed: number; readonly epoch: number; readonly position: number };
    /** The average of a generator, over steps: tensors of the names and shapes of its parameters. */
    readonly ema?: readonly TensorRecord[];
    /** State that a recurrent network carries from window to window of running text, [batch, units] each. */
    readonly carried?: readonly TensorRecord[];
  };
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);

function encodeTensor(name: string, shape: readonly number[], values: Float32Array, plain: boolean): TensorRecord {
  const head = { name, shape, dtype: 'float32' } as const;
  return plain ? { ...head, values: Array.from(values, shortestFloat32) } : { ...head, base64: encodeBase64(values) };
}

/** One vector cut into tensor records. */
function encodeTensors(tensors: Checkpoint['tensors'], vector: Float32Array): TensorRecord[] {
  const plain = vector.length <= plainLimit;
  let offset = 0;
  return tensors.map(({ name, shape }) => {
    const values = vector.subarray(offset, offset + sizeOf(shape));
    offset += values.length;
    return encodeTensor(name, shape, values, plain);
  });
}

/** What of a checkpoint is averaged over steps: of two networks one, the generator. */
export const isAveraged = (name: string): boolean => name.startsWith('generator/');

/** The tensors of a vector that are averaged; the rest of it is 0. */
function encodeAverage(tensors: Checkpoint['tensors'], vector: Float32Array): readonly TensorRecord[] {
  return encodeTensors(tensors, vector).filter(({ name }) => isAveraged(name));
}

/** State as it is carried: a row for each stream of a batch. */
function encodeCarried(carried: Readonly<Record<string, Float32Array>>, batchSize: number): TensorRecord[] {
  return Object.entries(carried).map(([name, values]) =>
    encodeTensor(name, [batchSize, values.length / batchSize], values, values.length <= plainLimit),
  );
}

/** The weights file of a checkpoint. */
export function encodeWeights(checkpoint: Checkpoint, createdAt: Date): WeightsFile {
  const { config, info, step, epoch, position, optimizerSteps, tensors, parameters, carried } = checkpoint;
  const { [averageSlot]: average, ...slots } = checkpoint.slots;
  return {
    format: weightsFormat,
    version: weightsVersion,
    createdAt: createdAt.toISOString(),
    config,
    data: info,
    tensors: encodeTensors(tensors, parameters),
    training: {
      step,
      epoch,
      optimizer: {
        steps: optimizerSteps.length === 1 ? (optimizerSteps[0] as number) : optimizerSteps,
        slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, encodeTensors(tensors, slot)])),
      },
      rng: { seed: config.seed, epoch, position },
      ...(average && { ema: encodeAverage(tensors, average) }),
      ...(carried && { carried: encodeCarried(carried, config.train.batchSize) }),
    },
  };
}

/** The file's text. −0 is written as `-0`, which JSON can say and `JSON.stringify` does not. */
export function stringifyWeights(file: WeightsFile): string {
  const arrays: string[] = [];
  const marked = JSON.stringify(
    file,
    (key, value: unknown) => {
      if (key !== 'values' || !Array.isArray(value)) return value;
      arrays.push(`[${value.map((v) => (Object.is(v, -0) ? '-0' : String(v))).join(',')}]`);
      return `\u0000${arrays.length - 1}`;
    },
    1,
  );
  // With the key, because a text may be such a mark too.
  return marked.replace(/"values": "\\u0000(\d+)"/g, (_, index: string) => `"values": ${arrays[Number(index)]}`);
}
