import { describe, expect, test } from 'vitest';
import { buildImitated } from '../../../src/data/imitated/build';
import { imitatedWidth } from '../../../src/data/imitated/info';
import { readTable } from '../../../src/data/table/read';
import { layoutOf, nameTensors } from '../../../src/engine/layout';
import type { StepContext } from '../../../src/engine/model';
import * as tf from '../../../src/engine/tf';
import { startState } from '../../../src/engine/trainer';
import { adversarialLossNames } from '../../../src/families/gen/config';
import { type GenModel, genModel, genSettings } from '../../../src/families/gen/model';
import { genConfigOf } from './helpers';

const batchSize = 12;

const table = await readTable(
  new Blob([
    `size,colour,told\n${Array.from({ length: 40 }, (_, i) => `${i % 7}.5,${'rgb'[i % 3]},${'uv'[i % 2]}`).join('\n')}`,
  ]),
  'things.csv',
);

/** The loss of an update, and its gradient, as functions of all parameters of its part. */
function updateOf(patch: object, which: 'discriminator' | 'generator') {
  const config = genConfigOf(patch);
  const { info, train } = buildImitated({ ...config.data, samples: 100 }, 1, config.model.output, { table });
  const model: GenModel = genModel(config, info);
  const settings = genSettings(config);
  const part = which === 'generator' ? 0 : 1;
  const update = model.updates(settings).find((candidate) => candidate.part === part);
  if (!update) throw new Error('no such update');
  const count = model.parts[0]?.count ?? 0;
  const specs = part === 0 ? model.parameters.slice(0, count) : model.parameters.slice(count);
  const layout = layoutOf(model.parameters);
  const own = layoutOf(specs);
  const { parameters } = startState(model, 3);
  const tensorsOf = (vector: Float32Array) =>
    layout.specs.map(({ shape }, i) => {
      const start = layout.offsets[i] as number;
      return tf.tensor(vector.slice(start, start + (layout.sizes[i] as number)), [...shape]);
    });
  const offset = part === 0 ? 0 : layout.total - own.total;
  const lossAt = (vector: Float32Array) => {
    const now = tf.tensor1d([7, 0, 0, 0]);
    const context: StepContext = { seed: 5, update: part, batchSize, now, carried: {}, carry: () => undefined };
    const width = imitatedWidth(info);
    const rows = tf.tensor2d(train.rows.slice(0, batchSize * width), [batchSize, width]);
    const { classes } = model;
    const labels =
      classes > 0 && train.labels
        ? tf.tensor2d(train.labels.slice(0, batchSize * classes), [batchSize, classes])
        : null;
    const named = nameTensors(layout, tensorsOf(vector));
    return update.begin(named, () => ({ rows, ...(labels && { labels }) }), settings, context);
  };
  /** All that `begin` computes and the loss: the whole of what is to be small. */
  const valueAt = (vector: Float32Array): number =>
    tf.tidy(() => {
      const named = nameTensors(layout, tensorsOf(vector));
      return lossAt(vector)(named).dataSync()[0] ?? 0;
    });
  const gradientAt = (vector: Float32Array): Float32Array =>
    tf.tidy(() => {
      const all = tensorsOf(vector);
      const first = part === 0 ? 0 : count;
      const trained = all.slice(first, first + specs.length);
      const loss = lossAt(vector);
      const { grads } = tf.valueAndGrads((...given: tf.Tensor[]) => loss(nameTensors(own, given)))(trained);
      return Float32Array.from(grads.flatMap((grad) => [...grad.dataSync()]));
    });
  return { parameters, offset, total: own.total, valueAt, gradientAt };
}

/** The largest difference of the gradient from central differences, beside the gradient's largest component. */
function worstError(patch: object, which: 'discriminator' | 'generator'): number {
  const { parameters, offset, total, valueAt, gradientAt } = updateOf(patch, which);
  const gradient = gradientAt(parameters);
  const largest = Math.max(...gradient.map(Math.abs));
  expect(largest).toBeGreaterThan(1e-4);
  const h = 2 ** -8;
  let worst = 0;
  // Some of many, spread over all layers; a prime keeps step with no width.
  const stride = total > 100 ? 7 : 1;
  for (let i = 0; i < total; i += stride) {
    const at = (delta: number) => {
      const moved = parameters.slice();
      moved[offset + i] = (moved[offset + i] ?? 0) + delta;
      return valueAt(moved);
    };
    // Fourth order: steps have to be coarse, since values are of 32 bits.
    const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
    worst = Math.max(worst, Math.abs(slope - (gradient[i] ?? 0)) / largest);
  }
  return worst;
}

const small = { generator: [5], discriminator: [5, 4], latent: 2, activation: 'tanh' };

describe('gradients of the discriminator agree with differences of its loss', () => {
  for (const loss of adversarialLossNames)
    test(`for ${loss}, penalties included`, () => {
      const train = { loss, r1: 0.7, r2: 0.4, gradientPenalty: 1.5, labelSmoothing: 0.1, instanceNoise: 0.2 };
      expect(worstError({ model: small, train }, 'discriminator')).toBeLessThan(1e-3);
    });

  test('for a packed one', () => {
    expect(worstError({ model: { ...small, packing: 3 }, train: { r1: 0.7 } }, 'discriminator')).toBeLessThan(1e-3);
  });

  test('for sigmoid units', () => {
    const model = { ...small, activation: 'sigmoid', initializer: 'normal' };
    expect(worstError({ model, train: { r1: 2 } }, 'discriminator')).toBeLessThan(1e-3);
  });
});

describe('gradients of the generator agree with differences of its loss', () => {
  for (const loss of adversarialLossNames)
    test(`for ${loss}`, () => {
      expect(worstError({ model: { ...small, output: 'tanh' }, train: { loss } }, 'generator')).toBeLessThan(1e-3);
    });
});

describe('gradients of networks of pictures that are told classes agree with differences of their losses', () => {
  const told = { conditional: true, output: 'tanh', latent: 3, activation: 'tanh' };
  const models = {
    dense: { ...told, generator: [4], discriminator: [5] },
    convolutional: { ...told, architecture: 'convolutional', generator: [3, 2], discriminator: [2, 3] },
  };
  for (const [name, model] of Object.entries(models))
    for (const which of ['discriminator', 'generator'] as const)
      test(`${which}, ${name}`, () => {
        const data = { dataset: 'shapes', size: '8' };
        expect(worstError({ data, model, train: { r1: 2 } }, which)).toBeLessThan(1e-3);
      });
});

describe('gradients of networks of tables agree with differences of their losses', () => {
  const model = { generator: [5], discriminator: [5, 4], latent: 2, activation: 'tanh' };
  for (const condition of ['', 'told'])
    for (const which of ['discriminator', 'generator'] as const)
      test(`${which}, ${condition || 'nothing'} told`, () => {
        const data = { dataset: 'table', condition };
        expect(worstError({ data, model, train: { r1: 0.7, temperature: 0.8 } }, which)).toBeLessThan(1e-3);
      });
});
