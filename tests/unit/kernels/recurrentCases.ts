import { type CellActivation, type CellName, gateCount } from '../../../src/kernels/recurrent/cells';
import type { Floats, RecurrentSides, RecurrentValues } from '../../../src/kernels/recurrent/reference';
import { drawValues } from './cases';

type Sides = readonly [steps: number, rows: number, units: number];

/** Sides that are no multiples of a vector or a tile, alone, or larger than a block of rows. */
const sides: readonly Sides[] = [
  [1, 1, 1],
  [1, 5, 7],
  [6, 1, 9],
  [5, 3, 33],
  [3, 67, 5],
  [4, 8, 16],
];

const cells: readonly (readonly [CellName, CellActivation])[] = [
  ['simple', 'tanh'],
  ['simple', 'relu'],
  ['simple', 'sigmoid'],
  ['gru', 'tanh'],
  ['lstm', 'tanh'],
];

export interface RecurrentCase extends RecurrentSides {
  readonly name: string;
}

export const recurrentCases: readonly RecurrentCase[] = cells.flatMap(([cell, activation]) =>
  sides.flatMap(([steps, rows, units]) =>
    [false, true].map((reverse) => ({
      name: `${cell === 'simple' ? activation : cell}, ${steps} steps, ${rows} rows, ${units} units${reverse ? ', backwards' : ''}`,
      cell,
      activation,
      steps,
      rows,
      units,
      reverse,
    })),
  ),
);

/** Drawn inputs of a case. */
export function recurrentValues({ cell, steps, rows, units }: RecurrentSides): RecurrentValues {
  const width = gateCount(cell) * units;
  return {
    projected: drawValues('projected', steps * rows * width),
    kernel: drawValues('kernel', units * width).map((value) => value / Math.sqrt(units)),
    h0: drawValues('h0', rows * units).map((value) => value / 2),
    ...(cell === 'gru' && { recurrentBias: drawValues('bias', width) }),
    ...(cell === 'lstm' && { c0: drawValues('c0', rows * units) }),
  };
}

/** The derivatives of a function of arrays by the values of one of them, by central differences. */
export function differences(values: Float64Array, lossOf: () => number, distance = 1e-5): Float64Array {
  return values.map((value, i) => {
    values[i] = value + distance;
    const above = lossOf();
    values[i] = value - distance;
    const below = lossOf();
    values[i] = value;
    return (above - below) / (2 * distance);
  });
}

/** Σ a·b */
export function dot(a: Floats, b: Floats): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
