import { describe, expect, test } from 'vitest';
import { defaultConfig, patchConfig } from '../../../src/config/gate';
import { buildDataset } from '../../../src/data/build';
import type { Dataset } from '../../../src/data/dataset';
import { inputWidth, outputWidth } from '../../../src/data/info';
import { pointSetIds } from '../../../src/data/sets';
import type { NetConfig } from '../../../src/families';
import { presets } from '../../../src/families/net/config';
import { problemOf, read } from './helpers';

const data = (patch: Record<string, unknown> = {}): NetConfig['data'] =>
  patchConfig(defaultConfig('net'), { data: patch }).data;

function expectWhole({ info, train, test: rest }: Dataset) {
  for (const part of [train, rest]) {
    expect(part.inputs.length).toBe(part.count * inputWidth(info));
    expect(part.targets.length).toBe(part.count * outputWidth(info));
    expect(part.inputs.every(Number.isFinite)).toBe(true);
    expect(part.targets.every(Number.isFinite)).toBe(true);
  }
}

describe('building a data set', () => {
  test.each(pointSetIds)('gives every example of %s its inputs and targets', (dataset) => {
    const features = dataset === 'curve' ? ['x', 'sinX'] : ['x', 'y', 'xy'];
    const built = buildDataset(data({ dataset, features, samples: 60, trainFraction: 0.6 }), 1);
    expect(built.train.count).toBe(36);
    expect(built.test.count).toBe(24);
    expect(built.notes).toEqual([]);
    expectWhole(built);
  });

  test.each(presets.filter((preset) => preset.id !== 'table'))('fulfils the preset $id', ({ patch }) => {
    expectWhole(buildDataset(data(patch.data ?? {}), 1));
  });

  test('gives the same for the same seed and another for another', () => {
    expect(buildDataset(data(), 1)).toEqual(buildDataset(data(), 1));
    expect(buildDataset(data(), 1).train.inputs).not.toEqual(buildDataset(data(), 2).train.inputs);
  });

  test('keeps classes in balance in both parts', () => {
    const { train, test: rest } = buildDataset(data({ samples: 400, trainFraction: 0.3 }), 4);
    for (const part of [train, rest]) expect(part.targets.reduce((a, b) => a + b, 0)).toBe(part.count / 2);
  });

  test('shares no point between training and test', () => {
    const { train, test: rest } = buildDataset(data({ noise: 0.2 }), 4);
    const places = (points: Float32Array = new Float32Array(0)) =>
      Array.from({ length: points.length / 2 }, (_, i) => `${points[2 * i]} ${points[2 * i + 1]}`);
    const seen = new Set(places(train.points));
    expect(seen.size).toBe(250);
    expect(places(rest.points).filter((place) => seen.has(place))).toEqual([]);
  });

  test('encodes many classes as one-hot rows', () => {
    const { info, train } = buildDataset(data({ dataset: 'clusters', classes: 4, samples: 40 }), 1);
    expect(outputWidth(info)).toBe(4);
    for (let i = 0; i < train.count; i++)
      expect([...train.targets.subarray(i * 4, i * 4 + 4)].sort((a, b) => a - b)).toEqual([0, 0, 0, 1]);
  });

  test('standardizes numbers to predict by the training part alone', () => {
    const { train, test: rest } = buildDataset(data({ dataset: 'plane', trainFraction: 0.5 }), 1);
    const mean = (values: Float32Array) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(train.targets)).toBeCloseTo(0, 5);
    expect(mean(train.targets.map((value) => value ** 2))).toBeCloseTo(1, 4);
    expect(Math.abs(mean(rest.targets))).toBeGreaterThan(1e-4);
  });

  test('keeps no test example at a training share of 1', () => {
    expect(buildDataset(data({ trainFraction: 1 }), 1).test.count).toBe(0);
  });

  test('refuses features of y where there is x alone, and names the others', () => {
    const problem = problemOf(() => buildDataset(data({ dataset: 'curve', features: ['x', 'y', 'xy'] }), 1));
    expect(problem.key).toBe('featuresNeedPlane');
    expect(problem.values).toEqual({ features: 'y, xy', options: 'x, x2, sinX' });
  });

  test('asks for a table where none is loaded', () => {
    expect(problemOf(() => buildDataset(data({ dataset: 'table' }), 1)).key).toBe('noTable');
  });

  test('builds from a table', async () => {
    const table = await read('a,b,label\n1,x,no\n2,y,yes\n3,x,no\n4,y,yes\n');
    const built = buildDataset(data({ dataset: 'table' }), 1, table);
    expect(built.info.target.kind).toBe('classes');
    expectWhole(built);
  });

  test('builds the article’s example', () => {
    expectWhole(buildDataset(data({ dataset: 'article' }), 1));
  });
});
