/** [outer, n, inner] → [outer, inner] */
export interface Reduction {
  readonly outer: number;
  readonly n: number;
  readonly inner: number;
}

const product = (sides: readonly number[]) => sides.reduce((size, side) => size * side, 1);

/**
 * The reductions, one after another, that reduce a row-major tensor along the given axes: one for each group of axes
 * that are neighbours, the last group first. Axes of length 1 need none.
 */
export function reductions(shape: readonly number[], axes: readonly number[]): Reduction[] {
  const sides = shape
    .map((length, i) => ({ length, isReduced: axes.includes(i) }))
    .filter(({ length }) => length !== 1);
  const steps: Reduction[] = [];
  let inner = 1;
  while (sides.length > 0) {
    const group: number[] = [];
    const isReduced = sides.at(-1)?.isReduced;
    while (sides.length > 0 && sides.at(-1)?.isReduced === isReduced) group.push(sides.pop()?.length ?? 1);
    if (isReduced) steps.push({ outer: product(sides.map(({ length }) => length)), n: product(group), inner });
    else inner *= product(group);
  }
  return steps;
}
