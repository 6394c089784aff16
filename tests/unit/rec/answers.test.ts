import { describe, expect, test } from 'vitest';
import { lineEnd, type SequenceInfo, unknownSymbol } from '../../../src/data/sequences/info';
import { readTable } from '../../../src/data/table/read';
import type { RawInput } from '../../../src/families/info';
import { recWork } from '../../../src/families/rec/work';
import { checkPrompt } from '../../../src/families/rec/write';
import { createMutex } from '../../../src/mutex';
import { Problem } from '../../../src/problem';
import type { TextRequest } from '../../../src/worker/protocol';
import { recConfigOf, recRunOf } from './helpers';

const refusalOf = (work: () => unknown): Promise<Problem | string> =>
  (async () => work())().then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Problem ? error : String(error)),
  );

/** A run, what it writes and what it answers. */
function open(...given: Parameters<typeof recRunOf>) {
  const { trainer, work } = recRunOf(...given);
  return {
    info: work.info as SequenceInfo,
    trainer,
    write: async (request: Partial<TextRequest> = {}) => {
      const asked = { kind: 'text', prompt: '', length: 30, temperature: 1, seed: 1, ...request } as const;
      return String(await work.generate?.(trainer, asked, createMutex()));
    },
    predict: (raws: readonly RawInput[], series?: number) => work.predict(trainer, raws, series),
  };
}

describe('a text that is written', () => {
  const running = recConfigOf({ data: { dataset: 'verse', window: 8 }, model: { layers: [6] } });
  const lines = recConfigOf({
    data: { dataset: 'names', samples: 200 },
    model: { layers: [12] },
    train: { learningRate: 0.02 },
  });

  test('has the prompt and as many symbols as were asked for', async () => {
    const { write, trainer } = open(running);
    for (const length of [1, 64, 65, 130]) {
      const text = await write({ prompt: 'the', length });
      expect(text.startsWith('the')).toBe(true);
      expect(Array.from(text)).toHaveLength(3 + length);
    }
    trainer.dispose();
  });

  test('is the same for the same seed, however long it goes on', async () => {
    for (const config of [running, lines]) {
      const { write, trainer } = open(config);
      const long = await write({ length: 150 });
      expect(await write({ length: 150 })).toBe(long);
      expect(await write({ length: 40 })).toBe(long.slice(0, 40));
      expect(await write({ length: 150, seed: 2 })).not.toBe(long);
      trainer.dispose();
    }
  });

  test('begins every line from an empty memory, where lines are learned', async () => {
    const { write, trainer, info } = open(lines);
    trainer.run(120);
    await trainer.takeLosses();
    expect(info.layout).toEqual({ kind: 'next', form: 'lines' });
    // Without chance every line that begins alike is alike.
    const [first = '', ...others] = (await write({ length: 90, temperature: 0 })).split(lineEnd);
    expect(first).not.toBe('');
    expect(others.length).toBeGreaterThan(1);
    for (const other of others.slice(0, -1)) expect(other).toBe(first);
    trainer.dispose();
  });

  test('is refused with a name where the prompt has symbols that the network never saw', async () => {
    const { write, trainer } = open(running);
    const refused = await refusalOf(() => write({ prompt: 'the 日本日' }));
    expect(refused).toMatchObject({ key: 'unknownInPrompt', values: { symbols: '日 本' } });
    expect((refused as Problem).message).toContain('the network never saw: 日 本. It knows: ');
    trainer.dispose();
  });

  test('takes rare symbols of a prompt for the one that stands for them', () => {
    const symbols = { kind: 'symbols', vocabulary: ['a', 'b', unknownSymbol] } as const;
    const info: SequenceInfo = {
      name: 'rare',
      rows: 9,
      task: 'characters',
      length: 4,
      layout: { kind: 'next', form: 'running' },
      input: symbols,
      output: symbols,
    };
    expect(() => checkPrompt(info, 'ab日')).not.toThrow();
  });

  test('is by the weights of when it was asked for, while training goes on between its pieces', async () => {
    for (const config of [running, lines]) {
      const { trainer, work } = recRunOf(config);
      const asked = { kind: 'text', prompt: '', length: 100, temperature: 1, seed: 1 } as const;
      const still = await work.generate?.(trainer, asked, createMutex());
      let pieces = 0;
      const text = await work.generate?.(trainer, asked, async (piece) => {
        pieces += 1;
        // The first one takes the weights.
        if (pieces > 1) trainer.run(1);
        await trainer.takeLosses();
        return piece();
      });
      expect(pieces).toBeGreaterThan(3);
      expect(text).toBe(still);
      expect(await work.generate?.(trainer, asked, createMutex())).not.toBe(still);
      trainer.dispose();
    }
  });

  test('has other lines for the next seed, not the same ones moved up', async () => {
    const { write, trainer } = open(lines);
    const lineSet = async (seed: number) =>
      new Set((await write({ length: 200, seed })).split(lineEnd).filter((line) => line.length > 4));
    const [one, two] = [await lineSet(1), await lineSet(2)];
    expect([...one].filter((line) => two.has(line))).toEqual([]);
    trainer.dispose();
  });

  test('is refused where the network says anything else than the next symbol', async () => {
    const { write, trainer } = open(
      recConfigOf({ data: { dataset: 'addition', samples: 40 }, model: { layers: [4] } }),
    );
    expect(await refusalOf(() => write())).toMatchObject({ key: 'notText', values: { name: 'addition' } });
    trainer.dispose();
  });
});

describe('what is answered', () => {
  test('to a sum is written', async () => {
    const { predict, trainer } = open(
      recConfigOf({ data: { dataset: 'addition', samples: 40 }, model: { layers: [4] } }),
    );
    const [said] = await predict(['12+34']);
    expect(said).toMatch(/^[\d ]{0,3}$/);
    expect(await predict([])).toEqual([]);
    expect(await refusalOf(() => predict(['12-34']))).toMatchObject({ key: 'unknownSymbols', values: { row: 1 } });
    expect(await refusalOf(() => predict(['1+1', '100+100']))).toMatchObject({
      key: 'sequenceLength',
      values: { row: 2 },
    });
    expect(await refusalOf(() => predict([[1, 2]]))).toMatchObject({ key: 'sequenceNotText' });
    expect(await refusalOf(() => predict('12+34' as never))).toMatchObject({ key: 'inputsNotList' });
    trainer.dispose();
  });

  test('to a text is how likely each symbol is to come next', async () => {
    const { predict, info, trainer } = open(recConfigOf({ data: { dataset: 'verse' }, model: { layers: [4] } }));
    const [belief] = (await predict(['the '])) as number[][];
    expect(belief).toHaveLength(info.output.kind === 'symbols' ? info.output.vocabulary.length : 0);
    expect(belief?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    trainer.dispose();
  });

  test('of two classes is a probability for each', async () => {
    const { predict, trainer } = open(
      recConfigOf({ data: { dataset: 'article' }, model: { layers: [4] }, train: { batchSize: 1 } }),
    );
    const [belief = []] = (await predict([[1, 2, 3, 4]])) as number[][];
    expect(belief).toHaveLength(2);
    expect((belief[0] ?? 0) + (belief[1] ?? 0)).toBeCloseTo(1, 6);
    trainer.dispose();
  });

  test('of a forecast is in the units of its own series', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i},A,${10 + Math.sin(i)}\n${i},B,${1000 + 100 * Math.sin(i)}`);
    const table = await readTable(new Blob([`day,shop,sales\n${rows.join('\n')}`]), 'shops.csv');
    const { predict, info, trainer } = open(
      recConfigOf({
        data: { dataset: 'table', window: 5, horizon: 2, target: 'sales', time: 'day', key: 'shop', measure: 'level' },
        model: { layers: [4] },
        train: { batchSize: 8 },
      }),
      { table },
    );
    expect(info.output).toMatchObject({ scales: [{ key: 'A' }, { key: 'B' }] });
    const [small = []] = (await predict([[10, 10, 10, 10, 10]])) as number[][];
    const [large = []] = (await predict([[1000, 1000, 1000, 1000, 1000]], 1)) as number[][];
    expect(small).toHaveLength(2);
    for (const value of small) expect(Math.abs(value - 10)).toBeLessThan(4);
    // The same place in a series a hundred times as large.
    large.forEach((value, i) => expect((value - 1000) / 100).toBeCloseTo((small[i] ?? 0) - 10, 0));
    expect(await refusalOf(() => predict([[1, 2]]))).toMatchObject({ key: 'sequenceNumbers', values: { steps: 5 } });
    trainer.dispose();
  });
});

describe('weights of a text', () => {
  const config = recConfigOf({ data: { dataset: 'text', form: 'running', window: 5 }, model: { layers: [4] } });
  const text = { name: 'poem.txt', text: 'never odd or even; '.repeat(30) };
  const known = recWork(config, { text }).info;

  test('come without examples where the text is not there, or is another one', () => {
    expect(recWork(config, { text }, known).train.count).toBeGreaterThan(0);
    expect(recWork(config, {}, known).train.count).toBe(0);
    expect(recWork(config, { text: { name: 'other', text: 'something else. '.repeat(40) } }, known).train.count).toBe(
      0,
    );
    // Of this one the settings make no examples at all.
    expect(recWork(config, { text: { name: 'none', text: 'a' } }, known)).toMatchObject({
      info: known,
      train: { count: 0 },
    });
  });
});
