import * as tf from '@tensorflow/tfjs';
import { imitatedWidth } from '../../src/data/imitated/info';
import type { AdversarialData, AdversarialWorkload } from '../workload';
import type { Contender } from './contender';
import { adam, countStock, inTurn } from './stock-layers';

/** Rows [rows, inputs] to rows [rows, outputs]. */
type Network = (x: tf.Tensor2D) => tf.Tensor2D;

interface Networks {
  readonly generate: Network;
  /** Logits [rows, 1]. */
  readonly judge: Network;
}

/** Variables by the names of our layout. */
type Named = ReadonlyMap<string, tf.Variable>;

const activations = { relu: tf.relu, leakyRelu: tf.leakyRelu, tanh: tf.tanh, sigmoid: tf.sigmoid };

const outputs = { linear: (x: tf.Tensor2D) => x, tanh: tf.tanh<tf.Tensor2D>, sigmoid: tf.sigmoid<tf.Tensor2D> };

function layersOf(named: Named) {
  const of = <R extends tf.Rank>(name: string) => named.get(name) as tf.Tensor as tf.Tensor<R>;
  return {
    dense: (x: tf.Tensor2D, at: string): tf.Tensor2D =>
      tf.add(tf.matMul(x, of<tf.Rank.R2>(`${at}/kernel`)), of(`${at}/bias`)),
    convolution: (x: tf.Tensor4D, at: string, stride: number): tf.Tensor4D =>
      tf.add(tf.conv2d(x, of<tf.Rank.R4>(`${at}/kernel`), stride, 'same'), of(`${at}/bias`)),
  };
}

function denseNetworks({ model }: AdversarialWorkload['config'], named: Named): Networks {
  const { dense } = layersOf(named);
  const activate = activations[model.activation];
  const networkOf =
    (name: string, depth: number): Network =>
    (x) => {
      let y = x;
      for (let i = 0; i < depth; i++) y = activate(dense(y, `${name}/dense${i}`));
      return dense(y, `${name}/dense${depth}`);
    };
  return {
    generate: networkOf('generator', model.generator.length),
    judge: networkOf('discriminator', model.discriminator.length),
  };
}

/** Every pixel twice in both directions; by copies, because the gradient of resizing is wrong on cpu. */
function doubled(x: tf.Tensor4D): tf.Tensor4D {
  const [rows, height, width, channels] = x.shape;
  const across = tf.tile(tf.reshape<tf.Rank.R3>(x, [rows * height * width, 1, channels]), [1, 2, 1]);
  const down = tf.tile(tf.reshape<tf.Rank.R3>(across, [rows * height, 1, 2 * width * channels]), [1, 2, 1]);
  return tf.reshape(down, [rows, 2 * height, 2 * width, channels]);
}

function convolutionalNetworks({ model }: AdversarialWorkload['config'], width: number, named: Named): Networks {
  const { dense, convolution } = layersOf(named);
  const activate = activations[model.activation];
  const { generator, discriminator } = model;
  const side = Math.sqrt(width);
  const smallest = side / 2 ** generator.length;
  return {
    generate(z) {
      const wide = activate(dense(z, 'generator/dense'));
      let x = tf.reshape<tf.Rank.R4>(wide, [z.shape[0], smallest, smallest, generator[0]!]);
      generator.forEach((_, i) => {
        x = convolution(doubled(x), `generator/convolution${i}`, 1);
        if (i < generator.length - 1) x = activate(x);
      });
      return tf.reshape(x, [z.shape[0], width]);
    },
    judge(rows) {
      let x = tf.reshape<tf.Rank.R4>(rows, [rows.shape[0], side, side, 1]);
      discriminator.forEach((_, i) => {
        x = activate(convolution(x, `discriminator/convolution${i}`, 2));
      });
      return dense(tf.reshape(x, [rows.shape[0], x.size / rows.shape[0]]), 'discriminator/dense');
    },
  };
}

/** Latents that are on the device for as long as everyone is to have the same; then those that stock draws. */
function latentsOf({ config, batchSize }: AdversarialWorkload, { latents }: AdversarialData) {
  const shape: [number, number] = [batchSize, config.model.latent];
  const shared = latents.flat().map((values) => tf.tensor2d(values, shape));
  return (): tf.Tensor2D => shared.shift() ?? tf.randomNormal<tf.Rank.R2>(shape);
}

/**
 * Plain operations and `optimizer.minimize`, first of the discriminator, then of the generator. Real rows are on the
 * device beforehand and judged together with the generated ones; losses stay there until they are asked for.
 */
export function trainAdversaries(workload: AdversarialWorkload): Contender {
  const { config, batchSize } = workload;
  const { architecture, output } = config.model;
  const data = workload.draw();
  const width = imitatedWidth(data.info);
  const named: Named = new Map(
    data.weights.map(({ name, shape, values }) => [name, tf.variable(tf.tensor(values, [...shape]))]),
  );
  const variablesOf = (network: string) => [...named].filter(([name]) => name.startsWith(network)).map(([, v]) => v);
  const networks =
    architecture === 'dense' ? denseNetworks(config, named) : convolutionalNetworks(config, width, named);
  const generate: Network = (z) => outputs[output](networks.generate(z));
  const sides = {
    discriminator: { optimizer: adam(config.train), variables: variablesOf('discriminator') },
    generator: { optimizer: adam(config.train), variables: variablesOf('generator') },
  };
  const nextBatch = inTurn(data.batches.map((rows) => tf.tensor2d(rows, [batchSize, width])));
  const nextLatents = latentsOf(workload, data);
  const signs = tf.concat2d([tf.neg(tf.ones([batchSize, 1])), tf.ones([batchSize, 1])], 0);
  let losses: tf.Scalar[] = [];

  const update = ({ optimizer, variables }: (typeof sides)['generator'], loss: () => tf.Scalar) =>
    losses.push(optimizer.minimize(loss, true, variables) as tf.Scalar);

  function step(): void {
    const seen = tf.tidy(() => tf.concat2d([nextBatch(), generate(nextLatents())], 0));
    // Cross-entropy of sigmoids is softplus(−logit) where the label is 1, and softplus(logit) where it is 0.
    const telling = () => tf.mul<tf.Scalar>(tf.mean(tf.softplus(tf.mul(networks.judge(seen), signs))), 2);
    update(sides.discriminator, telling);
    const z = nextLatents();
    const convincing = () => tf.mean<tf.Scalar>(tf.softplus(tf.neg(networks.judge(generate(z)))));
    update(sides.generator, convincing);
    tf.dispose([seen, z]);
  }

  return {
    steps(count) {
      for (let i = 0; i < count; i++) step();
    },
    async losses() {
      const taken = losses;
      losses = [];
      const joined = tf.stack(taken);
      tf.dispose(taken);
      const values = await joined.data();
      joined.dispose();
      return values;
    },
    count: countStock,
  };
}
