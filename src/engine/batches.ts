import { stream } from '../random/stream';

/**
 * Which examples come next. The order of an epoch is a permutation drawn from the seed and the epoch's number,
 * so the place in the sequence is two integers. A rest smaller than a batch waits for a later epoch: every
 * batch has the same shape.
 */
export interface BatchPlace {
  readonly epoch: number;
  readonly position: number;
}

export const firstPlace: BatchPlace = { epoch: 0, position: 0 };

/** Full batches in one pass over the examples. */
export function stepsPerEpoch(count: number, batchSize: number): number {
  return Math.max(1, Math.floor(count / batchSize));
}

/** Where the next batch starts: here, or at the start of the next epoch when no full batch is left. */
export function nextStart({ epoch, position }: BatchPlace, count: number, batchSize: number): BatchPlace {
  return position + batchSize <= count ? { epoch, position } : { epoch: epoch + 1, position: 0 };
}

/** The order of the examples in an epoch: a permutation. */
export function epochOrder(seed: number, epoch: number, count: number): Int32Array {
  return stream(seed, 'batches', epoch).permutation(count);
}
