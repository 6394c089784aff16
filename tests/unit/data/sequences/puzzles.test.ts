import { describe, expect, test } from 'vitest';
import { exactMatches } from '../../../../src/data/sequences/decode';
import { drawSums, sumKey } from '../../../../src/data/sequences/sums';
import { bracketStates } from '../../../../src/data/sequences/tasks/brackets';
import { stream } from '../../../../src/random/stream';
import { answers, buildExamples, questions } from './helpers';

/** The two numbers of a question as it is laid out, such as `  7+12=  `. */
function sumOf(question: string): readonly [number, number] {
  const [a = Number.NaN, b = Number.NaN] = question.replace('=', ' ').trim().split('+').map(Number);
  return [a, b];
}

describe('addition', () => {
  test('asks for the sum, after the question, blank by blank to its end', () => {
    const { info, train } = buildExamples('addition', { digits: 3, samples: 200 });
    expect(info.length).toBe(3 + 1 + 3 + 4);
    const asked = questions(info, train);
    for (const [i, answer] of answers(info, train).entries()) {
      const [a, b] = sumOf(asked[i] ?? '');
      expect(Number(answer)).toBe(a + b);
      expect(asked[i]?.indexOf('=')).toBe(7);
    }
    const weights = Array.from({ length: train.count * info.length }, (_, i) => (i % info.length < 7 ? 0 : 1));
    expect([...train.weights]).toEqual(weights);
  });

  test('holds sums out in either order', () => {
    for (const samples of [300, 4000, 6000]) {
      const { info, train, test: rest } = buildExamples('addition', { samples });
      const seen = new Set(questions(info, train).map((question) => sumKey(sumOf(question))));
      expect(questions(info, rest).filter((question) => seen.has(sumKey(sumOf(question))))).toEqual([]);
      expect(train.count + rest.count).toBe(samples);
    }
  });

  test('never asks the same twice, and says when there are no more questions', () => {
    const { info, train, test: rest, notes } = buildExamples('addition', { digits: 1, samples: 500 });
    const asked = [...questions(info, train), ...questions(info, rest)];
    expect(asked.length).toBe(100);
    expect(new Set(asked).size).toBe(100);
    expect(notes).toEqual([{ kind: 'fewerExamples', asked: 500, count: 100 }]);
  });

  test('reads the question from its end where that is asked for', () => {
    const plain = buildExamples('addition', {});
    const turned = buildExamples('addition', { reversed: true });
    const [question = ''] = questions(plain.info, plain.train);
    const [other = ''] = questions(turned.info, turned.train);
    const said = question.slice(0, 5).trim();
    expect(other.slice(0, 5).trim()).toBe(Array.from(said).toReversed().join(''));
    expect(answers(turned.info, turned.train)).toEqual(answers(plain.info, plain.train));
  });

  test('counts a sum as right only when every digit is', () => {
    const { info, train } = buildExamples('addition', {});
    const said = Int32Array.from(train.targets);
    expect([...exactMatches(train, said)].every((match) => match === 1)).toBe(true);
    said[0] = 9; // Read, not asked.
    said[2 * info.length - 1] = 9;
    expect([...exactMatches(train, said).subarray(0, 3)]).toEqual([1, 0, 1]);
  });
});

test('short numbers are not drowned by long ones', () => {
  const sums = drawSums(stream(1, 'data'), 5, 2000);
  expect(new Set(sums.map(sumKey)).size).toBe(2000);
  const short = sums.filter(([a]) => a < 100).length;
  expect(short).toBeGreaterThan(600);
});

test('all pairs are drawn where as many sums are asked for as there are', () => {
  const sums = drawSums(stream(1, 'data'), 1, 55);
  expect(sums.length).toBe(55);
  expect(new Set(sums.map(sumKey)).size).toBe(55);
});

describe('puzzles', () => {
  test.each([
    ['copy', (letters: string[]) => letters],
    ['reverse', (letters: string[]) => letters.toReversed()],
    ['sort', (letters: string[]) => letters.toSorted()],
  ] as const)('%s says what it has read in the right order', (id, rewrite) => {
    const { info, train } = buildExamples(id, {});
    const said = answers(info, train);
    for (const [i, question] of questions(info, train).entries())
      expect(said[i]).toBe(rewrite(Array.from(question.slice(0, 6).trim())).join(''));
    expect(new Set(said.map((answer) => answer.length))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test.each(['copy', 'reverse', 'sort', 'parity', 'brackets', 'recall'] as const)(
    '%s holds out questions that are not trained on',
    (id) => {
      const { info, train, test: rest } = buildExamples(id, { samples: 1000 });
      const seen = new Set(questions(info, train));
      expect(rest.count).toBeGreaterThan(0);
      expect(questions(info, rest).filter((question) => seen.has(question))).toEqual([]);
      // What recall asks early may be asked twice.
      if (id !== 'recall') expect(seen.size).toBe(train.count);
    },
  );

  test('parity says at each step whether the ones so far are odd', () => {
    const { info, train } = buildExamples('parity', {});
    const said = answers(info, train);
    for (const [i, bits] of questions(info, train).entries()) {
      const ones = Array.from(bits, (_, step) => bits.slice(0, step + 1).replaceAll('0', '').length % 2);
      expect(said[i]).toBe(ones.join(''));
    }
  });

  test('a small space of questions is used up and said to be', () => {
    const { train, test: rest, notes } = buildExamples('parity', { length: 3, samples: 100 });
    expect(train.count + rest.count).toBe(8);
    expect(notes).toEqual([{ kind: 'fewerExamples', asked: 100, count: 8 }]);
  });

  test('brackets are open, balanced, or broken for good', () => {
    expect(bracketStates('([])')).toEqual(['open', 'open', 'open', 'balanced']);
    expect(bracketStates('(]()')).toEqual(['open', 'broken', 'broken', 'broken']);
    expect(bracketStates(')(')).toEqual(['broken', 'broken']);
    expect(bracketStates('[][')).toEqual(['open', 'balanced', 'open']);
  });

  test.each([12, 13])('of %d brackets about half are well nested to the end', (length) => {
    const { info, train } = buildExamples('brackets', { length, samples: 400 });
    const sound = answers(info, train).filter((states) => !states.includes('broken')).length / train.count;
    expect(sound).toBeGreaterThan(0.35);
    expect(sound).toBeLessThan(0.7);
    const closed = answers(info, train).filter((states) => states.endsWith('balanced')).length;
    if (length % 2 === 0) expect(closed / train.count).toBeGreaterThan(0.3);
    else expect(closed).toBe(0);
  });

  test('recall asks for the first symbol: the test after the whole distance, training after half of it or more', () => {
    const { info, train, test: rest } = buildExamples('recall', { distance: 12 });
    expect(info.length).toBe(13);
    expect(new Set(rest.lengths)).toEqual(new Set([13]));
    expect(new Set(train.lengths)).toEqual(new Set([7, 8, 9, 10, 11, 12, 13]));
    for (const examples of [train, rest]) {
      const said = answers(info, examples);
      for (const [i, question] of questions(info, examples).entries()) {
        expect(question.indexOf('?')).toBe((examples.lengths[i] ?? 0) - 1);
        expect(said[i]).toBe(question.charAt(0));
      }
    }
  });
});
