/** A side of what is computed: how long it is, and how far apart its values lie in each operand, in elements. */
export interface Axis {
  readonly length: number;
  readonly steps: readonly number[];
}

/** Distances between neighbours along each side of a row-major tensor, in elements. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let i = shape.length - 2; i >= 0; i--) strides[i] = (strides[i + 1] as number) * (shape[i + 1] as number);
  return strides;
}

/** The same along the sides of a larger shape to which this one is broadcast: 0 where it is repeated. */
export function broadcastStrides(shape: readonly number[], to: readonly number[]): number[] {
  const strides = stridesOf(shape);
  const missing = to.length - shape.length;
  return to.map((_, i) => (i < missing || shape[i - missing] === 1 ? 0 : (strides[i - missing] as number)));
}

/** Axes of a shape with the strides of each operand along them. */
export const axesOf = (shape: readonly number[], ...strides: readonly (readonly number[])[]): Axis[] =>
  shape.map((length, i) => ({ length, steps: strides.map((of) => of[i] as number) }));

/** The same places in the same order along fewer axes: neighbours that all operands walk in one go become one. */
export function mergeAxes(axes: readonly Axis[]): Axis[] {
  const merged: Axis[] = [];
  for (const axis of axes.filter(({ length }) => length !== 1)) {
    const outer = merged.at(-1);
    if (outer?.steps.every((step, i) => step === (axis.steps[i] as number) * axis.length))
      merged[merged.length - 1] = { length: outer.length * axis.length, steps: axis.steps };
    else merged.push(axis);
  }
  return merged;
}

/** Visits every place along the axes, the last one fastest, with each operand's distance from its beginning. */
export function forEachPlace(
  axes: readonly Axis[],
  operands: number,
  visit: (places: readonly number[]) => void,
): void {
  const [axis, ...inner] = axes;
  if (!axis) return visit(new Array<number>(operands).fill(0));
  for (let i = 0; i < axis.length; i++)
    forEachPlace(inner, operands, (places) => visit(places.map((place, k) => place + i * (axis.steps[k] as number))));
}
