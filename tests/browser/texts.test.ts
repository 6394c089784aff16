import { describe, expect, test } from 'vitest';
import { parseWeights } from '../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../src/formats/weights';
import { recConfigOf } from '../unit/rec/helpers';
import { openSession, refusal } from './sessions';

const poem = new File(['never odd or even, we sew; no lemon, no melon. '.repeat(40)], 'poem.txt');
const look = { prompt: '', temperature: 0.7, example: 0, layer: 0, series: '', take: 0 };

const config = recConfigOf({
  backend: 'cpu',
  data: { dataset: 'text', form: 'running', window: 8, epochWindows: 32 },
  model: { layers: [8] },
  train: { batchSize: 4 },
});

/** A session that has read the poem. */
async function opened() {
  const session = openSession();
  const summary = await session.client.request({ kind: 'read-text', file: poem });
  return { ...session, summary };
}

describe('a text', () => {
  test('is read, trained on and written on from', async () => {
    const { client, load, trainTo, summary } = await opened();
    expect(summary).toMatchObject({ name: 'poem.txt', length: 47 * 40, head: expect.stringMatching(/^never odd/) });
    const description = await load(config);
    expect(description).toMatchObject({
      trainable: true,
      stepsPerEpoch: 8,
      info: { task: 'characters', rows: 47 * 40 },
    });
    const { rows } = await trainTo(60);
    expect(rows.values.loss?.at(-1)).toBeLessThan(3);
    const request = { kind: 'text' as const, prompt: 'never ', length: 20, temperature: 1, seed: 3 };
    const written = await client.request({ kind: 'generate', request });
    expect(written).toMatch(/^never .{20}$/);
    expect(await client.request({ kind: 'generate', request })).toBe(written);
    expect(await client.request({ kind: 'generate', request: { ...request, seed: 4 } })).not.toBe(written);
    const unknown = client.request({ kind: 'generate', request: { ...request, prompt: 'never 中' } });
    expect(await refusal(unknown)).toMatchObject({ key: 'unknownInPrompt', values: { symbols: '中' } });
  });

  test('is gone when it is to be forgotten', async () => {
    const { client, load } = await opened();
    await load(config);
    await client.request({ kind: 'forget', source: 'text' });
    expect((await refusal(load(config))).key).toBe('noText');
  });

  for (const backend of ['cpu', 'wasm'] as const) {
    test(`goes on bit for bit from a weights file with its carried state, on ${backend}`, async () => {
      const { client, load, trainTo } = await opened();
      await load({ ...config, backend });
      await trainTo(13);
      const checkpoint = await client.request({ kind: 'checkpoint' });
      expect(Object.keys(checkpoint.carried ?? {})).toEqual(['layer0/h', 'layer0/c']);
      await trainTo(30);
      const straight = await client.request({ kind: 'checkpoint' });
      const file = parseWeights(JSON.parse(stringifyWeights(encodeWeights(checkpoint, new Date(0)))));
      const other = await opened();
      await other.load(file.config, file);
      await other.trainTo(30);
      expect(await other.client.request({ kind: 'checkpoint' })).toEqual(straight);
    }, 120_000);
  }
});

test('weights of a text answer and write without it, and ask for it to go on', async () => {
  const trained = await opened();
  await trained.load(config);
  await trained.trainTo(20);
  const checkpoint = await trained.client.request({ kind: 'checkpoint' });
  const asked = {
    kind: 'generate',
    request: { kind: 'text', prompt: 'we', length: 15, temperature: 0.5, seed: 1 },
  } as const;

  const { client, load, next } = openSession();
  expect(await load(config, checkpoint)).toMatchObject({ trainable: false, trainCount: 0, testCount: 0 });
  expect(await client.request(asked)).toBe(await trained.client.request(asked));
  const rows = ['no lem'];
  expect(await client.request({ kind: 'predict', rows })).toEqual(
    await trained.client.request({ kind: 'predict', rows }),
  );
  const failed = next('failed');
  client.notify({ kind: 'play', until: { step: 40 } });
  expect((await failed).failure).toMatchObject({ problem: { key: 'textMissing', values: { name: 'poem.txt' } } });
});

test('a long text is written while training goes on, and given up where the run goes', async () => {
  const { client, load, next, past, all, trainTo } = await opened();
  await load(config);
  await trainTo(5);
  const request = { kind: 'text', prompt: '', length: 3000, temperature: 1, seed: 1 } as const;
  client.notify({ kind: 'play', until: {} });
  await past(5);
  const before = all('progress').length;
  expect(await client.request({ kind: 'generate', request })).toHaveLength(3000);
  const meanwhile = all('progress').slice(before);
  expect(meanwhile.length).toBeGreaterThan(1);
  expect(meanwhile.at(-1)?.progress.step).toBeGreaterThan(meanwhile[0]?.progress.step ?? 0);
  const given = refusal(client.request({ kind: 'generate', request: { ...request, length: 10_000 } }));
  await next('progress');
  await load(config);
  expect((await given).key).toBe('runReplaced');
});

test('what a person looks at changes in the next picture, while training and at rest', async () => {
  const { client, load, next, trainTo } = await opened();
  await load(config);
  await trainTo(5);
  const begins = (prompt: string) =>
    next(
      'frame',
      ({ frame }) =>
        frame.kind === 'text' &&
        frame.said
          .slice(0, prompt.length)
          .map(({ symbol }) => symbol)
          .join('') === prompt,
    );
  const atRest = begins('lemon');
  client.notify({ kind: 'look', look: { ...look, prompt: 'lemon' } });
  expect(await atRest).toMatchObject({ step: 5, frame: { fresh: true } });
  const training = begins('sew');
  client.notify({ kind: 'play', until: {} });
  client.notify({ kind: 'look', look: { ...look, prompt: 'sew' } });
  expect((await training).frame).toMatchObject({ fresh: true });
  await client.request({ kind: 'pause' });
});
