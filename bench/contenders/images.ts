import * as tf from '@tensorflow/tfjs-core';
import { stream } from '../../src/random/stream';
import type { ImageWorkload } from '../workload';
import type { Contender } from './contender';

/** Batches of images and of noise that are taken in turn. */
const batches = 4;
const filterSide = 4;

function draw(name: string, shape: number[], scale: number): tf.Tensor {
  const random = stream(7, `bench/${name}`);
  return tf.tensor(
    new Float32Array(tf.util.sizeFromShape(shape)).map(() => scale * random.normal()),
    shape,
  );
}

/** He et al. 2015, with the fan-in of every weight. */
const weights = (name: string, fanIn: number, shape: number[]) => tf.variable(draw(name, shape, Math.sqrt(2 / fanIn)));
const biases = (count: number) => tf.variable(tf.zeros([count]));

/** Images with one bright spot each, from −1 to 1. */
function spots({ side, batchSize }: ImageWorkload, batch: number): tf.Tensor4D {
  const random = stream(7, `bench/spots ${batch}`);
  const values = new Float32Array(batchSize * side * side);
  for (let image = 0; image < batchSize; image++) {
    const [y, x] = [random.uniform() * side, random.uniform() * side];
    for (let i = 0; i < side; i++)
      for (let j = 0; j < side; j++)
        values[(image * side + i) * side + j] = 2 * Math.exp(-((i - y) ** 2 + (j - x) ** 2) / side) - 1;
  }
  return tf.tensor4d(values, [batchSize, side, side, 1]);
}

type F = (x: tf.Tensor) => tf.Tensor;

/** Noise [batch, latent] to images [batch, side, side, 1]: a quarter, a half, the whole of the side. */
function generator({ side, latent, batchSize, channels: [deep, shallow] }: ImageWorkload): F {
  const quarter = side / 4;
  const dense = weights('G/dense', latent, [latent, quarter * quarter * deep]);
  const denseBias = biases(quarter * quarter * deep);
  const half = weights('G/half', filterSide * filterSide * deep, [filterSide, filterSide, shallow, deep]);
  const halfBias = biases(shallow);
  const whole = weights('G/whole', filterSide * filterSide * shallow, [filterSide, filterSide, 1, shallow]);
  return (noise) => {
    const first = tf.relu(tf.add(tf.matMul(noise as tf.Tensor2D, dense as tf.Tensor2D), denseBias));
    const small = tf.reshape<tf.Rank.R4>(first, [batchSize, quarter, quarter, deep]);
    const middle = tf.conv2dTranspose(
      small,
      half as tf.Tensor4D,
      [batchSize, 2 * quarter, 2 * quarter, shallow],
      2,
      'same',
    );
    const y = tf.relu<tf.Tensor4D>(tf.add(middle, halfBias));
    return tf.tanh(tf.conv2dTranspose(y, whole as tf.Tensor4D, [batchSize, side, side, 1], 2, 'same'));
  };
}

/** Images to logits [batch, 1]. */
function discriminator({ side, batchSize, channels: [deep, shallow] }: ImageWorkload): F {
  const quarter = side / 4;
  const half = weights('D/half', filterSide * filterSide, [filterSide, filterSide, 1, shallow]);
  const halfBias = biases(shallow);
  const small = weights('D/small', filterSide * filterSide * shallow, [filterSide, filterSide, shallow, deep]);
  const smallBias = biases(deep);
  const dense = weights('D/dense', quarter * quarter * deep, [quarter * quarter * deep, 1]);
  const convolve = (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) =>
    tf.leakyRelu(tf.add(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, 'same'), bias), 0.2);
  return (images) => {
    const y = convolve(convolve(images, half, halfBias), small, smallBias);
    return tf.matMul(tf.reshape(y, [batchSize, quarter * quarter * deep]), dense);
  };
}

/** Makes a network, and tells which variables are its own. */
function withVariables(make: () => F): readonly [F, tf.Variable[]] {
  const before = new Set(Object.values(tf.engine().registeredVariables));
  const f = make();
  return [f, Object.values(tf.engine().registeredVariables).filter((variable) => !before.has(variable))];
}

/**
 * Plain operations of tfjs, the same whoever computes them: in each step the discriminator learns to tell images from
 * made ones, then the generator to be taken for them (Goodfellow et al. 2014, non-saturating).
 */
export function trainImages(workload: ImageWorkload): Contender {
  const [generate, ofGenerator] = withVariables(() => generator(workload));
  const [judge, ofDiscriminator] = withVariables(() => discriminator(workload));
  const images = Array.from({ length: batches }, (_, i) => spots(workload, i));
  const noise = Array.from({ length: 2 * batches }, (_, i) =>
    draw(`noise ${i}`, [workload.batchSize, workload.latent], 1),
  );
  const optimizers = { generator: tf.train.adam(2e-4, 0.5), discriminator: tf.train.adam(2e-4, 0.5) };
  const loss = (logits: tf.Tensor, sign: number) => tf.mean(tf.softplus(tf.mul(logits, sign)));
  let steps = 0;
  let losses: tf.Scalar[] = [];

  function step(): void {
    const real = images[steps % batches] as tf.Tensor4D;
    const [first, second] = [noise[(2 * steps) % noise.length], noise[(2 * steps + 1) % noise.length]];
    const made = tf.tidy(() => generate(first as tf.Tensor));
    const told = () => tf.add<tf.Scalar>(loss(judge(real), -1), loss(judge(made), 1));
    const fooled = () => loss(judge(generate(second as tf.Tensor)), -1) as tf.Scalar;
    const ofTelling = optimizers.discriminator.minimize(told, true, ofDiscriminator) as tf.Scalar;
    const ofFooling = optimizers.generator.minimize(fooled, true, ofGenerator) as tf.Scalar;
    losses.push(tf.add(ofTelling, ofFooling));
    tf.dispose([made, ofTelling, ofFooling]);
    steps += 1;
  }

  return {
    steps(count) {
      for (let i = 0; i < count; i++) step();
    },
    async losses() {
      if (losses.length === 0) return [];
      const joined = tf.stack(losses);
      tf.dispose(losses);
      losses = [];
      const values = await joined.data<'float32'>();
      joined.dispose();
      return values;
    },
  };
}
