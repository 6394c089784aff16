import type { Initializer, NamedTensors, ParameterSpec } from '../../engine/model';
import * as tf from '../../engine/tf';
import { dense } from '../../kernels/dense/op';
import { activate, slopes } from './activations';
import type { GenActivationName } from './config';
import type { Network } from './network';

/** Side of the windows. */
const side = 3;

export interface ConvolutionalOptions {
  /** Begins the names of its parameters. */
  readonly name: string;
  /** Pixels a side. */
  readonly size: number;
  /** Channels of the stages: between two the side is doubled, or halved. */
  readonly channels: readonly number[];
  readonly activation: GenActivationName;
  readonly initializer: Initializer;
  readonly bias: boolean;
}

/** One kernel, and a bias where there is one. */
function specsOf(at: string, shape: number[], { initializer, bias }: ConvolutionalOptions): ParameterSpec[] {
  const fanOut = shape.at(-1) as number;
  const fanIn = shape.slice(0, -1).reduce((product, n) => product * n, 1);
  const kernel = { name: `${at}/kernel`, shape, initializer, fanIn, fanOut, penalized: true };
  const zero = { kind: 'zero' } as const;
  const shift = { name: `${at}/bias`, shape: [fanOut], initializer: zero, fanIn, fanOut, penalized: false };
  return bias ? [kernel, shift] : [kernel];
}

const plus = <T extends tf.Tensor>(x: T, shift: tf.Tensor | undefined): T => (shift ? tf.add(x, shift) : x);

/**
 * Every pixel twice in both directions. By copies, not by resizing: the library's gradient of that is wrong on cpu.
 * @param x [rows, side, side, channels]
 */
function doubled(x: tf.Tensor4D): tf.Tensor4D {
  const [rows, height, width, channels] = x.shape;
  const across = tf.tile(tf.reshape<tf.Rank.R3>(x, [rows * height * width, 1, channels]), [1, 2, 1]);
  const down = tf.tile(tf.reshape<tf.Rank.R3>(across, [rows * height, 1, 2 * width * channels]), [1, 2, 1]);
  return tf.reshape(down, [rows, 2 * height, 2 * width, channels]);
}

/** Sides of the stages' pictures, the whole one first: each half of the one before. */
function sidesOf(size: number, stages: number): number[] {
  return Array.from({ length: stages + 1 }, (_, stage) => size / 2 ** stage);
}

/** How often pictures of a size can be halved. */
export function mostStages(size: number): number {
  let stages = 0;
  for (let left = size; left % 2 === 0 && left > 2; left /= 2) stages += 1;
  return stages;
}

/**
 * Numbers to pictures: a dense layer gives small pictures of many channels; each stage doubles their sides by repeating
 * pixels and convolves them, so that no checkerboard appears (Odena, Dumoulin, Olah 2016).
 * @param inputs numbers that a picture is made of
 * @returns a network of outputs [rows, size²]
 */
export function pictureMaker(inputs: number, options: ConvolutionalOptions): Network {
  const { name, size, channels, activation } = options;
  const sides = sidesOf(size, channels.length).toReversed();
  const base = sides[0] as number;
  const first = channels[0] as number;
  const after = [...channels.slice(1), 1];
  const parameters = [
    ...specsOf(`${name}/dense`, [inputs, base * base * first], options),
    ...channels.flatMap((from, i) =>
      specsOf(`${name}/convolution${i}`, [side, side, from, after[i] as number], options),
    ),
  ];
  const area = (stage: number) => (sides[stage] as number) ** 2;
  const outputs: Network['outputs'] = (given, z) => {
    const rows = z.shape[0];
    const at = (part: string) => given[`${name}/${part}`];
    const wide = dense(z, at('dense/kernel') as tf.Tensor2D, at('dense/bias') as tf.Tensor1D | undefined, activation);
    let x = tf.reshape<tf.Rank.R4>(wide, [rows, base, base, first]);
    channels.forEach((_, i) => {
      const convolved = tf.conv2d(doubled(x), at(`convolution${i}/kernel`) as tf.Tensor4D, 1, 'same');
      x = plus(convolved, at(`convolution${i}/bias`));
      if (i < channels.length - 1) x = activate(x, activation);
    });
    return tf.reshape(x, [rows, size * size]);
  };
  return {
    parameters,
    multiplyAdds:
      inputs * base * base * first +
      channels.reduce((sum, from, i) => sum + area(i + 1) * side * side * from * (after[i] as number), 0),
    activations: channels.reduce((sum, from, i) => sum + area(i + 1) * (2 * from + 3 * (after[i] as number)), 0),
    outputs,
    along: () => {
      throw new Error('no penalty looks at the gradient of a generator');
    },
  };
}

/**
 * Pictures to numbers: each stage halves the sides by a convolution in steps of two, and a dense layer reads the rest.
 * @param heads outputs
 */
export function pictureJudge(heads: number, options: ConvolutionalOptions): Network {
  const { name, size, channels, activation } = options;
  const sides = sidesOf(size, channels.length);
  const last = channels.length - 1;
  const flat = (sides[last + 1] as number) ** 2 * (channels[last] as number);
  const before = [1, ...channels.slice(0, -1)];
  const parameters = [
    ...channels.flatMap((to, i) => specsOf(`${name}/convolution${i}`, [side, side, before[i] as number, to], options)),
    ...specsOf(`${name}/dense`, [flat, heads], options),
  ];
  const at = (given: NamedTensors, part: string) => given[`${name}/${part}`];
  const convolve = (given: NamedTensors, x: tf.Tensor4D, i: number) =>
    tf.conv2d(x, at(given, `convolution${i}/kernel`) as tf.Tensor4D, 2, 'same');
  const picture = (rows: tf.Tensor2D) => tf.reshape<tf.Rank.R4>(rows, [rows.shape[0], size, size, 1]);
  const stage = (given: NamedTensors, x: tf.Tensor4D, i: number) =>
    activate(plus(convolve(given, x, i), at(given, `convolution${i}/bias`)), activation);
  const read = (given: NamedTensors, x: tf.Tensor4D, shift: tf.Tensor1D | undefined) =>
    dense(tf.reshape(x, [x.shape[0], flat]), at(given, 'dense/kernel') as tf.Tensor2D, shift, 'linear');
  const area = (i: number) => (sides[i + 1] as number) ** 2;

  return {
    parameters,
    multiplyAdds:
      flat * heads + channels.reduce((sum, to, i) => sum + area(i) * side * side * (before[i] as number) * to, 0),
    activations: size * size + channels.reduce((sum, to, i) => sum + 3 * area(i) * to, 0),
    outputs(given, inputs) {
      let x = picture(inputs);
      channels.forEach((_, i) => {
        x = stage(given, x, i);
      });
      return read(given, x, at(given, 'dense/bias') as tf.Tensor1D | undefined);
    },
    along(given, inputs, direction) {
      let x = picture(inputs);
      let along = picture(direction);
      channels.forEach((_, i) => {
        x = stage(given, x, i);
        along = tf.mul(convolve(given, along, i), slopes[activation](x));
      });
      return read(given, along, undefined);
    },
  };
}
