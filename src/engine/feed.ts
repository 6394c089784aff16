import { type CoefficientName, coefficientNames, unlimited } from '../kernels/optimize/op';
import type { OptimizerName } from '../training/names';

/**
 * Everything that changes from one step to the next and is known ahead, written down for many steps: a row for each.
 * The row of the step being done is the tensor `now`; whatever is computed reads it there, so that a recorded step can
 * be replayed without a word from outside.
 */
export interface FeedLayout {
  /** Floats in a row. */
  readonly width: number;
  /** Rows written ahead. */
  readonly rows: number;
  /** Where the coefficients of each update begin. */
  readonly coefficients: readonly number[];
  /** Where the numbers of the batch's rows begin. They are floats: exact up to 2²⁴ rows. */
  readonly indices: number;
  /** Rows of all batches. */
  readonly count: number;
}

/** The step's number, as two floats that hold it exactly: its low 16 bits and the rest; whether state is carried. */
const clockWidth = 4;
const coefficientsWidth = 12;

/** Floats written ahead, and the most rows. */
const mostFloats = 2 ** 17;
const mostRows = 1024;

/**
 * @param updates in a step
 * @param count rows of all its batches
 */
export function feedLayout(updates: number, count: number): FeedLayout {
  const indices = clockWidth + updates * coefficientsWidth;
  const width = indices + count;
  return {
    width,
    rows: Math.max(1, Math.min(mostRows, Math.floor(mostFloats / width))),
    coefficients: Array.from({ length: updates }, (_, i) => clockWidth + i * coefficientsWidth),
    indices,
    count,
  };
}

/** Where a row says whether state is carried over from the step before: 1, or 0 where an epoch begins. */
export const carriedAt = 2;

/** Writes the number of a step at the beginning of its row. */
export function writeClock(row: Float32Array, step: number, carried = false): void {
  row[0] = step % 65536;
  row[1] = Math.floor(step / 65536);
  row[carriedAt] = carried ? 1 : 0;
}

/** Settings of an optimizer as far as they are coefficients; all may change between two steps. */
export interface OptimizerSettings {
  readonly optimizer: OptimizerName;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly decay: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** Penalty l1 · Σ|w|. */
  readonly l1: number;
  /** Penalty ½ · l2 · Σw². */
  readonly l2: number;
  /** Largest Euclidean length of the whole gradient; 0 is off. */
  readonly clipNorm: number;
  /** Largest absolute value of any component; 0 is off. */
  readonly clipValue: number;
}

/**
 * Coefficients of one step.
 * @param learningRate after the schedule
 * @param t updates since the slots were started, from 1
 * @param keep share of the average of parameters that is kept
 */
function coefficientsOf(
  settings: OptimizerSettings,
  learningRate: number,
  t: number,
  keep: number,
): Readonly<Record<CoefficientName, number>> {
  const { optimizer, beta1, beta2, epsilon } = settings;
  const isAdam = optimizer === 'adam' || optimizer === 'adamw';
  // Kingma and Ba 2015, end of section 2: the corrections for the slots' start at zero, folded into rate and ε.
  const correction = isAdam ? Math.sqrt(1 - beta2 ** t) : 1;
  return {
    rate: isAdam ? (learningRate * correction) / (1 - beta1 ** t) : learningRate,
    epsilon: epsilon * correction,
    first: isAdam ? beta1 : settings.momentum,
    second: isAdam ? beta2 : settings.decay,
    shrink: optimizer === 'adamw' ? learningRate * settings.weightDecay : 0,
    l1: settings.l1,
    l2: settings.l2,
    clipValue: settings.clipValue > 0 ? settings.clipValue : unlimited,
    clipNorm: settings.clipNorm,
    keep,
  };
}

/** Writes the coefficients of one update into a row, from `at` on. */
export function writeCoefficients(
  row: Float32Array,
  at: number,
  settings: OptimizerSettings,
  learningRate: number,
  t: number,
  keep = 0,
): void {
  const values = coefficientsOf(settings, learningRate, t, keep);
  coefficientNames.forEach((name, i) => {
    row[at + i] = values[name];
  });
}
