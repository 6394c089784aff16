import { describe, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { checkOperation, floats, type OperationCase } from './replays';

type Pad = 'same' | 'valid' | number | [[number, number], [number, number], [number, number], [number, number]];
interface Sides {
  readonly name: string;
  /** [batch, height, width, channels] */
  readonly images: [number, number, number, number];
  /** [filterHeight, filterWidth, channels, outChannels] */
  readonly filter: [number, number, number, number];
  readonly strides: number | [number, number];
  readonly pad: Pad;
}

const sides: readonly Sides[] = [
  { name: 'one value', images: [1, 1, 1, 1], filter: [1, 1, 1, 1], strides: 1, pad: 'valid' },
  { name: 'odd sides', images: [2, 7, 5, 3], filter: [3, 2, 3, 5], strides: 1, pad: 'valid' },
  { name: 'with padding', images: [2, 7, 5, 3], filter: [3, 3, 3, 5], strides: 1, pad: 'same' },
  { name: 'with strides', images: [2, 8, 8, 4], filter: [5, 5, 4, 8], strides: 2, pad: 'same' },
  { name: 'with unequal strides', images: [2, 9, 8, 2], filter: [3, 4, 2, 3], strides: [2, 3], pad: 'same' },
  { name: 'with strides that leave a rest', images: [1, 9, 10, 2], filter: [2, 2, 2, 3], strides: 4, pad: 'valid' },
  { name: 'with padding in numbers', images: [2, 6, 6, 2], filter: [3, 3, 2, 4], strides: 1, pad: 2 },
  {
    name: 'with padding for each side',
    images: [2, 6, 5, 2],
    filter: [3, 3, 2, 4],
    strides: 2,
    pad: [
      [0, 0],
      [1, 2],
      [0, 3],
      [0, 0],
    ],
  },
  { name: 'of single pixels', images: [3, 5, 4, 7], filter: [1, 1, 7, 6], strides: 1, pad: 'same' },
  { name: 'of single pixels, some left out', images: [3, 5, 4, 7], filter: [1, 1, 7, 6], strides: 2, pad: 'valid' },
  { name: 'of whole images', images: [3, 4, 5, 2], filter: [4, 5, 2, 6], strides: 1, pad: 'valid' },
  { name: 'of whole rows', images: [3, 4, 5, 2], filter: [1, 5, 2, 3], strides: 1, pad: 'valid' },
  { name: 'of stripes', images: [3, 6, 5, 2], filter: [2, 5, 2, 3], strides: [2, 1], pad: 'valid' },
  { name: 'with a filter larger than the image', images: [2, 2, 3, 3], filter: [5, 5, 3, 4], strides: 1, pad: 'same' },
  { name: 'in several blocks', images: [1, 32, 32, 24], filter: [5, 5, 24, 2], strides: 1, pad: 'same' },
];

const convolve =
  ({ strides, pad }: Sides) =>
  (x: tf.Tensor4D, filter: tf.Tensor4D) =>
    tf.conv2d(x, filter, strides, pad);
const transposed = ({ images, strides, pad }: Sides) => {
  return (dy: tf.Tensor4D, filter: tf.Tensor4D) => tf.conv2dTranspose(dy, filter, images, strides, pad);
};

/** Gradients with respect to images and filter, where what comes from behind is no constant. */
const gradientOf =
  (f: (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.Tensor) =>
  (x: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor[] =>
    tf.grads((...given) => tf.sum(tf.square(f(...(given as [tf.Tensor4D, tf.Tensor4D])))))([x, filter]);

const output = ({ images, filter, strides, pad }: Sides) =>
  tf.backend_util.computeConv2DInfo(images, filter, strides, 1, pad).outShape;

const cases = sides.flatMap((side): OperationCase[] => [
  {
    name: `conv2d ${side.name}`,
    operands: [floats(...side.images), floats(...side.filter)],
    compute: convolve(side),
  },
  {
    name: `the gradient of conv2d ${side.name}`,
    operands: [floats(...side.images), floats(...side.filter)],
    compute: gradientOf(convolve(side)),
  },
  {
    name: `conv2dTranspose ${side.name}`,
    operands: [floats(...output(side)), floats(...side.filter)],
    compute: transposed(side),
  },
  {
    name: `the gradient of conv2dTranspose ${side.name}`,
    operands: [floats(...output(side)), floats(...side.filter)],
    compute: gradientOf(transposed(side)),
  },
]);

const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const;
const fused = activations.map(
  (activation): OperationCase => ({
    name: `fused.conv2d with ${activation}`,
    operands: [floats(2, 5, 6, 3), floats(3, 3, 3, 4), floats(4)],
    compute: (x: tf.Tensor4D, filter: tf.Tensor4D, bias: tf.Tensor) =>
      tf.fused.conv2d({ x, filter, strides: 1, pad: 'same', bias, activation, leakyreluAlpha: 0.1 }),
  }),
);

const windows = [
  { size: 2, strides: 2, pad: 'valid' },
  { size: [3, 2], strides: [2, 1], pad: 'same' },
  { size: 3, strides: 1, pad: 1 },
] as const;
type PoolOperation = typeof tf.maxPool;
const pools = Object.entries({ maxPool: tf.maxPool, avgPool: tf.avgPool }).flatMap(
  ([name, pool]: [string, PoolOperation]) =>
    windows.flatMap(({ size, strides, pad }): OperationCase[] => {
      const f = (x: tf.Tensor4D) => pool(x, size as number, strides as number, pad);
      const images = floats(2, 7, 8, 6);
      return [
        { name: `${name} of ${[size].join()}, ${pad}`, operands: [images], compute: f },
        {
          name: `the gradient of ${name} of ${[size].join()}, ${pad}`,
          operands: [images],
          compute: tf.grad((x) => tf.sum(tf.square(f(x as tf.Tensor4D)))),
        },
      ];
    }),
);

const depthwise = [1, 2].flatMap((multiplier) =>
  (['same', 'valid'] as const).flatMap((pad): OperationCase[] => {
    const f = (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.depthwiseConv2d(x, filter, 2, pad);
    const operands = [floats(2, 7, 6, 5), floats(3, 2, 5, multiplier)];
    return [
      { name: `depthwiseConv2d times ${multiplier}, ${pad}`, operands, compute: f },
      { name: `the gradient of depthwiseConv2d times ${multiplier}, ${pad}`, operands, compute: gradientOf(f) },
    ];
  }),
);

/** Noise to images to logits, with batch normalization, as in Radford et al. 2016: everything that such a step needs. */
function judged(...given: tf.Tensor[]): tf.Tensor {
  const [noise, dense, half, whole, gain, shift, first, second, last] = given as [
    tf.Tensor2D,
    tf.Tensor2D,
    ...[tf.Tensor4D, tf.Tensor4D, tf.Tensor1D, tf.Tensor1D, tf.Tensor4D, tf.Tensor4D, tf.Tensor2D],
  ];
  const small = tf.reshape<tf.Rank.R4>(tf.relu(tf.matMul(noise, dense)), [3, 2, 2, 6]);
  const middle = tf.conv2dTranspose(small, half, [3, 4, 4, 5], 2, 'same');
  const { mean, variance } = tf.moments(middle, [0, 1, 2]);
  const normal = tf.relu(tf.batchNorm4d(middle, mean as tf.Tensor1D, variance as tf.Tensor1D, shift, gain));
  const images = tf.tanh(tf.conv2dTranspose(normal, whole, [3, 8, 8, 2], 2, 'same'));
  const seen = tf.leakyRelu(tf.conv2d(tf.leakyRelu(tf.conv2d(images, first, 2, 'same')), second, 2, 'same'));
  const logits = tf.matMul(tf.reshape<tf.Rank.R2>(tf.maxPool(seen, 2, 1, 'same'), [3, 16]), last);
  return tf.mean(tf.softplus(tf.neg(logits)));
}

const adversarial: OperationCase = {
  name: 'the gradients of a generator and of the discriminator that judges it',
  operands: [
    floats(3, 4),
    floats(4, 24),
    floats(4, 4, 5, 6),
    floats(4, 4, 2, 5),
    floats(5),
    floats(5),
    floats(4, 4, 2, 3),
    floats(4, 4, 3, 4),
    floats(16, 1),
  ],
  compute: (...given: tf.Tensor[]) => tf.grads(judged)(given),
};

describe('convolutions on wasm are those of cpu', () => {
  test.each([
    ...cases,
    ...fused,
    ...pools,
    ...depthwise,
    adversarial,
    {
      name: 'conv1d and its gradient',
      operands: [floats(3, 9, 4), floats(3, 4, 5)],
      compute: (x: tf.Tensor3D, filter: tf.Tensor3D) =>
        tf.grads((...given) =>
          tf.sum(tf.square(tf.conv1d(given[0] as tf.Tensor3D, given[1] as tf.Tensor3D, 2, 'same'))),
        )([x, filter]),
    },
  ])('$name', (operation) => checkOperation({ ...operation, ofLargest: true }));
});
