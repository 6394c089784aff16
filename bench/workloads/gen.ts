import { parseConfig } from '../../src/config/gate';
import { buildImitated } from '../../src/data/imitated/build';
import { imitatedWidth } from '../../src/data/imitated/info';
import { epochOrder } from '../../src/engine/batches';
import { initialValues } from '../../src/engine/initializers';
import type { GenConfig } from '../../src/families';
import { referenceRandom } from '../../src/kernels/random/reference';
import { streamKey } from '../../src/random/stream';
import type { AdversarialWorkload, NamedWeights } from '../workload';

const seed = 7;

/** Steps whose latents are given to everyone; no fewer than are compared before anything is timed. */
export const sharedSteps = 8;

/** Kernel and bias of one layer; He et al. 2015 for the kernel, 0 for the bias. */
function drawLayer(at: string, shape: readonly number[]): NamedWeights[] {
  const name = `${at}/kernel`;
  const fanOut = shape.at(-1) as number;
  const fanIn = shape.slice(0, -1).reduce((product, n) => product * n, 1);
  const initializer = { kind: 'normal', gain: 2, fan: 'in' } as const;
  const values = initialValues({ name, shape, initializer, fanIn, fanOut, penalized: true }, seed);
  return [
    { name, shape, values },
    { name: `${at}/bias`, shape: [fanOut], values: new Float32Array(fanOut) },
  ];
}

const drawDense = (name: string, widths: readonly number[]): NamedWeights[] =>
  widths.slice(1).flatMap((width, i) => drawLayer(`${name}/dense${i}`, [widths[i] as number, width]));

const drawConvolutions = (name: string, channels: readonly number[]): NamedWeights[] =>
  channels.slice(1).flatMap((to, i) => drawLayer(`${name}/convolution${i}`, [3, 3, channels[i] as number, to]));

/** Both networks, the generator first. @param width numbers in a row */
function drawWeights({ model }: GenConfig, width: number): NamedWeights[] {
  const { architecture, latent, generator, discriminator } = model;
  if (architecture === 'dense')
    return [
      ...drawDense('generator', [latent, ...generator, width]),
      ...drawDense('discriminator', [width, ...discriminator, 1]),
    ];
  // The smallest pictures: each stage halves both sides, and both networks have as many.
  const smallest = width / 4 ** generator.length;
  return [
    ...drawLayer('generator/dense', [latent, smallest * (generator[0] as number)]),
    ...drawConvolutions('generator', [...generator, 1]),
    ...drawConvolutions('discriminator', [1, ...discriminator]),
    ...drawLayer('discriminator/dense', [smallest * (discriminator.at(-1) as number), 1]),
  ];
}

/** What our trainer draws in a step, of which update 0 is the discriminator's and update 1 the generator's. */
const drawLatents = ({ model, train }: GenConfig, step: number, update: number): Float32Array =>
  referenceRandom(
    'normal',
    train.batchSize * model.latent,
    Float32Array.of(step, 0),
    streamKey(seed, `latents/${update}`),
  );

function genWorkload(
  id: string,
  patch: { readonly data: object; readonly model: object; readonly train: { readonly batchSize: number } },
  limits: Pick<AdversarialWorkload, 'heavy' | 'extra'> = {},
): AdversarialWorkload {
  const { data, model, train } = patch;
  const { batchSize } = train;
  // One update of each network, Goodfellow et al. 2014; neither penalties nor averages, which stock would not have.
  const game = { loss: 'non-saturating', discriminatorSteps: 1, generatorSteps: 1, r1: 0, r2: 0, ema: 0 };
  const adam = { optimizer: 'adam', learningRate: 0.001, beta1: 0.5, beta2: 0.99, schedule: 'constant' };
  const config = parseConfig({
    family: 'gen',
    seed,
    data,
    model: { initializer: 'heNormal', noise: 'normal', ...model },
    train: { ...game, ...adam, ...train },
  }) as GenConfig;
  return {
    id: `${id} b${batchSize}`,
    kind: 'adversarial',
    runners: ['tf.core', 'ours (eager)', 'ours'],
    backends: ['cpu', 'wasm', 'webgl', 'webgpu'],
    batchSize,
    config,
    ...limits,
    draw() {
      const { info, train: examples } = buildImitated(config.data, seed, config.model.output);
      const width = imitatedWidth(info);
      const order = epochOrder(seed, 0, examples.count);
      const rowOf = (row: number) => examples.rows.subarray(row * width, (row + 1) * width);
      const batches = Array.from({ length: Math.floor(examples.count / batchSize) }, (_, i) => {
        const rows = new Float32Array(batchSize * width);
        order.subarray(i * batchSize, (i + 1) * batchSize).forEach((row, j) => rows.set(rowOf(row), j * width));
        return rows;
      });
      return {
        info,
        examples,
        batches,
        weights: drawWeights(config, width),
        latents: Array.from({ length: sharedSteps }, (_, step) => [
          drawLatents(config, step, 0),
          drawLatents(config, step, 1),
        ]),
      };
    },
  };
}

const ofPictures = { latent: 64, activation: 'leakyRelu', output: 'tanh' };

/** Drawn digits, by dense layers. */
const densePictures = genWorkload('digits mlp 28×28', {
  data: { dataset: 'digits', size: '28', samples: 1000 },
  model: { ...ofPictures, architecture: 'dense', generator: [256, 256], discriminator: [256, 128] },
  train: { batchSize: 64 },
});

/** Drawn digits, by a generator and a discriminator of two stages of convolutions. */
const convolutional = (size: 16 | 28): AdversarialWorkload =>
  genWorkload(
    `digits conv ${size}×${size}`,
    {
      data: { dataset: 'digits', size: String(size), samples: 1000 },
      model: { ...ofPictures, architecture: 'convolutional', generator: [64, 32], discriminator: [32, 64] },
      train: { batchSize: 64 },
    },
    // A step of stock's takes seconds on cpu.
    { heavy: { checkedSteps: 3, rounds: 3, slowestMs: 30_000 }, extra: size > 16 },
  );

export const genWorkloads: readonly AdversarialWorkload[] = [
  genWorkload('gan 2-64-64', {
    data: { dataset: 'ring' },
    model: { latent: 2, generator: [64, 64], discriminator: [64, 64], activation: 'tanh', output: 'linear' },
    train: { batchSize: 150 },
  }),
  densePictures,
  convolutional(16),
  convolutional(28),
];
