import { type ProductShape, productShape } from '../../../src/kernels/matmul/shape';
import { stream } from '../../../src/random/stream';

type Sides = readonly [batch: number, m: number, n: number, k: number];

/** Sides that are no multiples of a tile, shorter than one, or longer than a block; more than one matrix. */
const sides: Readonly<Record<string, Sides>> = {
  'one number': [1, 1, 1, 1],
  'a whole tile': [1, 4, 8, 16],
  'less than a tile': [1, 3, 7, 2],
  'a row': [1, 1, 37, 19],
  'a column': [1, 37, 1, 19],
  'no depth to speak of': [1, 21, 13, 1],
  'odd sides': [1, 67, 29, 31],
  'more depth than a block': [1, 9, 17, 521],
  'more rows than a block': [1, 131, 9, 5],
  'more columns than a block': [1, 5, 1043, 7],
  'a layer of 784 to 256 units': [1, 32, 256, 784],
  'a batch': [5, 6, 11, 13],
  'a batch of columns': [3, 10, 1, 4],
  'no depth at all': [2, 5, 9, 0],
};

export interface ProductCase {
  readonly name: string;
  readonly leftShape: number[];
  readonly rightShape: number[];
  readonly transposeLeft: boolean;
  readonly transposeRight: boolean;
  readonly shape: ProductShape;
}

/** Each of the sides with none, one or both of the operands transposed. */
export const productCases: readonly ProductCase[] = Object.entries(sides).flatMap(([name, [batch, m, n, k]]) =>
  [false, true].flatMap((transposeLeft) =>
    [false, true].map((transposeRight) => {
      const leftShape = transposeLeft ? [batch, k, m] : [batch, m, k];
      const rightShape = transposeRight ? [batch, n, k] : [batch, k, n];
      const shape = productShape(leftShape, rightShape, transposeLeft, transposeRight) as ProductShape;
      const marks = `${transposeLeft ? 'ᵀ' : ''}·${transposeRight ? 'ᵀ' : ''}`;
      return {
        name: `${name} (A${marks.replace('·', '·B')})`,
        leftShape,
        rightShape,
        transposeLeft,
        transposeRight,
        shape,
      };
    }),
  ),
);

export const sizeOf = (sides: readonly number[]) => sides.reduce((product, side) => product * side, 1);

/** Values around 0, the same for the same name. */
export function drawValues(name: string, count: number): Float32Array {
  const random = stream(1, name);
  return new Float32Array(count).map(() => random.normal());
}

/** The largest difference as a share of the largest expected value. */
export function relativeError(actual: Float32Array, expected: Float32Array): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let size = 0;
  expected.forEach((value, i) => {
    difference = Math.max(difference, Math.abs(value - (actual[i] as number)));
    size = Math.max(size, Math.abs(value));
  });
  return size > 0 ? difference / size : difference;
}
