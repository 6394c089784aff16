import { beforeAll, describe, expect, test } from 'vitest';
import { bits, configOf } from '../unit/engine/helpers';
import { openSession, refusal } from './sessions';

const config = configOf({ backend: 'cpu', data: { dataset: 'hills', samples: 100 }, model: { layers: [6] } });
const session = openSession();
const { client, next, load, trainTo } = session;
const withTrain = (train: Partial<typeof config.train>) => ({ ...config, train: { ...config.train, ...train } });

test('before a run is loaded every request for it is refused', async () => {
  for (const request of [
    { kind: 'tune', config },
    { kind: 'pause' },
    { kind: 'step', count: 1 },
    { kind: 'checkpoint' },
    { kind: 'evaluate', split: 'train' },
    { kind: 'predict', rows: [] },
  ] as const)
    expect((await refusal(client.request(request))).key, request.kind).toBe('noModel');
});

describe('what cannot be done is refused, and the run before goes on training', () => {
  beforeAll(async () => {
    await load(config);
    client.notify({ kind: 'play', until: {} });
  });

  const refused: Readonly<Record<string, readonly [request: () => Promise<unknown>, key: string]>> = {
    'a batch larger than the data': [() => load(withTrain({ batchSize: 51 })), 'batchTooLarge'],
    'a table that was never read': [() => load({ ...config, data: { ...config.data, dataset: 'table' } }), 'noTable'],
    'cross-entropy for a number': [() => load(withTrain({ loss: 'crossEntropy' })), 'lossNeedsClasses'],
    'a model that fits nowhere': [
      () => load({ ...config, model: { ...config.model, layers: [16_384, 16_384, 16_384] } }),
      'memoryEstimate',
    ],
    'a file that is no table': [
      () => client.request({ kind: 'read-table', file: new File([Uint8Array.of(0, 1, 2)], 'photo.csv') }),
      'tableBinary',
    ],
    'tuning to cross-entropy for a number': [
      () => client.request({ kind: 'tune', config: withTrain({ loss: 'crossEntropy' }) }),
      'lossNeedsClasses',
    ],
    'tuning to a batch larger than the data': [
      () => client.request({ kind: 'tune', config: withTrain({ batchSize: 51 }) }),
      'batchTooLarge',
    ],
    'predicting from rows of another width': [
      () => client.request({ kind: 'predict', rows: [[1, 2], [1]] }),
      'predictInput',
    ],
    'predicting from text': [() => client.request({ kind: 'predict', rows: [['far', 2]] }), 'predictInput'],
    'weights of another shape': [
      async () => {
        const checkpoint = await client.request({ kind: 'checkpoint' });
        return load({ ...config, model: { ...config.model, layers: [7] } }, checkpoint);
      },
      'weightsShape',
    ],
    'weights that no backend can take a step with': [
      async () => {
        const checkpoint = await client.request({ kind: 'checkpoint' });
        return load({ ...config, backend: 'auto' }, { ...checkpoint, parameters: new Float32Array(3) });
      },
      'noBackend',
    ],
    'weights with a tensor missing': [
      async () => {
        const checkpoint = await client.request({ kind: 'checkpoint' });
        return load(config, { ...checkpoint, tensors: checkpoint.tensors.slice(0, 3) });
      },
      'weightsMissing',
    ],
  };

  for (const [what, [request, key]] of Object.entries(refused)) {
    test(what, async () => {
      const problem = await refusal(request());
      expect(problem.key).toBe(key);
      expect(problem.message).not.toMatch(/\{\w+\}/);
      const { step, config: kept } = await client.request({ kind: 'checkpoint' });
      expect(kept).toEqual(config);
      const { runId } = await session.past(step);
      expect(runId).toBe(1);
    });
  }

  test('and none of it has changed what it computes', async () => {
    const { step } = await client.request({ kind: 'pause' });
    const { parameters } = await client.request({ kind: 'checkpoint' });
    await load(config);
    await trainTo(step);
    expect(bits(parameters)).toEqual(bits((await client.request({ kind: 'checkpoint' })).parameters));
  });
});

test('without test examples the test split is refused', async () => {
  await load({ ...config, data: { ...config.data, trainFraction: 1 } });
  expect((await refusal(client.request({ kind: 'evaluate', split: 'test' }))).key).toBe('splitEmpty');
});

test('of two loads in a row the second stays', async () => {
  const [first, second] = await Promise.all([load(config), load({ ...config, seed: 5 })]);
  expect([first.config.seed, second.config.seed]).toEqual([1, 5]);
  expect((await client.request({ kind: 'checkpoint' })).config.seed).toBe(5);
});

test('a loss that is no number stops training and is told with its step', async () => {
  await load(withTrain({ optimizer: 'sgd', learningRate: 10, loss: 'squared' }));
  const { runId } = session;
  const failed = next('failed', (event) => event.runId === runId);
  client.notify({ kind: 'play', until: { step: 5000 } });
  const { failure } = await failed;
  expect(failure).toMatchObject({ cause: 'not-finite', learningRate: 10, step: expect.any(Number) });
  expect((await client.request({ kind: 'pause' })).step).toBeLessThan(5000);
  expect(session.all('stopped').some((event) => event.runId === runId)).toBe(false);
});

test('a new worker takes the place of one that is ended; what was asked of that one is refused', async () => {
  await load(config);
  const lost = refusal(client.request({ kind: 'step', count: 1_000_000 }));
  client.restart();
  expect((await lost).key).toBe('requestLost');
  expect((await refusal(client.request({ kind: 'checkpoint' }))).key).toBe('noModel');
  await load(config);
  expect((await client.request({ kind: 'step', count: 2 })).step).toBe(2);
  expect(session.deaths).toEqual([]);
});
