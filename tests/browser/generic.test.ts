import { beforeEach, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { drawValues } from '../unit/kernels/cases';
import { checkOperation, floats, integers, type Operand, type OperationCase, positive, truths } from './replays';

const special = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0,
  -0,
  1,
  -1,
  1e-30,
  -1e-30,
  100,
  -100,
];
/** Floats of all kinds, more than a whole number of vectors. */
const any: Operand = { shape: [5, 7], first: special };

const unary = (name: string, compute: (x: tf.Tensor) => tf.Tensor, x: Operand = any): OperationCase => ({
  name,
  operands: [x],
  compute,
});

const unaries = [
  unary('abs', tf.abs),
  unary('neg', tf.neg),
  unary('sign', tf.sign),
  unary('square', tf.square),
  unary('sqrt', tf.sqrt),
  unary('rsqrt', tf.rsqrt),
  unary('reciprocal', tf.reciprocal),
  unary('floor', tf.floor),
  unary('ceil', tf.ceil),
  unary('round', tf.round, { shape: [40], as: (x) => Math.round(8 * x) / 2 }),
  unary('relu', tf.relu),
  unary('relu6', tf.relu6, { shape: [40], as: (x) => 8 * x, first: special }),
  unary('leakyRelu', (x) => tf.leakyRelu(x, 0.3)),
  unary('step', (x) => tf.step(x, 0.25)),
  unary('clipByValue', (x) => tf.clipByValue(x, -0.5, 0.7)),
  unary('exp', tf.exp, { shape: [40], as: (x) => 30 * x, first: special }),
  unary('expm1', tf.expm1, { shape: [40], as: (x) => x / 100, first: special }),
  unary('expm1 of large numbers', tf.expm1, { shape: [40], as: (x) => 30 * x }),
  unary('log', tf.log),
  unary('log of small and large numbers', tf.log, { shape: [40], as: (x) => Math.exp(40 * x) }),
  unary('log1p', tf.log1p, { shape: [40], as: (x) => x / 100, first: special }),
  unary('sin', tf.sin),
  unary('cos', tf.cos),
  unary('sin of large numbers', tf.sin, { shape: [40], as: (x) => 1000 * x }),
  unary('tanh', tf.tanh),
  unary('tanh of small numbers', tf.tanh, { shape: [40], as: (x) => x / 1000 }),
  unary('sigmoid', tf.sigmoid),
  unary('softplus', tf.softplus),
  unary('elu', tf.elu),
  unary('selu', tf.selu),
];

const combine = (name: string, compute: OperationCase['compute'], a: Operand, b: Operand): OperationCase => ({
  name,
  operands: [a, b],
  compute,
});

const shapes: Readonly<Record<string, readonly [number[], number[]]>> = {
  'two numbers': [[], []],
  'a vector and a number': [[13], []],
  'a number and a vector': [[], [13]],
  'equal shapes': [
    [3, 4, 5],
    [3, 4, 5],
  ],
  'a row': [[6, 7], [7]],
  'a column': [
    [6, 7],
    [6, 1],
  ],
  'a row and a column': [
    [6, 1],
    [1, 9],
  ],
  'the middle repeated': [
    [3, 1, 5],
    [3, 4, 5],
  ],
  'the outside and the inside repeated': [
    [2, 3, 4, 5],
    [1, 3, 1, 5],
  ],
  'each in its own axes': [
    [2, 1, 4, 1, 3],
    [1, 3, 1, 5, 3],
  ],
};

const broadcast = Object.entries(shapes).map(([name, [a, b]]) =>
  combine(`sub, ${name}`, tf.sub, { shape: a }, { shape: b }),
);

const pair = [any, { ...any, first: [1, 1, -1, 0, 0, ...special] }] as const;
const wholes = [integers(3, 7), integers(3, 7)] as const;
const binaries = [
  ...Object.entries({ add: tf.add, sub: tf.sub, mul: tf.mul, div: tf.div, maximum: tf.maximum, minimum: tf.minimum }),
  ...Object.entries({ squaredDifference: tf.squaredDifference, prelu: tf.prelu }),
  ...Object.entries({ equal: tf.equal, notEqual: tf.notEqual, greater: tf.greater, greaterEqual: tf.greaterEqual }),
  ...Object.entries({ less: tf.less, lessEqual: tf.lessEqual }),
].map(([name, compute]) => combine(name, compute as OperationCase['compute'], ...pair));
const ofIntegers = [
  ...Object.entries({ add: tf.add, sub: tf.sub, mul: tf.mul, maximum: tf.maximum, minimum: tf.minimum }),
  ...Object.entries({ equal: tf.equal, notEqual: tf.notEqual, greater: tf.greater, greaterEqual: tf.greaterEqual }),
  ...Object.entries({ less: tf.less, lessEqual: tf.lessEqual }),
].map(([name, compute]) => combine(`${name} of integers`, compute as OperationCase['compute'], ...wholes));
const powers = [
  combine('pow', tf.pow, positive(5, 9), floats(5, 9)),
  combine('pow of whole exponents', tf.pow, floats(5, 9), { shape: [9], as: (x) => Math.round(3 * x) }),
  combine('pow of special values', tf.pow, { shape: [11, 1], first: special }, { shape: [11], first: special }),
];
const logical = [
  combine('logicalAnd', tf.logicalAnd, truths(5, 7), truths(5, 7)),
  combine('logicalOr of a row', tf.logicalOr, truths(5, 7), truths(7)),
  combine('logicalAnd of a column', tf.logicalAnd, truths(5, 7), truths(5, 1)),
  { name: 'logicalNot', operands: [truths(9)], compute: tf.logicalNot },
];

const others: readonly OperationCase[] = [
  { name: 'addN', operands: [floats(3, 3), floats(3, 3), floats(3, 3)], compute: (...all) => tf.addN(all) },
  { name: 'cast float to integer', operands: [{ shape: [19], as: (x) => 9 * x }], compute: (x) => tf.cast(x, 'int32') },
  { name: 'cast float to bool', operands: [{ shape: [19], first: special }], compute: (x) => tf.cast(x, 'bool') },
  { name: 'cast integer to float', operands: [integers(19)], compute: (x) => tf.cast(x, 'float32') },
  { name: 'cast integer to bool', operands: [integers(19)], compute: (x) => tf.cast(x, 'bool') },
  { name: 'cast bool to float', operands: [truths(19)], compute: (x) => tf.cast(x, 'float32') },
  { name: 'cast bool to integer', operands: [truths(19)], compute: (x) => tf.cast(x, 'int32') },
  { name: 'clone', operands: [floats(4)], compute: tf.clone },
  { name: 'zerosLike and onesLike', operands: [floats(2, 3)], compute: (x) => [tf.zerosLike(x), tf.onesLike(x)] },
  { name: 'onesLike of bools', operands: [truths(2, 3)], compute: tf.onesLike },
  { name: 'where', operands: [truths(4, 5), floats(4, 5), floats(4, 5)], compute: tf.where },
  {
    name: 'where, broadcast',
    operands: [truths(4, 1), floats(5), integers(4, 5)],
    compute: (c, a, b) => tf.where(c, a, tf.cast(b, 'float32')),
  },
  { name: 'where of integers', operands: [truths(9), integers(9), integers(9)], compute: tf.where },
];

describe('a function of each value on wasm is the one of cpu', () => {
  test.each([...unaries, ...broadcast, ...binaries, ...ofIntegers, ...powers, ...logical, ...others])(
    '$name',
    checkOperation,
  );
});

const axes: readonly (readonly [shape: number[], axis: number | number[] | undefined])[] = [
  [[13], undefined],
  [[5003], 0],
  [[7, 13], 1],
  [[7, 13], 0],
  [[601, 37], 0],
  [[3, 4, 5], 1],
  [
    [3, 4, 5],
    [0, 2],
  ],
  [
    [2, 3, 4, 5],
    [1, 2],
  ],
  [
    [2, 3, 4, 5],
    [0, 1, 2],
  ],
  [
    [1, 3, 1],
    [0, 2],
  ],
  [[], undefined],
];
const reductions = axes.flatMap(([shape, axis]) =>
  Object.entries({ sum: tf.sum, mean: tf.mean, max: tf.max, min: tf.min }).flatMap(([name, compute]) =>
    [false, true].map((keepDims) => ({
      name: `${name} of [${shape.join()}] along [${[axis].flat().join()}]${keepDims ? ', axes kept' : ''}`,
      operands: [{ shape }],
      compute: (x: tf.Tensor) => compute(x, axis, keepDims),
    })),
  ),
);

describe('a reduction on wasm is the one of cpu', () => {
  test.each<OperationCase>([
    ...reductions,
    { name: 'sum of integers', operands: [integers(7, 9)], compute: (x) => tf.sum(x, 0) },
    { name: 'max and min of integers', operands: [integers(7, 9)], compute: (x) => [tf.max(x, 1), tf.min(x, 0)] },
    { name: 'sum of bools', operands: [truths(40)], compute: (x) => tf.sum(x) },
    { name: 'prod', operands: [floats(5, 6)], compute: (x) => [tf.prod(x, 0), tf.prod(x, 1), tf.prod(x)] },
    {
      name: 'max with NaN',
      operands: [{ shape: [3, 7], first: special }],
      compute: (x) => [tf.max(x, 0), tf.max(x, 1)],
    },
    { name: 'all and any', operands: [truths(6, 3)], compute: (x) => [tf.all(x, 1), tf.any(x, 0), tf.all(x)] },
    { name: 'argMax', operands: [floats(4, 9, 3)], compute: (x) => [0, 1, 2].map((axis) => tf.argMax(x, axis)) },
    { name: 'argMin', operands: [floats(4, 9, 3)], compute: (x) => [0, 1, 2].map((axis) => tf.argMin(x, axis)) },
    { name: 'argMax of equal values', operands: [{ shape: [6, 8], as: Math.round }], compute: (x) => tf.argMax(x, 1) },
    { name: 'softmax', operands: [floats(7, 13)], compute: (x) => tf.softmax(x) },
    {
      name: 'softmax of large numbers',
      operands: [{ shape: [5, 3], as: (x) => 500 * x }],
      compute: (x) => tf.softmax(x),
    },
    { name: 'logSoftmax', operands: [floats(7, 13)], compute: (x) => tf.logSoftmax(x) },
    { name: 'moments', operands: [floats(4, 5, 6)], compute: (x) => Object.values(tf.moments(x, [0, 1])) },
  ])('$name', checkOperation);
});

describe('values that are put elsewhere on wasm are those of cpu', () => {
  test.each<OperationCase>([
    { name: 'concat of vectors', operands: [floats(5), floats(1), floats(8)], compute: (...all) => tf.concat(all) },
    { name: 'concat of columns', operands: [floats(5, 3), floats(5, 4)], compute: (...all) => tf.concat(all, 1) },
    {
      name: 'concat in the middle',
      operands: [floats(2, 3, 4), floats(2, 5, 4)],
      compute: (...all) => tf.concat(all, 1),
    },
    { name: 'concat of integers', operands: [integers(5), integers(2)], compute: (...all) => tf.concat(all) },
    { name: 'concat with nothing', operands: [floats(0, 3), floats(2, 3)], compute: (...all) => tf.concat(all) },
    {
      name: 'stack',
      operands: [floats(2, 3), floats(2, 3)],
      compute: (...all) => [0, 1, 2].map((at) => tf.stack(all, at)),
    },
    { name: 'unstack', operands: [floats(3, 4, 2)], compute: (x) => [0, 1, 2, -1].flatMap((at) => tf.unstack(x, at)) },
    { name: 'split', operands: [floats(6, 4)], compute: (x) => [...tf.split(x, 3), ...tf.split(x, [1, 3], 1)] },
    { name: 'slice of a vector', operands: [floats(20)], compute: (x) => tf.slice(x, 3, 9) },
    { name: 'slice of a corner', operands: [floats(4, 5, 6)], compute: (x) => tf.slice(x, [1, 2, 3], [2, 2, 2]) },
    {
      name: 'slice of five axes',
      operands: [floats(3, 3, 3, 3, 3)],
      compute: (x) => tf.slice(x, [1, 0, 1, 0, 1], [2, 2, 2, 2, 2]),
    },
    { name: 'stridedSlice', operands: [floats(7, 9)], compute: (x) => tf.stridedSlice(x, [6, 1], [0, 9], [-2, 3]) },
    {
      name: 'pad',
      operands: [floats(3, 4)],
      compute: (x) =>
        tf.pad(x, [
          [1, 2],
          [0, 3],
        ]),
    },
    {
      name: 'pad by a value',
      operands: [floats(2, 3, 2)],
      compute: (x) =>
        tf.pad(
          x,
          [
            [0, 0],
            [1, 0],
            [2, 1],
          ],
          7,
        ),
    },
    { name: 'pad of integers', operands: [integers(5)], compute: (x) => tf.pad(x, [[2, 3]], -1) },
    { name: 'transpose', operands: [floats(17, 13)], compute: (x) => tf.transpose(x) },
    {
      name: 'transpose of three axes',
      operands: [floats(3, 5, 7)],
      compute: (x) =>
        [
          [0, 2, 1],
          [1, 0, 2],
          [2, 1, 0],
          [2, 0, 1],
        ].map((perm) => tf.transpose(x, perm)),
    },
    {
      name: 'transpose of five axes',
      operands: [floats(2, 3, 4, 5, 3)],
      compute: (x) => [tf.transpose(x), tf.transpose(x, [4, 2, 0, 3, 1])],
    },
    {
      name: 'tile',
      operands: [floats(3, 5)],
      compute: (x) => [tf.tile(x, [2, 1]), tf.tile(x, [1, 3]), tf.tile(x, [4, 2])],
    },
    { name: 'broadcastTo', operands: [floats(3, 1, 5)], compute: (x) => tf.broadcastTo(x, [2, 3, 4, 5]) },
    {
      name: 'reverse',
      operands: [floats(3, 4, 5)],
      compute: (x) => [tf.reverse(x, 0), tf.reverse(x, [1, 2]), tf.reverse(x)],
    },
    {
      name: 'resizeNearestNeighbor',
      operands: [floats(2, 3, 5, 4)],
      compute: (x) => tf.image.resizeNearestNeighbor(x, [6, 15]),
    },
    { name: 'oneHot', operands: [integers(9)], compute: (x) => tf.oneHot(x, 5, 2, -1) },
    {
      name: 'unsortedSegmentSum',
      operands: [floats(9, 5), { shape: [9], dtype: 'int32', as: Math.abs }],
      compute: (x, at) => tf.unsortedSegmentSum(x, at, 4),
    },
  ])('$name', checkOperation);
});

/** Gradients with respect to every operand, where what comes from behind is no constant. */
const gradient = (
  name: string,
  operands: readonly Operand[],
  f: (...operands: never[]) => tf.Tensor,
): OperationCase => ({
  name,
  operands,
  compute: (...given: tf.Tensor[]) => tf.grads((...xs) => tf.sum(tf.square(f(...(xs as never[])))))(given),
});

describe('gradients on wasm are those of cpu', () => {
  test.each<OperationCase>([
    gradient('of a sum of broadcast operands', [floats(4, 3, 5), floats(3, 1)], tf.add),
    gradient('of a product', [floats(4, 5), floats(5)], tf.mul),
    gradient('of a quotient', [floats(4, 5), positive(4, 1)], tf.div),
    gradient('of a power', [positive(4, 5), floats(5)], tf.pow),
    gradient('of maximum', [floats(4, 5), floats(4, 5)], tf.maximum),
    gradient('of prelu', [floats(4, 5), floats(5)], tf.prelu),
    gradient('of elu, selu and sigmoid', [floats(4, 5)], (x: tf.Tensor) =>
      tf.add(tf.elu(x), tf.mul(tf.selu(x), tf.sigmoid(x))),
    ),
    gradient('of tanh, relu6 and softplus', [floats(4, 5)], (x: tf.Tensor) =>
      tf.add(tf.tanh(x), tf.mul(tf.relu6(x), tf.softplus(x))),
    ),
    gradient('of leakyRelu and clip', [floats(4, 5)], (x: tf.Tensor) => tf.leakyRelu(tf.clipByValue(x, -1, 0.5))),
    gradient('of where', [floats(4, 5), floats(5)], (x: tf.Tensor, y: tf.Tensor) =>
      tf.where(tf.tensor1d([1, 0, 1, 1, 0], 'bool'), x, y),
    ),
    gradient('of sqrt, rsqrt and log', [positive(9)], (x: tf.Tensor) =>
      tf.add(tf.sqrt(x), tf.mul(tf.rsqrt(x), tf.log(x))),
    ),
    gradient('of sin and cos', [floats(9)], (x: tf.Tensor) => tf.mul(tf.sin(x), tf.cos(x))),
    gradient('of mean and max', [floats(4, 5)], (x: tf.Tensor) => tf.mul(tf.mean(x, 0), tf.max(x))),
    gradient('of softmax', [floats(4, 5)], (x: tf.Tensor) => tf.softmax(x as tf.Tensor2D)),
    gradient('of logSoftmax', [floats(4, 5)], (x: tf.Tensor) => tf.logSoftmax(x)),
    gradient('of concat, slice and pad', [floats(4, 5), floats(4, 2)], (x: tf.Tensor, y: tf.Tensor) =>
      tf.pad(tf.slice(tf.concat([x, y], 1), [1, 1], [2, 5]), [
        [1, 0],
        [0, 2],
      ]),
    ),
    gradient('of transpose, tile and reverse', [floats(4, 5)], (x: tf.Tensor) =>
      tf.mul(tf.reverse(tf.tile(tf.transpose(x), [2, 3]), 0), 2),
    ),
    gradient('of stack and unstack', [floats(4, 5)], (x: tf.Tensor) => tf.stack(tf.unstack(x, 1).toReversed())),
    gradient('of resizeNearestNeighbor', [floats(1, 3, 4, 3)], (x: tf.Tensor4D) =>
      tf.image.resizeNearestNeighbor(x, [6, 12]),
    ),
    {
      name: 'of gather',
      operands: [floats(6, 3), { shape: [8], dtype: 'int32', as: (i) => Math.abs(i) % 6 }],
      compute: (x, at) => tf.grad((table) => tf.sum(tf.square(tf.gather(table, at))))(x),
    },
    {
      name: 'of gather along the last axis',
      operands: [floats(3, 6), { shape: [8], dtype: 'int32', as: (i) => Math.abs(i) % 6 }],
      compute: (x, at) => tf.grad((table) => tf.sum(tf.square(tf.gather(table, at, 1))))(x),
    },
    gradient('of batchNorm', [floats(6, 3), floats(3), positive(3), floats(3), floats(3)], tf.batchNorm),
    gradient('of layer normalization', [floats(6, 5)], (x: tf.Tensor) => {
      const { mean, variance } = tf.moments(x, 1, true);
      return tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-3)));
    }),
  ])('$name', checkOperation);
});

describe('on wasm', () => {
  beforeEach(async () => {
    await startBackend('wasm');
  });
  const read = (compute: () => tf.Tensor) => {
    const result = tf.tidy(compute);
    const found = { shape: result.shape, values: [...result.dataSync()] };
    result.dispose();
    return found;
  };

  test('nothing stays nothing', () => {
    const empty = (...shape: number[]) => tf.zeros(shape);
    expect(read(() => tf.add(empty(0, 4), tf.ones([4])))).toEqual({ shape: [0, 4], values: [] });
    expect(read(() => tf.exp(empty(3, 0)))).toEqual({ shape: [3, 0], values: [] });
    expect(read(() => tf.sum(empty(3, 0), 1))).toEqual({ shape: [3], values: [0, 0, 0] });
    expect(read(() => tf.concat([empty(0, 2), empty(0, 2)]))).toEqual({ shape: [0, 2], values: [] });
    expect(read(() => tf.slice(tf.ones([3, 4]), [1, 4], [2, 0]))).toEqual({ shape: [2, 0], values: [] });
    expect(
      read(() =>
        tf.pad(
          empty(0, 2),
          [
            [1, 0],
            [0, 0],
          ],
          5,
        ),
      ),
    ).toEqual({ shape: [1, 2], values: [5, 5] });
    expect(read(() => tf.transpose(empty(0, 2)))).toEqual({ shape: [2, 0], values: [] });
    expect(read(() => tf.tile(empty(0, 2), [2, 2]))).toEqual({ shape: [0, 4], values: [] });
    expect(read(() => tf.unsortedSegmentSum(empty(0, 2), tf.tensor1d([], 'int32'), 1))).toEqual({
      shape: [1, 2],
      values: [0, 0],
    });
  });

  // The cpu backend takes neighbours instead of every other value here.
  test('a strided slice may leave an axis out', () => {
    const x = Float32Array.from({ length: 24 }, (_, i) => i);
    const slice = () => tf.stridedSlice(tf.tensor(x, [3, 4, 2]), [1, 0], [2, 4], [1, 2], 0, 0, 0, 0, 1);
    expect(read(slice)).toEqual({ shape: [2, 2], values: [8, 9, 12, 13] });
  });

  // The cpu backend forgets about every image but the first.
  test('the gradient of enlarged images is that of each', () => {
    const dy = drawValues('dy', 2 * 6 * 12 * 3);
    const enlarge = (x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [6, 12]);
    const gradient = (images: tf.Tensor) => tf.grad(enlarge)(tf.zeros([images.size / (6 * 12 * 3), 3, 4, 3]), images);
    const both = () => tf.tensor(dy, [2, 6, 12, 3]);
    const apart = () => tf.concat(tf.split(both(), 2).map(gradient));
    expect(read(() => gradient(both()))).toEqual(read(apart));
  });
});
