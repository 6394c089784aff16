/** From drawn units to those a network is trained in: (value − shift) / scale. Plain JSON. */
export interface Scaling {
  /** Per coordinate. */
  readonly shift: readonly number[];
  /** One for all coordinates, so that shapes keep their proportions. */
  readonly scale: number;
}

/** The scaling that brings points (n × d) around 0, with a mean variance of 1 over the coordinates. */
function findScaling(points: ArrayLike<number>, d: number): Scaling {
  const count = Math.floor(points.length / d);
  const shift = new Array<number>(d).fill(0);
  if (count === 0) return { shift, scale: 1 };
  for (let i = 0; i < count * d; i++) shift[i % d] = (shift[i % d] ?? 0) + (points[i] ?? 0) / count;
  let squares = 0;
  let differ = false;
  for (let i = 0; i < count * d; i++) {
    squares += ((points[i] ?? 0) - (shift[i % d] ?? 0)) ** 2;
    differ ||= points[i] !== points[i % d];
  }
  // Equal points have no scale, and the rounding of their mean would pass for a tiny one.
  return { shift, scale: (differ && Math.sqrt(squares / (count * d))) || 1 };
}

/** Points (n × d) from drawn units to training units. */
export function applyScaling(points: ArrayLike<number>, { shift, scale }: Scaling): Float32Array {
  return Float32Array.from(points, (value, i) => (value - (shift[i % shift.length] ?? 0)) / scale);
}

/** Points (n × d) from training units back to drawn units. */
export function undoScaling(points: ArrayLike<number>, { shift, scale }: Scaling): Float32Array {
  return Float32Array.from(points, (value, i) => value * scale + (shift[i % shift.length] ?? 0));
}

/**
 * Points (n × d) around 0 with about unit variance, and the scaling that did it: a shift per coordinate and one
 * common scale. Points that are all the same are only shifted.
 */
export function standardize(points: ArrayLike<number>, d: number): { points: Float32Array; scaling: Scaling } {
  const scaling = findScaling(points, d);
  return { points: applyScaling(points, scaling), scaling };
}
