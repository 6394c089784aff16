import { median } from '../../../data/statistics';
import { eachDistances } from './distances';

const defaultNeighbours = 3;

/** Keeps a square among the k least of a point, which stand in order in `least` from `at` on. */
function keep(least: Float64Array, at: number, k: number, square: number): void {
  let place = at + k - 1;
  if (square >= (least[place] as number)) return;
  for (; place > at && (least[place - 1] as number) > square; place--) least[place] = least[place - 1] as number;
  least[place] = square;
}

/** Per point, the squared distance to its k-th nearest neighbour among the others. */
function radii(points: Float32Array, d: number, k: number): Float64Array {
  const count = Math.floor(points.length / d);
  const least = new Float64Array(count * k).fill(Number.POSITIVE_INFINITY);
  const visit = (index: number, squares: Float64Array) => {
    for (let i = index + 1; i < count; i++) {
      const square = squares[i] as number;
      keep(least, index * k, k, square);
      keep(least, i * k, k, square);
    }
  };
  eachDistances(points, points, d, visit, { onwards: true });
  return Float64Array.from({ length: count }, (_, i) => least[(i + 1) * k - 1] as number);
}

export interface PrecisionRecall {
  /** Share of the generated samples that lie where the data are. */
  readonly precision: number;
  /** Share of the data that lie where the generated samples are. */
  readonly recall: number;
}

/**
 * Improved precision and recall of generated samples (n × d) against data (m × d). Where a set is, is told by the
 * balls around its points that reach as far as the k-th nearest neighbour. For up to some 2,000 samples each: it
 * compares every pair. NaN where a set has no more than k points or holds what is not finite.
 *
 * Source: Kynkäänniemi et al., "Improved Precision and Recall Metric for Assessing Generative Models", NeurIPS 2019.
 */
export function precisionRecall(
  generated: Float32Array,
  data: Float32Array,
  d: number,
  k: number = defaultNeighbours,
): PrecisionRecall {
  const counts = { generated: Math.floor(generated.length / d), data: Math.floor(data.length / d) };
  if (Math.min(counts.generated, counts.data) <= k || !generated.every(Number.isFinite) || !data.every(Number.isFinite))
    return { precision: Number.NaN, recall: Number.NaN };
  const generatedRadii = radii(generated, d, k);
  const dataRadii = radii(data, d, k);
  const found = new Uint8Array(counts.data);
  let precise = 0;
  eachDistances(generated, data, d, (index, squares) => {
    const radius = generatedRadii[index] as number;
    let within = false;
    for (let i = 0; i < squares.length; i++) {
      const square = squares[i] as number;
      if (square <= (dataRadii[i] as number)) within = true;
      if (square <= radius) found[i] = 1;
    }
    if (within) precise += 1;
  });
  return {
    precision: precise / counts.generated,
    recall: found.reduce((sum, flag) => sum + flag, 0) / counts.data,
  };
}

export interface Neighbours {
  /** Per sample: the place of the nearest training example; −1 where there is none at any finite distance. */
  readonly index: Int32Array;
  /** Per sample: its distance; infinite where there is none. */
  readonly distance: Float32Array;
}

/** The nearest training example (m × d) of each sample (n × d), the first among equals. */
export function nearestTraining(samples: Float32Array, training: Float32Array, d: number): Neighbours {
  const count = Math.floor(samples.length / d);
  const index = new Int32Array(count).fill(-1);
  const distance = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  eachDistances(samples, training, d, (sample, squares) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < squares.length; i++) {
      if (!((squares[i] as number) < least)) continue;
      least = squares[i] as number;
      index[sample] = i;
    }
    distance[sample] = Math.sqrt(least);
  });
  return { index, distance };
}

/** The k training examples (m × d) that are nearest to one sample (d), the nearest first; fewer where there are fewer. */
export function nearestOf(
  sample: Float32Array,
  training: Float32Array,
  d: number,
  k: number,
): { readonly index: number; readonly distance: number }[] {
  const all: { index: number; distance: number }[] = [];
  eachDistances(sample, training, d, (_, squares) => {
    for (const [index, square] of squares.entries()) all.push({ index, distance: Math.sqrt(square) });
  });
  return all.sort((a, b) => a.distance - b.distance).slice(0, k);
}

export interface Copying {
  /** Median distance from a generated sample to the nearest training example. */
  readonly generated: number;
  /** The same from the test examples, which nobody copied. */
  readonly test: number;
  /** generated / test: about 1 for fresh samples, far below 1 for copies; NaN where the test says nothing. */
  readonly ratio: number;
}

/**
 * Whether generated samples lie closer to the training examples than fresh examples do. It compares medians of
 * nearest-neighbour distances: the idea of Meehan, Chaudhuri, Dasgupta, "A Non-Parametric Test to Detect Data-Copying
 * in Generative Models", AISTATS 2020, without their rank test within cells of the space. So it tells of copying
 * everywhere and can miss copying in a corner. A generator far off the data has a ratio above 1.
 */
export function copying(generated: Float32Array, test: Float32Array, training: Float32Array, d: number): Copying {
  const middle = (samples: Float32Array) => {
    const { distance } = nearestTraining(samples, training, d);
    return distance.length > 0 && training.length >= d ? median(Array.from(distance)) : Number.NaN;
  };
  const distances = { generated: middle(generated), test: middle(test) };
  return { ...distances, ratio: distances.test > 0 ? distances.generated / distances.test : Number.NaN };
}
