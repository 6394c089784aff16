import { describe, expect, test } from 'vitest';
import { buildImitated } from '../../../src/data/imitated/build';
import type { TableInfo } from '../../../src/data/imitated/info';
import { decodeRows } from '../../../src/data/imitated/rows';
import { readTable } from '../../../src/data/table/read';
import * as tf from '../../../src/engine/tf';
import { drawTold } from '../../../src/families/gen/inputs';
import { gumbelOf, outputsOf } from '../../../src/families/gen/outputs';
import { correlationsOf } from '../../../src/families/gen/quality/columns';
import { tableQuality } from '../../../src/families/gen/quality/tables';
import { marginalOf } from '../../../src/families/gen/views/marginals';
import { stream } from '../../../src/random/stream';
import { genConfigOf } from './helpers';

const csv = `size,colour\n${Array.from({ length: 200 }, (_, i) => `${i / 10},${'aaabbc'[i % 6]}`).join('\n')}`;
const table = await readTable(new Blob([csv]), 'things.csv');
const imitated = (condition = '') =>
  buildImitated({ ...genConfigOf().data, dataset: 'table', condition }, 1, 'linear', { table });
const infoOf = (condition = '') => imitated(condition).info as TableInfo;

describe('choices', () => {
  test('are drawn as the softmax of their logits has it, whatever the temperature', () => {
    const { choices, of } = outputsOf(infoOf(), 'linear');
    expect(choices).toBe(3);
    const count = 4000;
    const logits = [0.3, Math.log(6), Math.log(3), Math.log(1)];
    const random = stream(5, 'uniform');
    const uniform = Float32Array.from({ length: 3 * count }, () => random.uniform());
    for (const temperature of [0.1, 2]) {
      const rows = tf.tidy(() =>
        of(
          tf.tile(tf.tensor2d(logits, [1, 4]), [count, 1]),
          gumbelOf(tf.tensor2d(uniform, [count, 3])),
          temperature,
        ).dataSync(),
      );
      const [size, colour] = decodeRows(Float32Array.from(rows), null, infoOf());
      expect(new Set(Array.from<string | number>(size?.values ?? [])).size).toBe(1);
      const share = (name: string) =>
        Array.from<string | number>(colour?.values ?? []).filter((value) => value === name).length / count;
      expect(share('a')).toBeCloseTo(0.6, 1);
      expect(share('b')).toBeCloseTo(0.3, 1);
      expect(share('c')).toBeCloseTo(0.1, 1);
    }
  });

  test('add up to 1, and are nearer to one category the lower the temperature is', () => {
    const { of } = outputsOf(infoOf(), 'linear');
    const rowAt = (temperature: number) =>
      tf.tidy(() => [...of(tf.tensor2d([[0, 2, 1, 0]]), undefined, temperature).dataSync()].slice(1));
    for (const temperature of [0.05, 1, 5])
      expect(rowAt(temperature).reduce((sum, share) => sum + share)).toBeCloseTo(1, 5);
    expect(rowAt(0.05)[0]).toBeGreaterThan(0.999);
    expect(rowAt(5)[0]).toBeLessThan(0.5);
  });

  test('are bounded where a uniform number is 0 or as good as 1', () => {
    const noise = tf.tidy(() => [...gumbelOf(tf.tensor2d([[0, 1 - 2 ** -24]])).dataSync()]);
    expect(noise.every(Number.isFinite)).toBe(true);
  });
});

test('told classes are as frequent as in the data, and the same for the same seed', () => {
  const info = infoOf('colour');
  const draw = () => drawTold(info, { classes: 3, choices: 0 }, (name) => stream(3, name), 3000);
  const { labels, gumbel } = draw();
  expect(gumbel).toHaveLength(0);
  expect(draw().labels).toEqual(labels);
  const shares = [0, 1, 2].map((place) => labels.filter((value, i) => i % 3 === place && value === 1).length / 3000);
  for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(info.condition?.shares[i] ?? 0, 1);
});

test('the quality of copies is that of copies', () => {
  const data = imitated();
  const measure = tableQuality(infoOf(), data);
  const { marginal, correlation, marginalFloor, copying } = measure(data.train.rows, null, true);
  expect([marginal, correlation, copying]).toEqual([0, 0, 0]);
  expect(marginalFloor).toBeGreaterThan(0);
  expect(measure(data.test.rows, null, true).copying).toBe(1);
  expect(measure(data.test.rows, null, false)).not.toHaveProperty('copying');
});

describe('the picture of a column', () => {
  const numbers = (...values: number[]) => ({ kind: 'number', values }) as const;
  const texts = (...values: string[]) => ({ kind: 'category', values }) as const;

  test('has a bar for each of a few whole numbers', () => {
    const { bars, range } = marginalOf(numbers(1, 1, 3), numbers(1, 9));
    expect(range).toEqual([1, 3]);
    expect(bars).toEqual([
      { real: 2 / 3, made: 0.5 },
      { real: 0, made: 0 },
      { real: 1 / 3, made: 0.5 },
    ]);
  });

  test('counts what lies beyond in the outermost bars, and all add up to 1', () => {
    const { bars } = marginalOf(numbers(0.5, 1.5, 2.25), numbers(-10, 1, 10, 1.2));
    expect(bars.reduce((sum, { made }) => sum + made, 0)).toBeCloseTo(1, 10);
    expect([bars[0]?.made, bars.at(-1)?.made]).toEqual([0.25, 0.25]);
  });

  test('puts the frequent categories first, and many rare ones together', () => {
    const many = Array.from({ length: 30 }, (_, i) => `c${i}`);
    const { bars } = marginalOf(texts('z', 'z', ...many), texts('z', 'new'));
    expect(bars[0]).toEqual({ name: 'z', real: 2 / 32, made: 0.5 });
    expect(bars.at(-1)?.name).toBeNull();
    expect(bars.reduce((sum, { real }) => sum + real, 0)).toBeCloseTo(1, 10);
  });
});

test('correlations are of the number columns alone', () => {
  const columns = [
    { kind: 'number', values: [1, 2, 3] },
    { kind: 'category', values: ['a', 'b', 'a'] },
    { kind: 'number', values: [3, 2, 1] },
  ] as const;
  const rounded = correlationsOf(columns).map((row) => row.map((value) => Math.round(value)));
  expect(rounded).toEqual([
    [1, -1],
    [-1, 1],
  ]);
});
