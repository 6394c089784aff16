import { describe, expect, test } from 'vitest';
import { parseWeights } from '../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../src/formats/weights';
import { configOf } from '../unit/engine/helpers';
import { openSession } from './sessions';

/** 40 rows of as many columns of numbers as asked for, and one of ten classes. */
function wideTable(columns: number): File {
  const header = [...Array.from({ length: columns }, (_, i) => `p${i}`), 'label'].join(',');
  const rows = Array.from({ length: 40 }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, i) => Math.round(1000 * Math.sin(row * 7.3 + i * i)) / 1000);
    return [...cells, `class ${row % 10}`].join(',');
  });
  return new File([[header, ...rows].join('\n')], 'wide.csv');
}

const tableConfig = (patch: object) =>
  configOf({ backend: 'wasm', data: { dataset: 'table', target: 'label', trainFraction: 0.5 }, ...patch });

describe('a large net on a wide table', () => {
  test('pauses between two steps, and stays there', async () => {
    const session = openSession();
    const { client, load } = session;
    const summary = await client.request({ kind: 'read-table', file: wideTable(784) });
    expect(summary).toMatchObject({ name: 'wide.csv', rows: 40, suggestedTarget: 'label' });
    const config = tableConfig({ model: { layers: [1024, 1024] } });
    const { parameters, trainCount } = await load(config);
    expect(parameters).toBe(784 * 1024 + 1024 + 1024 * 1024 + 1024 + 1024 * 10 + 10);
    expect(trainCount).toBe(20);
    client.notify({ kind: 'play', until: {} });
    await session.past(0);
    const { step } = await client.request({ kind: 'pause' });
    expect(step).toBeGreaterThan(0);
    expect((await client.request({ kind: 'checkpoint' })).step).toBe(step);
    expect((await client.request({ kind: 'step', count: 1 })).step).toBe(step + 1);
    const told = session.all('progress').map(({ progress }) => progress.step);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});

describe('weights that come without their table', () => {
  test('predict, cannot train, and train on once the table is there', async () => {
    const trained = openSession();
    await trained.client.request({ kind: 'read-table', file: wideTable(6) });
    await trained.load(tableConfig({ model: { layers: [8] } }));
    await trained.trainTo(30);
    const checkpoint = await trained.client.request({ kind: 'checkpoint' });
    const rows = [[1, 0, -1, '0.5', null, 0]];
    const expected = await trained.client.request({ kind: 'predict', rows });
    const metrics = await trained.client.request({ kind: 'evaluate', split: 'test' });

    const file = stringifyWeights(encodeWeights(checkpoint, new Date(0)));
    const read = parseWeights(JSON.parse(file));
    const { client, load, next, trainTo } = openSession();
    const alone = await load(read.config, read);
    expect(alone).toMatchObject({ trainable: false, trainCount: 0, testCount: 0, points: null });
    expect(await client.request({ kind: 'predict', rows })).toEqual(expected);
    const failed = next('failed');
    client.notify({ kind: 'play', until: { step: 40 } });
    expect((await failed).failure).toMatchObject({
      cause: 'unexpected',
      problem: { key: 'tableMissing', values: { name: 'wide.csv', rows: 40 } },
    });

    await client.request({ kind: 'read-table', file: wideTable(6) });
    expect(await load(read.config, read)).toMatchObject({ trainable: true, trainCount: 20, testCount: 20 });
    expect(await client.request({ kind: 'evaluate', split: 'test' })).toEqual(metrics);
    await trainTo(40);
    await trained.trainTo(40);
    expect(await client.request({ kind: 'checkpoint' })).toEqual(await trained.client.request({ kind: 'checkpoint' }));
  });
});
