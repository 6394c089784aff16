import { Problem } from '../problem';
import type { BackendId } from '../training/names';
import { layoutOf } from './layout';
import type { Model } from './model';

const megabyte = 2 ** 20;

/** What a tab can hold on each backend: heap limits of the engines, cautious guesses for graphics memory. */
const limits: Readonly<Record<BackendId, number>> = {
  cpu: 2048 * megabyte,
  wasm: 2048 * megabyte,
  webgl: 2048 * megabyte,
  webgpu: 4096 * megabyte,
};

/** Vectors of the length of all parameters alive at the peak of a step: values, gradient, two slots, their successors and temporaries. */
const vectorsAtPeak = 10;

export interface Load {
  readonly batchSize: number;
  /** Floats of the data set. */
  readonly dataFloats: number;
}

/** Bytes at the peak of a training step. */
export function estimateBytes(model: Model<never>, { batchSize, dataFloats }: Load): number {
  const { total } = layoutOf(model.parameters);
  return 4 * (total * vectorsAtPeak + batchSize * model.activationsPerExample + 2 * dataFloats);
}

/** Half of the machine's memory where the browser tells it, and never more than the backend can hold. */
export function memoryLimit(backend: BackendId): number {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return Math.min(limits[backend], deviceMemory ? (deviceMemory * 1024 * megabyte) / 2 : Number.POSITIVE_INFINITY);
}

/** @throws {Problem} with both figures when a model cannot fit. */
export function assertFits(bytes: number, backend: BackendId): void {
  const limit = memoryLimit(backend);
  if (bytes > limit) throw tooLarge(bytes, limit, backend);
}

export function tooLarge(bytes: number, limit: number, backend: BackendId): Problem {
  const inMegabytes = (value: number) => Math.round(value / megabyte);
  return new Problem('memoryEstimate', { backend, needed: inMegabytes(bytes), limit: inMegabytes(limit) });
}
