import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { Table } from '../dataset';
import { distributions } from '../distributions';
import { drawDigits } from '../images/digits';
import type { PictureSource } from '../images/read';
import { type ImageSet, imageRows } from '../images/set';
import { drawShapes } from '../images/shapes';
import { shrink } from '../images/shrink';
import { type Split, splitRows } from '../split';
import { usedColumns } from './columns';
import { drawing } from './drawing';
import { type Imitated, type ImitatedExamples, type ImitatedOptions, type OutputRange, trainCountOf } from './imitated';
import type { PicturesInfo } from './info';
import { imitateColumns, imitateDistribution } from './points';
import { isPictureSet, isTableSet, type TableSetId } from './sets';
import { imitateTable } from './table';

export type { Imitated, ImitatedExamples } from './imitated';

/** What a person brought along. */
export interface OwnSources {
  readonly table?: Table | undefined;
  readonly pictures?: PictureSource | undefined;
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

/** What a person's table says. @throws {Problem} `noTable`. */
function buildTable(
  dataset: TableSetId,
  table: Table | undefined,
  options: ImitatedOptions,
  seed: number,
  range: OutputRange,
): Imitated {
  if (!table) throw new Problem('noTable');
  if (dataset === 'drawn') return imitateDistribution(drawing(table), options, seed, range);
  const [x, y, ...others] = usedColumns(table, options.columns, options.condition);
  const numbers = x?.type === 'number' && y?.type === 'number' && others.length === 0;
  return numbers ? imitateColumns(table, [x.name, y.name], options, seed, range) : imitateTable(table, options, seed);
}

/**
 * Draws the examples that a config names, or takes them from what a person brought along.
 * @param range of the generator's outputs
 * @throws {Problem} `picturesAbsent`, `noTable`, and where a table is not fit to be imitated.
 */
export function buildImitated(
  options: ImitatedOptions,
  seed: number,
  range: OutputRange,
  { table, pictures }: OwnSources = {},
): Imitated {
  const { dataset } = options;
  if (isTableSet(dataset)) return buildTable(dataset, table, options, seed, range);
  if (!isPictureSet(dataset)) return imitateDistribution(distributions[dataset], options, seed, range);
  if (dataset !== 'pictures')
    return buildDrawn({ digits: drawDigits, shapes: drawShapes }[dataset], options, seed, range);
  if (!pictures) throw new Problem('picturesAbsent');
  return buildOwn(pictures, options, seed, range);
}
