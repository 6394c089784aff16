import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import { type DistributionId, distributions } from '../distributions';
import { applyScaling, standardize } from '../distributions/standardize';
import { drawDigits } from '../images/digits';
import type { PictureSource } from '../images/read';
import { type ImageSet, imageRows } from '../images/set';
import { drawShapes } from '../images/shapes';
import { shrink } from '../images/shrink';
import { type Split, splitRows } from '../split';
import type { ImitatedInfo, PicturesInfo, PointsInfo } from './info';
import { isPictureSet, type PictureSetId } from './sets';

export interface ImitatedOptions {
  readonly dataset: DistributionId | PictureSetId;
  /** Of a person's own, at most so many are taken. */
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
function fromImages(set: ImageSet, { train, test }: Split, range: OutputRange): Imitated {
  const ink = range === 'sigmoid' ? 'unit' : 'signed';
  const { classes, labels } = set;
  const take = (pictures: Int32Array): ImitatedExamples => {
    const marks = new Float32Array(labels ? pictures.length * classes.length : 0);
    if (labels) pictures.forEach((picture, i) => (marks[i * classes.length + (labels[picture] ?? 0)] = 1));
    return { count: pictures.length, rows: imageRows(set, ink, pictures), labels: labels && marks };
  };
  const info: PicturesInfo = {
    imitates: 'pictures',
    name: set.name,
    rows: train.length + test.length,
    size: set.size,
    ink,
    classes: labels ? classes : [],
  };
  return { info, train: take(train), test: take(test) };
}

/** Pictures that are drawn for it: the first of them are trained on. */
function buildDrawn(draw: typeof drawDigits, options: ImitatedOptions, seed: number, range: OutputRange): Imitated {
  const { samples, trainFraction, size } = options;
  const all = Int32Array.from({ length: samples }, (_, i) => i);
  const trainCount = trainCountOf(samples, trainFraction);
  const split = { train: all.subarray(0, trainCount), test: all.subarray(trainCount) };
  return fromImages(draw({ size: Number(size), count: samples, seed }), split, range);
}

/** A person's own pictures, no larger than they are: in random order, each class with its share in both parts. */
function buildOwn({ set }: PictureSource, options: ImitatedOptions, seed: number, range: OutputRange): Imitated {
  const random = stream(seed, 'own pictures');
  const taken = random.permutation(set.count).subarray(0, options.samples);
  const { labels } = set;
  const { train, test } = splitRows(
    taken.length,
    options.trainFraction,
    random,
    labels ? taken.map((picture) => labels[picture] ?? 0) : undefined,
  );
  const numbered = (rows: Int32Array) => rows.map((row) => taken[row] ?? 0);
  const split = { train: numbered(train), test: numbered(test) };
  return fromImages(shrink(set, Math.min(Number(options.size), set.size)), split, range);
}

/**
 * Draws the examples that a config names, or takes them from what a person brought along.
 * @param range of the generator's outputs
 * @throws {Problem} `picturesAbsent`.
 */
export function buildImitated(
  options: ImitatedOptions,
  seed: number,
  range: OutputRange,
  own?: PictureSource,
): Imitated {
  const { dataset } = options;
  if (!isPictureSet(dataset)) return buildPoints(dataset, options, seed, range);
  if (dataset !== 'pictures')
    return buildDrawn({ digits: drawDigits, shapes: drawShapes }[dataset], options, seed, range);
  if (!own) throw new Problem('picturesAbsent');
  return buildOwn(own, options, seed, range);
}
