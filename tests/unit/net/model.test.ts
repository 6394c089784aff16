import { afterEach, describe, expect, test } from 'vitest';
import { decodeOutputs } from '../../../src/data/encode';
import { evaluate, predict } from '../../../src/engine/evaluate';
import { initialValues } from '../../../src/engine/initializers';
import * as tf from '../../../src/engine/tf';
import type { Trainer } from '../../../src/engine/trainer';
import { type NetSettings, netModel, netSettings } from '../../../src/families/net/model';
import { initializerNames } from '../../../src/training/names';
import { problemOf } from '../data/helpers';
import { configOf, contextOf, datasetOf, relativeError, steps, trainerOf } from '../engine/helpers';
import { infoOf, outputCases } from '../engine/outputCases';

const [numbers, twoClasses, manyClasses] = outputCases;
const trainers: Trainer<NetSettings>[] = [];
afterEach(() => {
  for (const trainer of trainers.splice(0)) trainer.dispose();
});

describe('the settings of a net', () => {
  const settings = (loss: string, output: (typeof outputCases)[number]) =>
    netSettings(configOf({ train: { loss }, model: { dropout: 0.25 } }), infoOf(2, output));

  test('choose cross-entropy for classes and squared error for numbers by themselves', () => {
    expect(settings('auto', twoClasses)).toEqual({ dropout: 0.25, loss: 'crossEntropy' });
    expect(settings('auto', manyClasses).loss).toBe('crossEntropy');
    expect(settings('auto', numbers).loss).toBe('squared');
  });

  test('take every other loss as it is', () => {
    for (const loss of ['squared', 'absolute', 'huber'])
      for (const output of outputCases) expect(settings(loss, output).loss).toBe(loss);
  });

  test('refuse cross-entropy on a number, and name it', () => {
    const problem = problemOf(() => settings('crossEntropy', numbers));
    expect(problem.key).toBe('lossNeedsClasses');
    expect(problem.message).toContain('u, v');
  });
});

describe('the parameters of a net', () => {
  test('are kernels and biases from the inputs to the outputs', () => {
    const shapes = (patch: unknown) =>
      netModel(configOf(patch), infoOf(3, manyClasses)).parameters.map(
        ({ name, shape }) => `${name} ${shape.join('×')}`,
      );
    expect(shapes({ model: { layers: [5, 4] } })).toEqual([
      'dense0/kernel 3×5',
      'dense0/bias 5',
      'dense1/kernel 5×4',
      'dense1/bias 4',
      'dense2/kernel 4×3',
      'dense2/bias 3',
    ]);
    expect(shapes({ model: { layers: [], bias: false } })).toEqual(['dense0/kernel 3×3']);
  });

  // Variance times fan-in, and the largest value as a multiple of the deviation.
  const wide = { fanIn: 100, fanOut: 300 };
  const variances: Readonly<Record<(typeof initializerNames)[number], number>> = {
    heNormal: 2 / 100,
    heUniform: 2 / 100,
    glorotNormal: 1 / 200,
    glorotUniform: 1 / 200,
    lecunNormal: 1 / 100,
    lecunUniform: 1 / 100,
    normal: 1,
    zero: 0,
  };
  for (const initializer of initializerNames) {
    test(`start with the spread of ${initializer}`, () => {
      const config = configOf({ model: { layers: [wide.fanIn, wide.fanOut], initializer } });
      const specs = netModel(config, infoOf(2, twoClasses)).parameters;
      const spec = specs.find(({ name }) => name === 'dense1/kernel');
      if (!spec) throw new Error('no kernel');
      const values = initialValues(spec, 1);
      const variance = values.reduce((sum, v) => sum + v * v, 0) / values.length;
      const expected = variances[initializer];
      expect(Math.abs(variance - expected)).toBeLessThanOrEqual(expected * 0.05);
      const reach = Math.max(...values.map(Math.abs)) / Math.sqrt(expected || 1);
      if (initializer.endsWith('Uniform')) expect(reach).toBeCloseTo(Math.sqrt(3), 3);
      else if (initializer !== 'zero') expect(reach).toBeGreaterThan(3.5);
    });
  }
});

describe('dropout', () => {
  const units = 2000;
  const model = netModel(
    configOf({ model: { layers: [units], activation: 'linear', bias: false } }),
    infoOf(1, {
      ...numbers,
      target: { kind: 'numbers', names: ['u'], mean: [0], deviation: [1] },
    }),
  );

  /** What the hidden layer passes on of a signal of 1: the slope of the loss by output weights that are zero. */
  function passed(rate: number, step: number, seed = 1, inputs: number[][] = [[1]]): Float32Array {
    return tf.tidy(() => {
      const lossOf = (output: tf.Tensor) =>
        model.loss(
          { 'dense0/kernel': tf.ones([1, units]), 'dense1/kernel': output },
          { inputs: tf.tensor2d(inputs), targets: tf.mul(tf.ones([inputs.length, 1]), -0.5) },
          { dropout: rate, loss: 'squared' },
          contextOf(seed, step),
        );
      return tf
        .grad(lossOf)(tf.zeros([units, 1]))
        .dataSync<'float32'>();
    });
  }

  for (const rate of [0.1, 0.5, 0.95]) {
    test(`of ${rate} leaves that share out and scales up the rest`, () => {
      const values = passed(rate, 0);
      const left = values.filter((v) => v === 0).length / units;
      expect(Math.abs(left - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / units));
      expect(
        relativeError(
          values.filter((v) => v !== 0),
          new Array(values.filter((v) => v !== 0).length).fill(1 / (1 - rate)),
        ),
      ).toBeLessThan(1e-6);
    });
  }

  test('leaves out others at each step, for each example and for each seed, and the same ones again', () => {
    const first = passed(0.5, 3).join();
    expect(passed(0.5, 3).join()).toBe(first);
    expect(passed(0.5, 4).join()).not.toBe(first);
    expect(passed(0.5, 3, 2).join()).not.toBe(first);
    // The mean over two examples with masks of their own has three values: 0, 1, 2.
    expect(new Set(passed(0.5, 3, 1, [[1], [1]]))).toEqual(new Set([0, 1, 2]));
  });

  test('of 0 passes everything on', () => {
    expect(passed(0, 0).every((v) => v === 1)).toBe(true);
  });
});

describe('the metrics of a net', () => {
  const trained = async (patch: unknown) => {
    const config = configOf(patch);
    const dataset = datasetOf(config);
    const trainer = trainerOf(config, undefined, dataset);
    trainers.push(trainer);
    await steps(trainer, 60);
    const { test: split, info } = dataset;
    const metrics = await evaluate(trainer, 'test', split.count);
    const outputs = await predict(trainer, trainer.model, split.inputs, 2);
    return {
      metrics,
      outputs,
      targets: split.targets,
      decoded: decodeOutputs(info, outputs),
      truths: decodeOutputs(info, split.targets),
    };
  };
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  test('for two classes are loss and accuracy of what it predicts', async () => {
    const { metrics, outputs, targets } = await trained({ data: { dataset: 'circle' } });
    const right = mean(Array.from(outputs, (p, i) => ((p > 0.5 ? 1 : 0) === targets[i] ? 1 : 0)));
    const loss = mean(Array.from(outputs, (p, i) => -Math.log(targets[i] === 1 ? p : 1 - p)));
    expect(metrics.accuracy).toBe(right);
    expect(right).toBeGreaterThan(0.6);
    expect(relativeError([metrics.loss ?? Number.NaN], [loss])).toBeLessThan(1e-4);
  });

  test('for more classes too', async () => {
    const { metrics, decoded, truths } = await trained({ data: { dataset: 'clusters', noise: 0.3 } });
    const best = (row: readonly number[]) => row.indexOf(Math.max(...row));
    expect(metrics.accuracy).toBeCloseTo(
      mean(decoded.map((row, i) => (best(row) === best(truths[i] ?? []) ? 1 : 0))),
      12,
    );
    const loss = mean(decoded.map((row, i) => -Math.log(row[best(truths[i] ?? [])] ?? Number.NaN)));
    expect(relativeError([metrics.loss ?? Number.NaN], [loss])).toBeLessThan(1e-4);
  });

  test('for numbers are the absolute error in their own units and the share of variance explained', async () => {
    const { metrics, decoded, truths } = await trained({ data: { dataset: 'hills' } });
    const pairs = decoded.map(([predicted = 0], i) => [predicted, truths[i]?.[0] ?? Number.NaN] as const);
    const centre = mean(pairs.map(([, truth]) => truth));
    const unexplained = mean(pairs.map(([predicted, truth]) => (predicted - truth) ** 2));
    const variance = mean(pairs.map(([, truth]) => (truth - centre) ** 2));
    expect(relativeError([metrics.mae ?? Number.NaN], [mean(pairs.map(([p, t]) => Math.abs(p - t)))])).toBeLessThan(
      1e-4,
    );
    expect(metrics.r2).toBeCloseTo(1 - unexplained / variance, 4);
    expect(metrics.r2).not.toBeCloseTo(0, 1);
  });

  test('do not depend on how a split is cut into pieces', async () => {
    const config = configOf({ data: { samples: 200 } });
    const trainer = trainerOf(config);
    trainers.push(trainer);
    const model = trainer.model;
    const whole = [...(await trainer.measure('train', 0, 100).data())];
    const parts = await Promise.all(
      [
        [0, 33],
        [33, 60],
        [93, 7],
      ].map(async ([start = 0, count = 0]) => [...(await trainer.measure('train', start, count).data())]),
    );
    const sums = whole.map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? Number.NaN), 0));
    const [a, b] = [model.summarize(whole, 100), model.summarize(sums, 100)];
    expect(b.accuracy).toBe(a.accuracy);
    expect(b.loss).toBeCloseTo(a.loss ?? Number.NaN, 5);
  });

  test('of constant targets explain no variance', () => {
    const model = netModel(
      configOf(),
      infoOf(2, { ...numbers, target: { kind: 'numbers', names: ['u'], mean: [0], deviation: [1] } }),
    );
    expect(model.summarize([3, 4, 5, 10, 10], 10)).toEqual({ loss: 0.3, mae: 0.4, r2: 0 });
  });
});
