import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/data/dataset';
import { readTable } from '../../../src/data/table/read';
import type { RecConfig } from '../../../src/families';
import type { RawInput } from '../../../src/families/info';
import { encodeWeights, stringifyWeights, type WeightsFile } from '../../../src/formats/weights';
import { createMutex } from '../../../src/mutex';
import { stream } from '../../../src/random/stream';
import { genConfigOf, genRunOf } from '../gen/helpers';
import { recConfigOf, recRunOf } from '../rec/helpers';

type Network = (steps: readonly (readonly number[])[]) => number[][];

// The reader that is published, and nothing of the app's own.
const page = readFileSync(new URL('../../../docs/weights.md', import.meta.url), 'utf8');
const codes = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
// The last one is Gen's, and takes what it needs of the first.
const code = [codes[0], codes.at(-1)].join('\n');
const { networkOf, generatorOf } = (await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
)) as {
  networkOf(file: WeightsFile): Network;
  generatorOf(file: WeightsFile): (latents: readonly number[]) => number[];
};

/** A network with parameters of some size, its file as it lies on a disk, and its answers in the app. */
async function exported(patch: Parameters<typeof recConfigOf>[0], sources: { table?: Table } = {}) {
  const config: RecConfig = recConfigOf(patch);
  const first = recRunOf(config, sources);
  const from = await first.trainer.state();
  first.trainer.dispose();
  const random = stream(7, 'parameters');
  const parameters = from.parameters.map((value) => value + 0.5 * random.normal());
  const { trainer, work } = recRunOf(config, sources, { ...from, parameters });
  const tensors = trainer.layout.specs.map(({ name, shape }) => ({ name, shape }));
  const checkpoint = { ...(await trainer.state()), config, info: work.info, tensors };
  const file = JSON.parse(stringifyWeights(encodeWeights(checkpoint, new Date(0)))) as WeightsFile;
  return {
    file,
    predict: (raws: readonly RawInput[], series?: number) => work.predict(trainer, raws, series),
    dispose: () => trainer.dispose(),
  };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
function softmax(logits: readonly number[]): number[] {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

interface SymbolsFile {
  readonly input: { readonly vocabulary: readonly string[] };
  readonly output: { readonly vocabulary: readonly string[] };
}
const symbolsOf = ({ data }: WeightsFile) => data as unknown as SymbolsFile;
const oneHot = (file: WeightsFile, text: string) =>
  Array.from(text, (symbol) => symbolsOf(file).input.vocabulary.map((known) => Number(known === symbol)));

function expectClose(actual: readonly number[] | string | undefined, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expect(Math.max(...expected.map((value, i) => Math.abs(value - Number(actual?.[i]))))).toBeLessThan(1e-5);
}

const cells: Readonly<Record<string, object>> = {
  'simple cells': { cell: 'rnn', layers: [6] },
  'simple cells with ReLU': { cell: 'rnn', activation: 'relu', layers: [5] },
  'sigmoid cells without bias': { cell: 'rnn', activation: 'sigmoid', layers: [6], bias: false },
  'GRUs, the reset gate after the product': { cell: 'gru', layers: [6] },
  'GRUs without bias': { cell: 'gru', layers: [4], bias: false },
  LSTMs: { cell: 'lstm', layers: [6] },
  'two layers of LSTMs, normalized': { cell: 'lstm', layers: [5, 4], layerNorm: true },
};

describe('the published reader says the next character as the app does:', () => {
  for (const [name, model] of Object.entries(cells)) {
    test(name, async () => {
      const { file, predict, dispose } = await exported({ data: { dataset: 'verse', window: 12 }, model });
      const network = networkOf(file);
      const vocabulary = symbolsOf(file).input.vocabulary.filter((symbol) => symbol !== '\n');
      for (const length of [1, 5, 11]) {
        const text = Array.from({ length }, (_, i) => vocabulary[(7 * i + length) % vocabulary.length] ?? '').join('');
        const [answer] = await predict([text]);
        expectClose(answer, softmax(network(oneHot(file, text)).at(-1) ?? []));
      }
      dispose();
    });
  }

  test('of lines, which begin with a line end', async () => {
    const { file, predict, dispose } = await exported({
      data: { dataset: 'names', samples: 60 },
      model: { layers: [6] },
    });
    const network = networkOf(file);
    const [answer] = await predict(['an']);
    expectClose(answer, softmax(network(oneHot(file, '\nan')).at(-1) ?? []));
    dispose();
  });

  test('from a file with base64', async () => {
    const { file, predict, dispose } = await exported({ data: { dataset: 'verse' }, model: { layers: [150] } });
    expect(file.tensors[0]).toHaveProperty('base64');
    const [answer] = await predict(['the']);
    expectClose(answer, softmax(networkOf(file)(oneHot(file, 'the')).at(-1) ?? []));
    dispose();
  });
});

describe('the published reader answers as the app does', () => {
  test('a sum in writing, read from its end', async () => {
    for (const reversed of [true, false]) {
      const { file, predict, dispose } = await exported({
        data: { dataset: 'addition', samples: 50, reversed },
        model: { cell: 'gru', layers: [8] },
      });
      const network = networkOf(file);
      const { vocabulary } = symbolsOf(file).output;
      const written = (question: string) => {
        const read = reversed ? Array.from(question).toReversed().join('') : question;
        const outputs = network(oneHot(file, `${read.padStart(5)}=  `)).slice(5);
        return outputs
          .map((logits) => vocabulary[logits.indexOf(Math.max(...logits))])
          .join('')
          .trimEnd();
      };
      const questions = ['12+34', '9+9', '1+87'];
      expect(await predict(questions)).toEqual(questions.map(written));
      dispose();
    }
  });

  test('classes at every step, read both ways', async () => {
    for (const [dataset, texts] of [
      ['brackets', ['()', '(()())']],
      ['parity', ['1', '10110']],
    ] as const) {
      const { file, predict, dispose } = await exported({
        data: { dataset, samples: 60, length: 8 },
        model: { layers: [5, 4], bidirectional: true },
      });
      const network = networkOf(file);
      for (const text of texts) {
        const [answer] = await predict([text]);
        const outputs = network(oneHot(file, filledUp(file, text)))[text.length - 1] ?? [];
        expectClose(answer, softmax(outputs));
      }
      dispose();
    }
  });

  test('one class of two to a whole sequence, read both ways', async () => {
    const { file, predict, dispose } = await exported(
      { data: { dataset: 'sequences' }, model: { cell: 'gru', layers: [4, 5], bidirectional: true } },
      { table: await labelled() },
    );
    const { mean, deviation } = scaleOf(file, 'input', 0);
    const { length, output } = file.data as unknown as { length: number; output: { classes: string[] } };
    expect(output.classes).toHaveLength(2);
    const raw = [1, 2.5, 0.5];
    const rows = Array.from({ length }, (_, t) => [((raw[t] ?? mean[0] ?? 0) - (mean[0] ?? 0)) / (deviation[0] ?? 1)]);
    const [answer] = await predict([raw]);
    const [logit = Number.NaN] = networkOf(file)(rows)[2] ?? [];
    expectClose(answer, [1 - sigmoid(logit), sigmoid(logit)]);
    dispose();
  });

  test('one of ten classes to numbers', async () => {
    const { file, predict, dispose } = await exported({
      data: { dataset: 'strokes', samples: 60 },
      model: { cell: 'gru', layers: [6], layerNorm: true },
    });
    const raw = Array.from({ length: 3 * 14 }, (_, i) => (i % 3 === 2 ? 1 : Math.sin(i) / 9));
    const { mean, deviation } = scaleOf(file, 'input', 0);
    const rows = rowsOf(raw, 3).map((row) => row.map((value, j) => (value - (mean[j] ?? 0)) / (deviation[j] ?? 1)));
    const [answer] = await predict([raw]);
    expectClose(answer, softmax(networkOf(file)(rows).at(-1) ?? []));
    dispose();
  });

  test.each(['level', 'change', 'growth'] as const)(
    'forecasts of two series, each by its own scale, by %s',
    async (measure) => {
      const { file, predict, dispose } = await exported(
        {
          data: { dataset: 'table', window: 6, horizon: 3, target: 'price', time: 'date', key: 'symbol', measure },
          model: { layers: [6] },
        },
        { table: await stocks() },
      );
      const raw = Array.from({ length: measure === 'level' ? 6 : 7 }, (_, i) => 20 + 3 * Math.sin(i));
      const told = (value: number, before: number) =>
        measure === 'level' ? value : measure === 'change' ? value - before : Math.log(value / before);
      for (const s of [0, 1]) {
        const read = scaleOf(file, 'input', s);
        const said = scaleOf(file, 'output', s);
        const values = measure === 'level' ? raw : raw.slice(1);
        const offset = raw.length - values.length;
        const rows = values.map((value, i) => [
          (told(value, raw[i + offset - 1] ?? 0) - (read.mean[0] ?? 0)) / (read.deviation[0] ?? 1),
        ]);
        const last = raw.at(-1) ?? 0;
        const expected = (networkOf(file)(rows).at(-1) ?? []).map((output, h) => {
          const ahead = output * (said.deviation[h] ?? 1) + (said.mean[h] ?? 0);
          return measure === 'level' ? ahead : measure === 'change' ? last + ahead : last * Math.exp(ahead);
        });
        const [answer] = await predict([raw], s);
        expect(answer).toHaveLength(3);
        // Relative, as prices are of any size.
        expectClose(
          (answer as number[]).map((value) => value / last),
          expected.map((value) => value / last),
        );
      }
      expect(scaleOf(file, 'output', 0)).not.toEqual(scaleOf(file, 'output', 1));
      dispose();
    },
  );
});

/** With symbol 0 after it, as training has it. */
function filledUp(file: WeightsFile, text: string): string {
  const { length } = file.data as unknown as { length: number };
  return text.padEnd(length, symbolsOf(file).input.vocabulary[0]);
}

/** Waves of two pitches and different lengths. */
function labelled(): Promise<Table> {
  const lines = Array.from({ length: 24 }, (_, s) =>
    Array.from(
      { length: 5 + (s % 4) },
      (_, t) => `s${s},${t},${Math.sin(t * (1 + (s % 2)))},${s % 2 ? 'high' : 'low'}`,
    ),
  );
  return readTable(new Blob([`id,time,value,label\n${lines.flat().join('\n')}`]), 'waves.csv');
}

function scaleOf({ data }: WeightsFile, side: 'input' | 'output', series: number) {
  type Scales = { readonly scales: readonly { readonly mean: number[]; readonly deviation: number[] }[] };
  const scale = (data as unknown as Record<'input' | 'output', Scales>)[side].scales[series];
  if (!scale) throw new Error(`there is no scale ${series}`);
  return scale;
}

const rowsOf = (values: readonly number[], width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));

/** Months of two prices, the second ten times the first and more restless. */
function stocks(): Promise<Table> {
  const lines = Array.from({ length: 90 }, (_, i) => {
    const date = `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;
    return `${date},A,${20 + 3 * Math.sin(i)}\n${date},B,${200 + 90 * Math.cos(i / 3)}`;
  });
  return readTable(new Blob([`date,symbol,price\n${lines.join('\n')}`]), 'stocks.csv');
}

describe('the published reader makes the points that the app makes', () => {
  test.each([
    ['in the plane', { model: { generator: [7, 5] } }],
    ['with leaky bends and bounded outputs', { model: { generator: [6], activation: 'leakyRelu', output: 'tanh' } }],
    [
      'of ten numbers, without bias',
      {
        data: { dataset: 'articleGen' },
        model: { latent: 10, generator: [9], activation: 'sigmoid', output: 'sigmoid', bias: false },
      },
    ],
  ])('%s', async (_, patch) => {
    const config = genConfigOf(patch);
    const { work, trainer } = genRunOf(config);
    trainer.run(30);
    const tensors = trainer.layout.specs.map(({ name, shape }) => ({ name, shape }));
    const checkpoint = { ...(await trainer.state()), config, info: work.info, tensors };
    const file = JSON.parse(stringifyWeights(encodeWeights(checkpoint, new Date(0)))) as WeightsFile;
    const random = stream(5, 'latents');
    const latents = Array.from({ length: 20 }, () =>
      Array.from({ length: config.model.latent }, () => random.normal()),
    );
    const made = await work.generate?.(trainer, { kind: 'samples', count: 20, seed: 0, latents }, createMutex());
    const make = generatorOf(file);
    latents.forEach((row, i) => expectClose((made as number[][])[i], make(row)));
    trainer.dispose();
  });
});
