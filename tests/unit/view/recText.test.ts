import { describe, expect, it } from 'vitest';
import type { SaidSymbol } from '../../../src/families/rec/view';
import { markAnswer } from '../../../src/families/rec/views/markAnswer';
import { alternatives, rank } from '../../../src/families/rec/views/ranked';
import {
  appendSaid,
  emptySample,
  firstPlace,
  type Sample,
  saidAt,
  sureLevel,
} from '../../../src/families/rec/views/sample';
import { symbolText, unknownSymbols } from '../../../src/families/rec/views/symbolText';

const say = (text: string): SaidSymbol[] =>
  Array.from(text, (symbol) => ({ symbol, probability: 0.5, likeliest: [[symbol, 0.5]] }));
const textOf = ({ chunks }: Sample) => chunks.flatMap(({ said }) => said.map(({ symbol }) => symbol)).join('');

describe('a sample that streams in', () => {
  it('goes on with every piece', () => {
    const sample = ['to be, ', '', 'or ', 'not 不'].reduce((all, piece) => appendSaid(all, say(piece)), emptySample);
    expect(textOf(sample)).toBe('to be, or not 不');
    expect(sample.length).toBe(15);
    expect(saidAt(sample, 14)?.symbol).toBe('不');
    expect(saidAt(sample, 15)).toBeNull();
  });

  it('begins anew with a fresh piece, even with an empty one', () => {
    const before = appendSaid(emptySample, say('old'));
    expect(textOf(appendSaid(before, say('new'), true))).toBe('new');
    expect(appendSaid(before, [], true)).toEqual(emptySample);
  });

  it('never draws a full chunk again', () => {
    const before = appendSaid(emptySample, say('x'.repeat(150)));
    const after = appendSaid(before, say('yz'));
    expect(after.chunks.map(({ first, said }) => [first, said.length])).toEqual([
      [0, 60],
      [60, 60],
      [120, 32],
    ]);
    expect(after.chunks[0]).toBe(before.chunks[0]);
    expect(after.chunks[1]).toBe(before.chunks[1]);
    expect(after.chunks[2]).not.toBe(before.chunks[2]);
  });

  it('keeps its end, and lets the oldest chunks go', () => {
    let sample = emptySample;
    for (let i = 0; i < 700; i++) sample = appendSaid(sample, say(String(i % 10).repeat(7)));
    expect(sample.length).toBe(4900);
    expect(textOf(sample).length).toBeGreaterThanOrEqual(1200);
    expect(textOf(sample).length).toBeLessThan(1200 + 60);
    expect(textOf(sample).endsWith('9999999')).toBe(true);
    expect(saidAt(sample, firstPlace(sample))?.symbol).toBe(textOf(sample)[0]);
    expect(saidAt(sample, firstPlace(sample) - 1)).toBeNull();
  });
});

describe('the tint of a symbol', () => {
  it('has eight tones, from hardly to nearly certain, one in four in the middle', () => {
    expect([0, 0.015, 0.016, 0.249, 0.25, 0.76, 0.77, 1].map(sureLevel)).toEqual([0, 0, 1, 3, 4, 6, 7, 7]);
  });
});

describe('what could have been said', () => {
  it('has what was said as its last, where it is none of the likeliest', () => {
    const symbol = { symbol: 'q', probability: 0.01, likeliest: [['a', 0.6] as const, ['b', 0.3] as const] };
    expect(alternatives(symbol)).toEqual([
      ['a', 0.6],
      ['b', 0.3],
      ['q', 0.01],
    ]);
    expect(alternatives({ ...symbol, symbol: 'b' })).toHaveLength(2);
  });

  it('is nothing for what the prompt gave', () => {
    expect(alternatives({ symbol: 'q', probability: 1, likeliest: [] })).toEqual([]);
  });

  it('comes most likely first', () => {
    expect(rank(['a', 'b', 'c'], [0.2, 0.5, 0.3], 2)).toEqual([
      ['b', 0.5],
      ['c', 0.3],
    ]);
  });
});

describe('symbols in writing', () => {
  it('are signs where they would not be seen', () => {
    expect(['\n', ' ', '', '山', 'a'].map(symbolText)).toEqual(['↵', '␣', '–', '山', 'a']);
  });

  it('that a vocabulary lacks are named once each, whole', () => {
    expect(unknownSymbols('naïve 🎈 naïveté 🎈', ['n', 'a', 'v', 'e', 't', ' '])).toEqual(['ï', '🎈', 'é']);
  });
});

describe('an answer', () => {
  const marks = (said: string, expected: string) =>
    markAnswer(say(said), expected).map(({ symbol, right }) => symbol + (right ? '✓' : '✗'));

  it('is marked place by place', () => {
    expect(marks('357', '357')).toEqual(['3✓', '5✓', '7✓']);
    expect(marks('857', '357')).toEqual(['8✗', '5✓', '7✓']);
  });

  it('leaves the blanks after its end out', () => {
    expect(marks('98 ', '98')).toEqual(['9✓', '8✓']);
  });

  it('is wrong where something is missing, and where there is too much', () => {
    expect(marks('35 ', '357')).toEqual(['3✓', '5✓', '✗']);
    expect(marks('981', '98')).toEqual(['9✓', '8✓', '1✗']);
    expect(marks('', '7')).toEqual(['✗']);
  });
});
