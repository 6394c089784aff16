import { beforeAll, describe, expect, test } from 'vitest';
import type { NetConfig } from '../../src/families';
import { bits, configOf } from '../unit/engine/helpers';
import { openSession } from './sessions';

const config = configOf({ backend: 'cpu', data: { dataset: 'circle', samples: 100 }, model: { layers: [6] } });
const session = openSession();
const { client, next, load, trainTo } = session;
const fresh = (patch: Partial<NetConfig> = {}) => load({ ...config, ...patch });

/** The rows that a run has sent, joined. */
function rowsOf(runId: number) {
  const rows = session.events.flatMap((event) =>
    (event.kind === 'progress' || event.kind === 'stopped') && event.runId === runId ? [event.progress.rows] : [],
  );
  return rows.flatMap(({ step, values }) =>
    step.map((s, i) => ({ step: s, loss: values.loss?.[i], learningRate: values.learningRate?.[i] })),
  );
}

beforeAll(() => fresh());

describe('a loaded run', () => {
  test('is described, and then shows its first row and frame', async () => {
    const from = session.events.length;
    const description = await fresh();
    const { runId } = session;
    expect(description).toMatchObject({
      config,
      backend: 'cpu',
      device: 'JavaScript',
      parameters: 2 * 6 + 6 + 6 + 1,
      trainCount: 50,
      testCount: 50,
      stepsPerEpoch: 5,
      trainable: true,
      info: { name: 'circle', target: { kind: 'classes', classes: ['0', '1'] } },
    });
    expect(description.points?.train.points).toHaveLength(100);
    expect(new Set(description.points?.train.targets)).toEqual(new Set([0, 1]));
    const frame = await next('frame', (event) => event.runId === runId, from);
    expect(frame).toMatchObject({ step: 0, frame: { kind: 'map', outputs: 1 } });
    await next('progress', (event) => event.runId === runId, from);
    expect(rowsOf(runId).map(({ step }) => step)).toEqual([0]);
  });

  test('chooses the fastest backend by measuring, and the remembered one the next time', async () => {
    const description = await fresh({ backend: 'auto' });
    const measured = description.timings.filter(({ msPerStep }) => msPerStep !== null);
    expect(measured.length).toBeGreaterThan(0);
    const fastest = measured.reduce((a, b) => ((a.msPerStep ?? 0) <= (b.msPerStep ?? 0) ? a : b));
    expect(description).toMatchObject({ backend: fastest.backend, runner: { mode: fastest.mode, refusal: null } });
    const remembered = [
      { backend: 'cpu', mode: 'eager', msPerStep: 2 },
      { backend: 'wasm', mode: 'eager', msPerStep: 1 },
      { backend: 'webgpu', mode: 'recorded', msPerStep: null },
    ] as const;
    const again = await client.request({
      kind: 'load',
      runId: 999,
      config: { ...config, backend: 'auto' },
      avoid: [],
      remembered: { [description.shape]: remembered },
    });
    expect(again).toMatchObject({ backend: 'wasm', runner: { mode: 'eager' }, timings: remembered });
  });
});

describe('play', () => {
  test('trains to exactly the step asked for and tells its rows once each', async () => {
    await fresh();
    const progress = await trainTo(63);
    expect(progress).toMatchObject({ step: 63, epoch: 12, tensors: expect.any(Number) });
    await session.quiet();
    expect(rowsOf(session.runId).map(({ step }) => step)).toEqual([0, 10, 20, 30, 40, 50, 60, 63]);
    const losses = rowsOf(session.runId).map(({ loss }) => loss ?? Number.NaN);
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });

  test('gives the same curve for the same config', async () => {
    await fresh();
    await trainTo(100);
    await session.quiet();
    const first = rowsOf(session.runId);
    await fresh();
    await trainTo(100);
    await session.quiet();
    expect(rowsOf(session.runId)).toEqual(first);
    expect(first.length).toBeGreaterThan(10);
  });
});

describe('pause', () => {
  test('answers with the step at which everything stays', async () => {
    await fresh();
    client.notify({ kind: 'play', until: {} });
    await session.past(20);
    const { step, stepsPerSecond } = await client.request({ kind: 'pause' });
    expect(stepsPerSecond).toBe(0);
    expect((await client.request({ kind: 'checkpoint' })).step).toBe(step);
    expect((await client.request({ kind: 'step', count: 3 })).step).toBe(step + 3);
    const told = session.all('progress').filter(({ runId }) => runId === session.runId);
    expect(Math.max(...told.map(({ progress }) => progress.step))).toBeLessThanOrEqual(step + 3);
  });

  test('and play again end where an unbroken training ends', async () => {
    await fresh();
    client.notify({ kind: 'play', until: {} });
    await session.past(10);
    const { step } = await client.request({ kind: 'pause' });
    const end = step + 200;
    await trainTo(end);
    const { parameters } = await client.request({ kind: 'checkpoint' });
    await fresh();
    await trainTo(end);
    expect(bits(parameters)).toEqual(bits((await client.request({ kind: 'checkpoint' })).parameters));
  });
});

describe('tune', () => {
  test('takes effect between two steps and keeps the weights', async () => {
    await fresh();
    await trainTo(20);
    const before = await client.request({ kind: 'checkpoint' });
    const slower = { ...config, train: { ...config.train, learningRate: 0.001 } };
    await client.request({ kind: 'tune', config: slower });
    const after = await client.request({ kind: 'checkpoint' });
    expect(after).toEqual({ ...before, config: slower });
    await trainTo(30);
    await session.quiet();
    expect(rowsOf(session.runId).slice(-2)).toMatchObject([
      { step: 20, learningRate: 0.01 },
      { step: 30, learningRate: 0.001 },
    ]);
  });
});

describe('evaluate and predict', () => {
  test('agree with the curves and with each other', async () => {
    await fresh();
    const { rows } = await trainTo(50);
    const metrics = await client.request({ kind: 'evaluate', split: 'train' });
    expect(metrics.loss).toBe(rows.values.loss?.at(-1));
    expect(await client.request({ kind: 'evaluate', split: 'test' })).toEqual({
      loss: rows.values.testLoss?.at(-1),
      accuracy: rows.values.testAccuracy?.at(-1),
    });
    const [middle = [], edge = []] = await client.request({
      kind: 'predict',
      rows: [
        [0, 0],
        ['5', -5],
      ],
    });
    for (const row of [middle, edge]) expect(Number(row[0]) + Number(row[1])).toBeCloseTo(1, 6);
    expect(middle[1] !== edge[1]).toBe(true);
    expect(await client.request({ kind: 'predict', rows: [] })).toEqual([]);
  });
});

describe('a checkpoint', () => {
  for (const backend of ['cpu', 'wasm'] as const) {
    test(`loaded again on ${backend} goes on bit for bit`, async () => {
      await fresh({ backend });
      await trainTo(37);
      const checkpoint = await client.request({ kind: 'checkpoint' });
      await trainTo(90);
      const straight = await client.request({ kind: 'checkpoint' });
      await load(checkpoint.config, checkpoint);
      expect((await client.request({ kind: 'pause' })).step).toBe(37);
      await trainTo(90);
      expect(await client.request({ kind: 'checkpoint' })).toEqual(straight);
    });
  }
});

describe('frames', () => {
  test('wait until the last one is drawn', async () => {
    session.drawFrames(false);
    const from = session.events.length;
    await fresh();
    await next('frame', undefined, from);
    await trainTo(200);
    await session.quiet();
    const count = () => session.events.slice(from).filter(({ kind }) => kind === 'frame').length;
    expect(count()).toBe(1);
    session.drawFrames(true);
    const late = next('frame');
    client.notify({ kind: 'frame-drawn' });
    expect((await late).step).toBe(200);
  });
});

test('the backends are told, each with a device or a reason, and training goes on beside it', async () => {
  await fresh();
  client.notify({ kind: 'play', until: {} });
  const reports = await client.request({ kind: 'backends' });
  expect(reports.map(({ id }) => id)).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  for (const { available, device, reason } of reports) expect(available ? device : reason).toMatch(/\w/);
  const { step } = (await session.past(0)).progress;
  await session.past(step);
  await client.request({ kind: 'pause' });
});
