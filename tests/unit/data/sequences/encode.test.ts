import { describe, expect, test } from 'vitest';
import {
  atAskedSteps,
  decodeForecasts,
  decodeRead,
  decodeSaid,
  exactMatches,
  likeliest,
} from '../../../../src/data/sequences/decode';
import { encodePrompt, encodeSequences } from '../../../../src/data/sequences/encode';
import { unknownSymbol } from '../../../../src/data/sequences/info';
import { decodeSymbols, symbolEncoder } from '../../../../src/data/sequences/vocabulary';
import { problemOf } from '../helpers';
import { build, buildExamples, buildRunning, buildSeries, questions } from './helpers';

/** Probabilities that are sure of the given symbols. */
function sure(said: ArrayLike<number>, width: number): Float32Array {
  const out = new Float32Array(said.length * width);
  for (let i = 0; i < said.length; i++) out[i * width + (said[i] ?? 0)] = 1;
  return out;
}

describe('raw sequences are encoded as the examples are:', () => {
  test.each(['addition', 'copy', 'reverse', 'sort'] as const)('questions of %s', (id) => {
    const { info, train } = buildExamples(id, {});
    const question = info.layout.kind === 'answer' ? info.layout.question : 0;
    const raws = questions(info, train).map((read) => read.slice(0, question).trim());
    expect(encodeSequences(info, raws)).toEqual({ ...train, targets: new Int32Array(train.targets.length) });
  });

  test.each(['parity', 'brackets', 'recall', 'names', 'nested'] as const)('what %s reads', (id) => {
    const { info, train } = buildExamples(id, {});
    const raws = questions(info, train);
    const encoded = encodeSequences(info, raws);
    expect(encoded.inputs).toEqual(train.inputs);
    expect(encoded.weights).toEqual(train.weights);
    expect(encoded.lengths).toEqual(train.lengths);
    expect(questions(info, encoded)).toEqual(raws);
  });

  test('a question read from its end', () => {
    const { info } = buildExamples('addition', { reversed: true });
    expect(decodeRead(info, encodeSequences(info, ['12+3']), 0)).toBe(' 3+21=  ');
  });

  test.each(['level', 'change', 'growth'] as const)('the last steps of a series, measured as %s', (measure) => {
    const { info, data, train, test: rest } = buildSeries('season', { measure, horizon: 3 });
    const values = data.series[0]?.values ?? new Float64Array(0);
    const before = measure === 'level' ? 0 : 1;
    const origin = rest.origins[0] ?? 0;
    const raw = Array.from(values.slice(origin - info.length + 1 - before, origin + 1));
    expect(encodeSequences(info, [raw]).inputs).toEqual(rest.inputs.slice(0, info.length));
    expect(train.count).toBeGreaterThan(0);
  });

  test('steps of numbers, shorter than the longest', () => {
    const { info, train } = buildExamples('strokes', {});
    if (info.input.kind !== 'numbers') throw new Error('no numbers');
    const { mean = [], deviation = [] } = info.input.scales[0] ?? {};
    const read = (train.lengths[0] ?? 0) * 3;
    const raw = Array.from(train.inputs.subarray(0, read), (v, i) => v * (deviation[i % 3] ?? 1) + (mean[i % 3] ?? 0));
    const encoded = encodeSequences(info, [raw]);
    for (const [i, value] of encoded.inputs.entries()) expect(value).toBeCloseTo(train.inputs[i] ?? 0, 4);
    expect([...encoded.weights]).toEqual([...train.weights.subarray(0, info.length)]);
  });
});

describe('what cannot be read is refused, with its place:', () => {
  test.each([
    ['a list for a text', 'addition', [[1]], { key: 'sequenceNotText', values: { row: 1, found: '[1]' } }],
    ['an unknown symbol', 'addition', ['1+2', '1-2'], { key: 'unknownSymbols', values: { row: 2, symbols: '-' } }],
    ['a question that is too long', 'addition', ['100+20'], { key: 'sequenceLength', values: { found: 6, most: 5 } }],
    ['an empty one', 'copy', [''], { key: 'sequenceLength', values: { found: 0, most: 6 } }],
    ['a text for numbers', 'strokes', ['1'], { key: 'sequenceNumbers', values: { names: 'dx, dy, pen' } }],
    ['half a step', 'strokes', [[1, 2, 3, 4]], { key: 'sequenceNumbers' }],
    ['what is no number', 'strokes', [[1, 2, Number.NaN]], { key: 'sequenceNumbers' }],
    ['too few steps to forecast from', 'season', [[1, 2, 3]], { key: 'sequenceNumbers', values: { steps: 21 } }],
  ] as const)('%s', (_, id, raws, problem) => {
    const { info } = build(id, { measure: 'change' });
    expect(problemOf(() => encodeSequences(info, raws as never))).toMatchObject(problem);
  });
});

test('a rare character is read as the one that stands for them, as in training', () => {
  const { info } = buildRunning('verse', {});
  const symbols = { kind: 'symbols', vocabulary: ['a', 'b', unknownSymbol] } as const;
  const rare = { ...info, input: symbols, output: symbols };
  expect(decodeRead(rare, encodeSequences(rare, ['a山b']), 0)).toBe(`a${unknownSymbol}b`);
});

describe('prompts', () => {
  test('begin a line where lines are learned', () => {
    const { info } = buildExamples('names', {});
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    expect(decodeSymbols(vocabulary, encodePrompt(info, 'ann').symbols)).toBe('\nann');
    expect(decodeSymbols(vocabulary, encodePrompt(info, '').symbols)).toBe('\n');
  });

  test('are what they are in running text; a line end stands for an empty one', () => {
    const { info } = buildRunning('verse', {});
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    expect(decodeSymbols(vocabulary, encodePrompt(info, 'the ').symbols)).toBe('the ');
    expect(decodeSymbols(vocabulary, encodePrompt(info, '').symbols)).toBe('\n');
  });

  test('tell unknown characters and go without them', () => {
    const { info } = buildExamples('names', {});
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    const { symbols, unknown } = encodePrompt(info, 'A山nA');
    expect(decodeSymbols(vocabulary, symbols)).toBe('\nn');
    expect(unknown).toEqual(['A', '山']);
  });
});

test('a vocabulary decodes what it has encoded', () => {
  const vocabulary = ['\n', 'a', '山', '𠀀'];
  const text = '𠀀a山\naa';
  const { symbols, unknown } = symbolEncoder(vocabulary)(text);
  expect(decodeSymbols(vocabulary, symbols)).toBe(text);
  expect(unknown).toEqual([]);
});

describe('what the network says is decoded:', () => {
  test('answers without the blanks after them, and whether all of it is right', () => {
    const { info, train } = buildExamples('addition', {});
    const said = likeliest(info, sure(train.targets, 11));
    expect(said).toEqual(Int32Array.from(train.targets));
    expect([...exactMatches(train, said)].every((match) => match === 1)).toBe(true);
    expect(decodeSaid(info, train, said)[0]).toMatch(/^\d+$/);
  });

  test('one probability for two classes, several for more; the first among equals', () => {
    const two = { output: { kind: 'classes', name: 'y', classes: ['no', 'yes'] } } as const;
    expect([...likeliest(two, [0.5, 0.51])]).toEqual([0, 1]);
    const three = { output: { kind: 'classes', name: 'y', classes: ['a', 'b', 'c'] } } as const;
    expect([...likeliest(three, [0.3, 0.4, 0.3, 0.4, 0.2, 0.4])]).toEqual([1, 0]);
  });

  test('the values at the asked steps', () => {
    const asked = { count: 2, length: 2, weights: Float32Array.of(0, 1, 1, 0) };
    expect([...atAskedSteps(asked, [1, 2, 3, 4, 5, 6, 7, 8], 2)]).toEqual([3, 4, 5, 6]);
  });

  test('forecasts in their own units, each by the scale of its series', () => {
    const info = {
      kind: 'numbers',
      name: 'v',
      measure: 'change',
      horizon: 2,
      scales: [
        { key: 'a', mean: [1, 2], deviation: [10, 10] },
        { key: 'b', mean: [0, 0], deviation: [1, 1] },
      ],
    } as const;
    expect([...decodeForecasts(info, [1, 2, 3, 4], [100, 200], [0, 1])]).toEqual([111, 122, 203, 204]);
    expect([...decodeForecasts({ ...info, measure: 'level' }, [1, 2], [100])]).toEqual([11, 22]);
    expect(decodeForecasts({ ...info, measure: 'growth' }, [0, -0.2], [100])[0]).toBeCloseTo(100 * Math.E, 9);
  });
});
