import { Problem } from '../problem';
import { stream } from '../random/stream';
import type { Dataset, Examples } from './dataset';
import { encodePoints } from './encode';
import { availableFeatures } from './features';
import type { DataInfo, FeatureName, TargetInfo } from './info';
import type { GeneratedPoints, PointSet } from './sets/set';
import { splitRows } from './split';
import { meanAndDeviation } from './statistics';
import { encodeClasses, encodeNumbers } from './targets';

export interface PointsOptions {
  readonly samples: number;
  /** 0 … 1. */
  readonly noise: number;
  /** For sets whose number of classes is chosen. */
  readonly classes: number;
  readonly trainFraction: number;
  readonly features: readonly FeatureName[];
}

function checkFeatures(set: PointSet, features: readonly FeatureName[]): void {
  const available = availableFeatures(set.coordinates.length);
  const wrong = features.filter((feature) => !available.includes(feature));
  if (wrong.length > 0)
    throw new Problem('featuresNeedPlane', { features: wrong.join(', '), options: available.join(', ') });
}

function takePoints({ points }: GeneratedPoints, rows: Int32Array, coordinates: number): Float32Array {
  const out = new Float32Array(rows.length * coordinates);
  for (const [i, row] of rows.entries())
    out.set(points.subarray(row * coordinates, (row + 1) * coordinates), i * coordinates);
  return out;
}

/**
 * A data set of generated points, split and encoded.
 * @throws {Problem} `featuresNeedPlane` for features of y where the set has x alone.
 */
export function pointsDataset(set: PointSet, options: PointsOptions, seed: number): Dataset {
  checkFeatures(set, options.features);
  const generated = set.generate(stream(seed, 'data'), options);
  const classCount = set.classes === 'chosen' ? options.classes : (set.classes ?? 0);
  const isClasses = set.target === 'classes';
  const { train, test } = splitRows(
    options.samples,
    options.trainFraction,
    stream(seed, 'split'),
    isClasses ? generated.targets : undefined,
  );
  const scale = meanAndDeviation(isClasses ? [] : Array.from(train, (row) => generated.targets[row] ?? 0));
  const target: TargetInfo = isClasses
    ? { kind: 'classes', name: 'class', classes: Array.from({ length: classCount }, (_, i) => String(i)) }
    : {
        kind: 'numbers',
        names: [set.coordinates.length === 1 ? 'y' : 'value'],
        mean: [scale.mean],
        deviation: [scale.deviation],
      };
  const info: DataInfo = {
    name: set.id,
    rows: options.samples,
    inputs: { kind: 'points', coordinates: set.coordinates, features: options.features, extent: set.extent },
    target,
  };
  const examples = (rows: Int32Array): Examples => {
    const points = takePoints(generated, rows, set.coordinates.length);
    return {
      count: rows.length,
      inputs: encodePoints(info, points),
      targets: isClasses
        ? encodeClasses(generated.targets, rows, classCount)
        : encodeNumbers([{ values: generated.targets, ...scale }], rows),
      points,
    };
  };
  return { info, train: examples(train), test: examples(test), notes: [] };
}
