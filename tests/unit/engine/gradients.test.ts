import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/engine/activations';
import { layoutOf, nameTensors, pack, unpackList } from '../../../src/engine/layout';
import { activateOutputs, lossPerExample } from '../../../src/engine/losses';
import * as tf from '../../../src/engine/tf';
import { netModel } from '../../../src/families/net/model';
import { stream } from '../../../src/random/stream';
import type { OutputKind } from '../../../src/training/names';
import { activationNames, type LossName } from '../../../src/training/names';
import { configOf, contextOf, relativeError } from './helpers';
import { infoOf, type OutputCase, outputCases } from './outputCases';
import {
  differences,
  type ReferenceNet,
  type Rows,
  referenceActivations,
  referenceForward,
  referenceLoss,
  referenceOutputs,
} from './reference';

const inputs = 3;
const examples = 6;
const normals = (name: string, count: number) => {
  const random = stream(7, name);
  return Array.from({ length: count }, () => Math.fround(random.normal()));
};
const rows = (name: string, count: number, width: number): Rows => {
  const values = normals(name, count * width);
  return Array.from({ length: count }, (_, i) => values.slice(i * width, (i + 1) * width));
};

/** Loss and gradient of Net's model by the engine, and by float64 differences. */
async function both(activation: (typeof activationNames)[number], loss: LossName, output: OutputCase) {
  const info = infoOf(inputs, output);
  const config = configOf({ model: { layers: [5, 4], activation } });
  const model = netModel(config, info);
  const layout = layoutOf(model.parameters);
  const net: ReferenceNet = {
    widths: [inputs, 5, 4, output.width],
    activation,
    loss,
    kind: output.kind,
    inputs: rows('inputs', examples, inputs),
    targets: output.targets(examples),
  };
  const parameters = normals('parameters', layout.total);

  const leaves = unpackList(layout, tf.tensor1d(parameters));
  const batch = { inputs: tf.tensor2d(net.inputs as number[][]), targets: tf.tensor2d(net.targets as number[][]) };
  const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
    model.loss(nameTensors(layout, tensors), batch, { dropout: 0, loss }, contextOf(1, 0)),
  )(leaves);

  const { loss: expected, fromKink } = referenceForward(net, parameters);
  expect(fromKink).toBeGreaterThan(1e-4);
  return {
    value: (await value.data())[0] ?? Number.NaN,
    gradient: await pack(grads).data(),
    expected,
    expectedGradient: differences((x) => referenceForward(net, x).loss, parameters),
  };
}

const [numbers, twoClasses, manyClasses] = outputCases;

describe('the gradient of a net agrees with differences of the written-out formulas', () => {
  for (const activation of activationNames) {
    test(`with ${activation} units`, async () => {
      const { value, gradient, expected, expectedGradient } = await both(activation, 'squared', numbers);
      expect(relativeError([value], [expected])).toBeLessThan(1e-5);
      expect(relativeError(gradient, expectedGradient)).toBeLessThan(1e-3);
    });
  }

  for (const [output, losses] of [
    [numbers, ['squared', 'absolute', 'huber']],
    [twoClasses, ['crossEntropy', 'squared', 'absolute', 'huber']],
    [manyClasses, ['crossEntropy', 'squared', 'absolute', 'huber']],
  ] as const) {
    for (const loss of losses) {
      test(`with ${output.kind} outputs and ${loss} loss`, async () => {
        const { value, gradient, expected, expectedGradient } = await both('tanh', loss, output);
        expect(relativeError([value], [expected])).toBeLessThan(1e-5);
        expect(relativeError(gradient, expectedGradient)).toBeLessThan(1e-3);
      });
    }
  }
});

describe('an activation', () => {
  const points = Array.from({ length: 401 }, (_, i) => Math.fround((i - 200) / 10 + 0.013));

  for (const name of activationNames) {
    test(`${name} is what its paper says from −20 to 20`, async () => {
      const actual = await activations[name](tf.tensor2d([points])).data();
      expect(relativeError(actual, points.map(referenceActivations[name]))).toBeLessThan(1e-5);
    });

    test(`${name} and its slope stay finite far out`, async () => {
      const { value, grad } = tf.valueAndGrad((x: tf.Tensor2D) => tf.sum(activations[name](x)))(
        tf.tensor2d([[-1e4, -100, 0, 100, 1e4]]),
      );
      expect([...(await value.data()), ...(await grad.data())].every(Number.isFinite)).toBe(true);
    });
  }
});

describe('cross-entropy', () => {
  const sureAndWrong: readonly (readonly [OutputKind, number[], number[]])[] = [
    ['sigmoid', [200], [0]],
    ['sigmoid', [-200], [1]],
    ['softmax', [200, -200, 0], [0, 1, 0]],
  ];

  for (const [kind, logits, targets] of sureAndWrong) {
    test(`of a ${kind} output that is sure and wrong is large and has a slope (${logits.join(', ')})`, async () => {
      const { value, grad } = tf.valueAndGrad((z: tf.Tensor2D) =>
        tf.sum(lossPerExample('crossEntropy', kind, z, tf.tensor2d([targets]))),
      )(tf.tensor2d([logits]));
      const gap = kind === 'sigmoid' ? 200 : 400;
      expect((await value.data())[0]).toBeCloseTo(gap, 3);
      expect(Math.max(...(await grad.data()).map(Math.abs))).toBeCloseTo(1, 5);
    });
  }

  test('of two classes is the same with one logit as with two', async () => {
    const logits = normals('two ways', 8);
    const one = lossPerExample(
      'crossEntropy',
      'sigmoid',
      tf.tensor2d(logits, [8, 1]),
      tf.tensor2d(
        logits.map((_, i) => i % 2),
        [8, 1],
      ),
    );
    const two = logits.map((z, i) => referenceLoss('crossEntropy', 'softmax', [0, z], [1 - (i % 2), i % 2]));
    expect(relativeError(await one.data(), two)).toBeLessThan(1e-5);
  });
});

describe('outputs', () => {
  for (const { kind } of outputCases) {
    test(`of kind ${kind} are what is read from their logits`, async () => {
      const logits = rows(`logits of ${kind}`, 5, 3);
      const actual = await activateOutputs(kind, tf.tensor2d(logits as number[][])).data();
      expect(
        relativeError(
          actual,
          logits.flatMap((row) => referenceOutputs(kind, row)),
        ),
      ).toBeLessThan(1e-5);
    });
  }
});
