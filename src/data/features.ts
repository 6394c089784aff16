import { type FeatureName, featureNames } from './info';

const compute: Readonly<Record<FeatureName, (x: number, y: number) => number>> = {
  x: (x) => x,
  y: (_, y) => y,
  x2: (x) => x * x,
  y2: (_, y) => y * y,
  xy: (x, y) => x * y,
  sinX: (x) => Math.sin(x),
  sinY: (_, y) => Math.sin(y),
};

/** The features that need no second coordinate. */
const lineFeatures: readonly FeatureName[] = ['x', 'x2', 'sinX'];

/** The features that points with so many coordinates have. */
export function availableFeatures(coordinates: number): readonly FeatureName[] {
  return coordinates === 1 ? lineFeatures : featureNames;
}

/**
 * Features of points, row after row: from count × coordinates to count × features.length. Points with one
 * coordinate have y = 0.
 */
export function computeFeatures(
  points: Float32Array,
  coordinates: number,
  features: readonly FeatureName[],
): Float32Array {
  const count = points.length / coordinates;
  const width = features.length;
  const out = new Float32Array(count * width);
  for (const [j, feature] of features.entries()) {
    const of = compute[feature];
    for (let i = 0; i < count; i++) {
      const x = points[i * coordinates] ?? 0;
      const y = coordinates > 1 ? (points[i * coordinates + 1] ?? 0) : 0;
      out[i * width + j] = of(x, y);
    }
  }
  return out;
}
