import { describe, expect, test } from 'vitest';
import type { TextSource } from '../../../../src/data/sequences/dataset';
import { windowExamples } from '../../../../src/data/sequences/text/examples';
import { looksLikeLines } from '../../../../src/data/sequences/text/lines';
import { mostTextBytes, pastedText, readText } from '../../../../src/data/sequences/text/read';
import { decodeSymbols } from '../../../../src/data/sequences/vocabulary';
import { problemOf, rejection } from '../helpers';
import { answers, buildExamples, buildRunning, questions } from './helpers';

const source = (text: string): TextSource => ({ name: 'story.txt', text });
const lines = (text: string, options = {}) =>
  buildExamples('text', { form: 'lines', ...options }, 1, { text: source(text) });
const running = (text: string, options = {}) =>
  buildRunning('text', { form: 'running', ...options }, 1, { text: source(text) });

const list = Array.from({ length: 40 }, (_, i) => `name${'abcdefghij'.charAt(i % 10)}${i}`).join('\n');
const story = 'It was late. The lamp was still lit, and nobody came.\n\n'.repeat(20);

describe('lines', () => {
  test('begin and end with a line end, and each symbol is asked for by the one before it', () => {
    const { info, train, test: rest } = lines('ab\ncde\nf\nab\nghij', { trainFraction: 1 });
    expect(rest.count).toBe(0);
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    expect(vocabulary).toEqual(['\n', ...Array.from('abcdefghij')]);
    expect(info.length).toBe(5);
    const read = Array.from(train.lengths, (length, i) =>
      decodeSymbols(vocabulary, train.inputs.subarray(i * 5, i * 5 + length)),
    );
    expect(read.toSorted()).toEqual(['\nab', '\nab', '\ncde', '\nf', '\nghij']);
    expect(answers(info, train)).toEqual(read.map((line) => `${line.slice(1)}\n`));
    for (const [i, length] of train.lengths.entries())
      expect([...train.weights.subarray(i * 5, i * 5 + 5)]).toEqual([1, 1, 1, 1, 1].fill(0, length));
  });

  test('are all there, each on one side, and equal ones on the same', () => {
    const text = `${list}\n${list}`;
    const { info, train, test: rest } = lines(text, { trainFraction: 0.7 });
    const [trained, held] = [questions(info, train), questions(info, rest)];
    expect([...trained, ...held].toSorted()).toEqual(text.split('\n').toSorted());
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((line) => trained.includes(line))).toEqual([]);
  });

  test('of sums are on the side of the same sum turned round', () => {
    const { info, train, test: rest } = buildExamples('sums', { digits: 1, samples: 100 });
    const key = (line: string) => line.split('=')[0]?.split('+').toSorted().join('+');
    const trained = new Set(questions(info, train).map(key));
    expect(rest.count).toBeGreaterThan(5);
    expect(questions(info, rest).filter((line) => trained.has(key(line)))).toEqual([]);
  });

  test('longer than the window are cut and counted', () => {
    const { info, train, notes } = lines('abc\nabcdefgh\nab', { window: 4, trainFraction: 1 });
    expect(info.length).toBe(4);
    expect(Math.max(...train.lengths)).toBe(4);
    expect(notes).toEqual([{ kind: 'longLines', count: 1, window: 4 }]);
  });

  test('without blank ones, whatever the line ends', () => {
    expect(lines('ab\r\n\r\ncd  \ref', { trainFraction: 1 }).train.count).toBe(3);
  });
});

describe('running text', () => {
  test('is held out at its end', () => {
    const { info, train, test: rest } = running(story, { trainFraction: 0.75 });
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    expect(decodeSymbols(vocabulary, [...train, ...rest])).toBe(story);
    expect(train.length).toBe(Math.round(story.length * 0.75));
    expect(info.layout).toEqual({ kind: 'next', form: 'running' });
  });

  test('as examples asks for each symbol but the first once', () => {
    const { info, test: rest } = running(story, { window: 16, trainFraction: 0.97 });
    const examples = windowExamples(info, rest);
    const asked = answers(info, examples).join('');
    expect(asked).toBe(story.slice(story.length - rest.length + 1));
    expect(examples.count).toBe(Math.ceil((rest.length - 1) / 16));
  });

  test('shorter than the window shortens it, and says so', () => {
    const { info, train, notes } = running('hello you', { window: 40, trainFraction: 0.8 });
    expect(train.length).toBe(7);
    expect(info.length).toBe(6);
    expect(notes).toEqual([{ kind: 'shorterWindow', asked: 40, window: 6 }]);
  });
});

describe('a text’s form', () => {
  test('is told by its looks', () => {
    expect(looksLikeLines(list)).toBe(true);
    expect(looksLikeLines(story)).toBe(false);
    expect(looksLikeLines('one line of text')).toBe(false);
    expect(looksLikeLines('床前有一盏灯。\n'.repeat(30))).toBe(false);
    expect(looksLikeLines(Array.from({ length: 30 }, (_, i) => `张${i}`).join('\n'))).toBe(true);
  });

  test('decides what is built where nothing else does', () => {
    expect(buildExamples('text', {}, 1, { text: source(list) }).info.layout).toEqual({ kind: 'next', form: 'lines' });
    expect(buildRunning('text', {}, 1, { text: source(story) }).kind).toBe('running');
  });
});

describe('vocabularies', () => {
  test('hold every code point, Chinese and beyond the basic plane too, in their order', () => {
    const { info } = running('山中𠀀有 a 灯a', { trainFraction: 1 });
    expect(info.input).toEqual({ kind: 'symbols', vocabulary: [' ', 'a', '中', '山', '有', '灯', '𠀀'] });
    expect(info.rows).toBe(9);
  });

  test('of very many symbols keep the frequent ones and let one stand for the others', () => {
    const many = Array.from({ length: 4100 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const text = `${many.join('')}${many.slice(0, 3999).join('')}`;
    const { info, train, notes } = running(text, { trainFraction: 1 });
    const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
    expect(vocabulary.length).toBe(4000);
    expect(vocabulary.at(-1)).toBe('\uFFFD');
    expect(notes).toEqual([{ kind: 'rareSymbols', count: 101, kept: 3999 }]);
    expect(train.length).toBe(8099);
    expect(decodeSymbols(vocabulary, train.subarray(3998, 4001))).toBe(`${many[3998]}\uFFFD\uFFFD`);
  });
});

describe('a text that nothing can be learned from is refused:', () => {
  test.each([
    ['empty', '', 'textEmpty'],
    ['blank', ' \n\t\n ', 'textEmpty'],
    ['one character', 'a', 'textOneSymbol'],
    ['one character again and again', 'aaaa\naaa', 'textOneSymbol'],
    ['two characters', 'ab', 'textTooShort'],
  ])('%s', (_, text, key) => {
    expect(problemOf(() => running(text)).key).toBe(key);
  });

  test('one line, as lines', () => {
    expect(problemOf(() => lines('only one')).key).toBe('textOneLine');
  });
});

describe('text files', () => {
  test('are read as UTF-8 or as what they are', async () => {
    expect((await readText(new Blob(['山中\r\n有灯']), 'a.txt')).text).toBe('山中\n有灯');
    const gb = Uint8Array.of(0xc9, 0xbd, 0xd6, 0xd0);
    expect((await readText(new Blob([gb]), 'a.txt')).text).toBe('山中');
  });

  test('that are no text are refused', async () => {
    expect((await rejection(readText(new Blob([Uint8Array.of(1, 0, 2, 0)]), 'a.bin'))).key).toBe('textBinary');
  });

  test('of more than 8 MB are sampled from all over, in whole lines', async () => {
    const line = (i: number) => `第${String(i).padStart(7, '0')}行字`;
    const count = 500_000;
    const text = Array.from({ length: count }, (_, i) => line(i)).join('\n');
    const read = await pastedText(text, 'long.txt');
    expect(read.sampledFrom).toBe(new Blob([text]).size);
    expect(new Blob([read.text]).size).toBeLessThanOrEqual(mostTextBytes);
    expect(new Blob([read.text]).size).toBeGreaterThan(0.95 * mostTextBytes);
    const parts = read.text.trimEnd().split('\n');
    expect(parts.filter((part) => !/^第\d{7}行字$/.test(part))).toEqual([]);
    const numbers = parts.map((part) => Number(part.slice(1, 8)));
    expect(numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0))).toBe(true);
    expect(numbers[0]).toBeLessThan(10);
    expect(numbers.at(-1)).toBeGreaterThan(count - 10);
    const { notes } = buildRunning('text', { form: 'running' }, 1, {
      text: { ...read, text: read.text.slice(0, 5000) },
    });
    expect(notes).toEqual([{ kind: 'sampledText', size: Math.round((read.sampledFrom ?? 0) / 2 ** 20), taken: 8 }]);
  });

  test('without line ends are sampled in whole characters', async () => {
    const { text } = await pastedText('山中有灯'.repeat(800_000), 'long.txt');
    expect(new Set(text)).toEqual(new Set('山中有灯'));
  });
});
