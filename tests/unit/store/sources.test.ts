import { describe, expect, it } from 'vitest';
import { defaultConfig, patchConfig } from '../../../src/config/gate';
import { picturesConfig } from '../../../src/store/picturesConfig';
import { tableConfig } from '../../../src/store/tableConfig';
import { taskConfig } from '../../../src/store/taskConfig';
import { textConfig } from '../../../src/store/textConfig';
import { gestures, months, summaryOf, times } from './summaries';

const net = defaultConfig();
const rec = patchConfig(defaultConfig('rec'), { seed: 5, backend: 'cpu' });

describe('a table in Net', () => {
  it('starts from what suits tables, and predicts the likely column', () => {
    const config = tableConfig(net, months(200));
    expect(config).toMatchObject({ family: 'net', data: { dataset: 'table', target: 'sales', trainFraction: 0.8 } });
  });

  it('keeps the settings of the table before it where they fit', () => {
    const first = patchConfig(tableConfig(net, months(200)), { model: { layers: [7] }, data: { target: 'date' } });
    expect(tableConfig(first, months(100))).toMatchObject({ model: { layers: [7] }, data: { target: 'date' } });
    const other = summaryOf({ a: times(50, (i) => i), b: times(50, (i) => i * 2) });
    expect(tableConfig(first, other)).toMatchObject({ model: { layers: [7] }, data: { target: 'b' } });
  });
});

describe('a table in Rec', () => {
  it('is forecast, and keeps seed and backend', () => {
    expect(tableConfig(rec, months(200))).toMatchObject({
      seed: 5,
      backend: 'cpu',
      data: { dataset: 'table', window: 24, target: '', time: '', key: '' },
    });
  });

  it('is told apart into classes where it looks like sequences with labels', () => {
    expect(tableConfig(rec, gestures(60)).data).toMatchObject({ dataset: 'sequences', trainFraction: 0.8 });
    expect(tableConfig(rec, gestures(60), undefined, 'table').data).toMatchObject({ dataset: 'table' });
  });

  it('makes two batches an epoch, however small it is', () => {
    expect(tableConfig(rec, months(400)).train.batchSize).toBe(16);
    expect(tableConfig(rec, months(30)).train.batchSize).toBeLessThanOrEqual(8);
    expect(tableConfig(rec, months(5)).train.batchSize).toBe(1);
    expect(tableConfig(rec, gestures(6)).train.batchSize).toBe(2);
  });

  it('predicts the column that is named', () => {
    expect(tableConfig(rec, months(200), 'sales').data).toMatchObject({ target: 'sales' });
  });

  it('is imitated where Gen was on the page', () => {
    const gen = { ...defaultConfig('gen'), seed: 5 };
    expect(tableConfig(gen, months(200))).toMatchObject({ family: 'gen', seed: 5, data: { dataset: 'table' } });
  });

  it('keeps the network and the named columns that a table read again still has', () => {
    const first = patchConfig(tableConfig(rec, months(200)), {
      data: { target: 'sales', time: 'gone', horizon: 3 },
      model: { layers: [9] },
    });
    expect(tableConfig(first, months(100))).toMatchObject({
      data: { target: 'sales', time: '', horizon: 3 },
      model: { layers: [9] },
    });
  });

  it('of another kind starts anew', () => {
    const first = patchConfig(tableConfig(rec, months(200)), { model: { layers: [9] } });
    expect(tableConfig(first, gestures(60))).toMatchObject({ data: { dataset: 'sequences' }, model: { layers: [64] } });
  });
});

describe('a text', () => {
  const list = times(24, (i) => `name ${i}`).join('\n');
  const prose = { length: 90_000, head: 'It was a dark and stormy night; the rain fell in torrents. '.repeat(30) };

  it('is learned by a recurrent network, whatever the family was', () => {
    const before = patchConfig(net, { seed: 9 });
    expect(textConfig(before, prose)).toMatchObject({ family: 'rec', seed: 9, data: { dataset: 'text' } });
  });

  it('that is a short list makes two batches an epoch', () => {
    expect(textConfig(rec, { length: list.length, head: list }).train.batchSize).toBe(10);
    expect(textConfig(rec, { length: 100 * list.length, head: list }).train.batchSize).toBe(32);
    expect(textConfig(rec, prose).train.batchSize).toBe(32);
  });

  it('read after another one keeps the settings', () => {
    const first = patchConfig(textConfig(rec, prose), { data: { window: 80 } });
    expect(textConfig(first, prose).data).toMatchObject({ dataset: 'text', window: 80 });
  });
});

describe('another task', () => {
  it('starts with its own sizes and the network that suits it', () => {
    const config = taskConfig(rec, 'strokes');
    expect(config).toMatchObject({ seed: 5, data: { dataset: 'strokes', samples: 1000 }, model: { cell: 'gru' } });
  });

  it('keeps what was changed of network and training, and no more', () => {
    const changed = patchConfig(rec, { model: { layers: [20] }, train: { learningRate: 0.01 }, data: { samples: 99 } });
    const config = taskConfig(changed, 'waves');
    expect(config).toMatchObject({
      data: { samples: 600, horizon: 12 },
      model: { cell: 'gru', layers: [20] },
      train: { learningRate: 0.01 },
    });
    expect(taskConfig(config, 'names')).toMatchObject({ model: { cell: 'lstm', layers: [20] } });
  });

  it('that is the article’s example is just that, and nothing of it goes on', () => {
    const changed = patchConfig(rec, { model: { layers: [20] } });
    const article = taskConfig(changed, 'article');
    expect(article).toMatchObject({ model: { layers: [50], activation: 'sigmoid' }, train: { batchSize: 1 } });
    expect(taskConfig(article, 'names')).toEqual(rec);
  });

  it('after a small file has batches of its own size', () => {
    expect(taskConfig(tableConfig(rec, months(30)) as typeof rec, 'names').train.batchSize).toBe(32);
  });
});

describe('pictures', () => {
  const digits = {
    count: 7000,
    classes: [
      { name: '0', count: 3500 },
      { name: '1', count: 3500 },
    ],
  };

  it('are imitated by Gen, whatever the family was, told their classes where they have some', () => {
    const config = picturesConfig(patchConfig(net, { seed: 9 }), digits);
    expect(config).toMatchObject({
      family: 'gen',
      seed: 9,
      data: { dataset: 'pictures', size: '16' },
      model: { conditional: true, generator: [256, 256] },
      train: { batchSize: 64 },
    });
    expect(picturesConfig(net, { count: 7000, classes: [] }).model.conditional).toBe(false);
  });

  it('that are few make two batches an epoch', () => {
    expect(picturesConfig(net, { count: 20, classes: [] }).train.batchSize).toBe(8);
    expect(picturesConfig(net, { count: 1, classes: [] }).train.batchSize).toBe(1);
  });

  it('read after others keep the settings', () => {
    const first = patchConfig(picturesConfig(net, digits), { data: { size: '28' } });
    expect(picturesConfig(first, digits).data.size).toBe('28');
  });
});
