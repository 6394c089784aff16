import { availableFeatures } from '../data/features';
import { type FeatureName, featureNames } from '../data/info';
import { type PointSetId, pointSetIds, pointSets } from '../data/sets';

/** How many coordinates the points of a data set have; null where it has no points. */
function coordinates(dataset: string): number | null {
  const id: PointSetId | undefined = pointSetIds.find((known) => known === dataset);
  return id ? pointSets[id].coordinates.length : null;
}

/** Features that need a coordinate the data set does not have. */
export function unavailableFeatures(dataset: string): readonly FeatureName[] {
  const available = availableFeatures(coordinates(dataset) ?? 2);
  return featureNames.filter((name) => !available.includes(name));
}

/** The features to go on with when the data set changes: as before where they fit, else the plain coordinates. */
export function featuresFor(before: string, after: string, features: readonly FeatureName[]): readonly FeatureName[] {
  if (coordinates(after) === 1) {
    const kept = features.filter((name) => availableFeatures(1).includes(name));
    return kept.length ? kept : ['x'];
  }
  return coordinates(before) === 1 && coordinates(after) === 2 && !features.includes('y')
    ? featureNames.filter((name) => name === 'y' || features.includes(name))
    : features;
}
