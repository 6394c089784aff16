import { stream } from '../../random/stream';
import { type DistributionId, distributions } from '../distributions';
import { applyScaling, standardize } from '../distributions/standardize';
import { drawDigits } from '../images/digits';
import { type ImageSet, imageRows } from '../images/set';
import { drawShapes } from '../images/shapes';
import type { ImitatedInfo, PicturesInfo, PointsInfo } from './info';
import { isPictureSet, type PictureSetId } from './sets';

export interface ImitatedOptions {
  readonly dataset: DistributionId | PictureSetId;
  readonly samples: number;
  readonly trainFraction: number;
  /** Pixels a side of pictures. */
  readonly size: string;
}

/** What the generator's outputs can be: all numbers, or those between two bounds. */
export type OutputRange = 'linear' | 'tanh' | 'sigmoid';

/** Examples as numbers, in training units. */
export interface ImitatedExamples {
  readonly count: number;
  /** count × width. */
  readonly rows: Float32Array;
  /** count × classes, 1 at the class and 0 elsewhere; null where there are no classes. */
  readonly labels: Float32Array | null;
}

/** Examples for a generator to imitate. */
export interface Imitated {
  readonly info: ImitatedInfo;
  readonly train: ImitatedExamples;
  /** Seen by neither network. */
  readonly test: ImitatedExamples;
}

const trainCountOf = (count: number, share: number) => Math.max(1, Math.round(count * share));

/** Points of a distribution. Where outputs have bounds they stay as they are, else they are brought to a common scale. */
function buildPoints(dataset: DistributionId, options: ImitatedOptions, seed: number, range: OutputRange): Imitated {
  const { id, coordinates, extent, modes, sample } = distributions[dataset];
  const width = coordinates.length;
  const points = sample(stream(seed, 'imitated'), options.samples);
  const trainCount = trainCountOf(options.samples, options.trainFraction);
  const train = points.subarray(0, trainCount * width);
  const unscaled = { shift: coordinates.map(() => 0), scale: 1 };
  // As everywhere, what is held out has no say in how it is scaled.
  const scaling = range === 'linear' ? standardize(train, width).scaling : unscaled;
  const split = (values: Float32Array): ImitatedExamples => ({
    count: values.length / width,
    rows: applyScaling(values, scaling),
    labels: null,
  });
  const info: PointsInfo = {
    imitates: 'points',
    name: id,
    rows: options.samples,
    coordinates,
    extent,
    scaling,
    modes: modes ? { centres: [...modes.centres], deviation: modes.deviation } : null,
  };
  return { info, train: split(train), test: split(points.subarray(trainCount * width)) };
}

/** The pictures of a set as they are to be imitated. */
function fromImages(set: ImageSet, { trainFraction }: ImitatedOptions, range: OutputRange): Imitated {
  const ink = range === 'sigmoid' ? 'unit' : 'signed';
  const { classes, labels } = set;
  const split = (first: number, last: number): ImitatedExamples => {
    const pictures = Int32Array.from({ length: last - first }, (_, i) => first + i);
    const marks = new Float32Array(labels ? pictures.length * classes.length : 0);
    if (labels) pictures.forEach((picture, i) => (marks[i * classes.length + (labels[picture] ?? 0)] = 1));
    return { count: pictures.length, rows: imageRows(set, ink, pictures), labels: labels && marks };
  };
  const trainCount = trainCountOf(set.count, trainFraction);
  const info: PicturesInfo = {
    imitates: 'pictures',
    name: set.name,
    rows: set.count,
    size: set.size,
    ink,
    classes: labels ? classes : [],
  };
  return { info, train: split(0, trainCount), test: split(trainCount, set.count) };
}

/**
 * Draws the examples that a config names.
 * @param range of the generator's outputs
 */
export function buildImitated(options: ImitatedOptions, seed: number, range: OutputRange): Imitated {
  const { dataset, samples, size } = options;
  if (!isPictureSet(dataset)) return buildPoints(dataset, options, seed, range);
  const draw = { digits: drawDigits, shapes: drawShapes }[dataset];
  return fromImages(draw({ size: Number(size), count: samples, seed }), options, range);
}
