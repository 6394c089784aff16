import { stream } from '../../random/stream';
import type { Table } from '../dataset';
import { columnPoints } from '../distributions/columnPoints';
import type { Distribution } from '../distributions/distribution';
import { drawnDistribution } from '../distributions/drawn';
import { applyScaling, standardize } from '../distributions/standardize';
import { splitRows } from '../split';
import { type Imitated, type ImitatedExamples, type ImitatedOptions, type OutputRange, trainCountOf } from './imitated';
import type { PointsInfo } from './info';

/** Points in drawn units as they are trained on. Where outputs have bounds they stay as they are. */
function fromPoints(
  distribution: Distribution,
  points: { readonly train: Float32Array; readonly test: Float32Array },
  range: OutputRange,
  units?: PointsInfo['units'],
): Imitated {
  const { id, coordinates, extent, modes } = distribution;
  const width = coordinates.length;
  const unscaled = { shift: coordinates.map(() => 0), scale: 1 };
  // As everywhere, what is held out has no say in how it is scaled.
  const scaling = range === 'linear' ? standardize(points.train, width).scaling : unscaled;
  const examples = (values: Float32Array): ImitatedExamples => ({
    count: values.length / width,
    rows: applyScaling(values, scaling),
    labels: null,
  });
  const [train, test] = [examples(points.train), examples(points.test)];
  const info: PointsInfo = {
    imitates: 'points',
    name: id,
    rows: train.count + test.count,
    coordinates,
    extent,
    scaling,
    ...(units && { units }),
    modes: modes ? { centres: [...modes.centres], deviation: modes.deviation } : null,
  };
  return { info, train, test, distribution };
}

/** Room around the outermost points, for those that are made. */
const margin = 1.15;

/** Points that are drawn from a distribution. */
export function imitateDistribution(
  distribution: Distribution,
  { samples, trainFraction }: ImitatedOptions,
  seed: number,
  range: OutputRange,
): Imitated {
  const points = distribution.sample(stream(seed, 'imitated'), samples);
  const trained = trainCountOf(samples, trainFraction) * distribution.coordinates.length;
  return fromPoints(distribution, { train: points.subarray(0, trained), test: points.subarray(trained) }, range);
}

/**
 * The rows of two number columns as points; what is measured is measured against all of them.
 * @throws {Problem} what columnPoints throws.
 */
export function imitateColumns(
  table: Table,
  [x, y]: readonly [x: string, y: string],
  { samples, trainFraction }: ImitatedOptions,
  seed: number,
  range: OutputRange,
): Imitated {
  const { points, columns } = columnPoints(table, x, y);
  const reach = points.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const distribution = drawnDistribution(points, {
    id: table.summary.name,
    coordinates: [x, y],
    extent: margin * reach,
  });
  const random = stream(seed, 'split');
  const taken = random.permutation(points.length / 2).subarray(0, samples);
  const split = splitRows(taken.length, trainFraction, random);
  const take = (rows: Int32Array) => {
    const out = new Float32Array(2 * rows.length);
    for (const [i, row] of rows.entries()) {
      const at = 2 * (taken[row] ?? 0);
      out.set(points.subarray(at, at + 2), 2 * i);
    }
    return out;
  };
  const units = columns.map(({ mean, deviation }) => ({ mean, deviation }));
  const blank = table.summary.rows - points.length / 2;
  return {
    ...fromPoints(distribution, { train: take(split.train), test: take(split.test) }, range, units),
    notes: blank > 0 ? [{ kind: 'blankRows', columns: `${x}, ${y}`, count: blank }] : [],
  };
}
