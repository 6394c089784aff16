import { stream } from '../../../random/stream';

const defaultDirections = 64;

/** Mean distance by which mass has to move between two sorted sets of numbers, each set of mass 1. */
function sortedDistance(a: Float32Array, b: Float32Array): number {
  const [n, m] = [a.length, b.length];
  let sum = 0;
  if (n === m) {
    for (let i = 0; i < n; i++) sum += Math.abs((a[i] as number) - (b[i] as number));
    return sum / n;
  }
  // In units of 1/(n·m) each number of a weighs m, each of b weighs n.
  let leftA = m;
  let leftB = n;
  for (let i = 0, j = 0; i < n && j < m; ) {
    const mass = Math.min(leftA, leftB);
    sum += mass * Math.abs((a[i] as number) - (b[j] as number));
    leftA -= mass;
    leftB -= mass;
    if (leftA === 0) {
      i += 1;
      leftA = m;
    }
    if (leftB === 0) {
      j += 1;
      leftB = n;
    }
  }
  return sum / (n * m);
}

/**
 * Wasserstein-1 distance of two sets of numbers, in their unit: how far mass has to move on average to turn one into
 * the other. The sets may differ in size. NaN where one is empty or holds what is not finite: there is no way there.
 */
export function wasserstein(a: Float32Array, b: Float32Array): number {
  if (a.length === 0 || b.length === 0 || !a.every(Number.isFinite) || !b.every(Number.isFinite)) return Number.NaN;
  // Sorted as numbers by the engine itself: with a comparator it would take ten times as long.
  return sortedDistance(a.slice().sort(), b.slice().sort());
}

/** Unit vectors (count × d): equally spaced over half a turn of the plane, else drawn once and for all. */
function unitVectors(d: number, count: number): Float64Array {
  if (d === 1) return Float64Array.of(1);
  if (d === 2)
    return Float64Array.from({ length: 2 * count }, (_, i) => {
      const angle = (Math.PI * Math.floor(i / 2)) / count;
      return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
    });
  const random = stream(0, 'directions');
  const vectors = Float64Array.from({ length: d * count }, () => random.normal());
  for (let k = 0; k < count; k++) {
    const vector = vectors.subarray(k * d, (k + 1) * d);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
    for (let j = 0; j < d; j++) vector[j] = (vector[j] as number) / length;
  }
  return vectors;
}

function project(points: Float32Array, direction: Float64Array, out: Float32Array): Float32Array {
  const d = direction.length;
  for (let i = 0, at = 0; i < out.length; i++) {
    let dot = 0;
    for (let j = 0; j < d; j++, at++) dot += (points[at] as number) * (direction[j] as number);
    out[i] = dot;
  }
  return out;
}

/**
 * Sliced Wasserstein-1 distance of two sets of points (n × d): the mean, over fixed directions, of the distance of
 * their projections. For numbers it is the distance itself; a set of the plane and its copy moved by v are 2/π·|v|
 * apart. The directions are the same every time. NaN where a set is empty or holds what is not finite.
 *
 * Source: Rabin et al., "Wasserstein Barycenter and Its Application to Texture Mixing", SSVM 2011; Bonneel et al.,
 * "Sliced and Radon Wasserstein Barycenters of Measures", JMIV 2015.
 */
export function slicedWasserstein(
  a: Float32Array,
  b: Float32Array,
  d: number,
  directions: number = defaultDirections,
): number {
  if (a.length < d || b.length < d || !a.every(Number.isFinite) || !b.every(Number.isFinite)) return Number.NaN;
  const vectors = unitVectors(d, directions);
  const shadowA = new Float32Array(Math.floor(a.length / d));
  const shadowB = new Float32Array(Math.floor(b.length / d));
  let sum = 0;
  for (let at = 0; at < vectors.length; at += d) {
    const direction = vectors.subarray(at, at + d);
    sum += sortedDistance(project(a, direction, shadowA).sort(), project(b, direction, shadowB).sort());
  }
  return (sum * d) / vectors.length;
}
