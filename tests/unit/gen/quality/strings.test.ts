import { describe, expect, test } from 'vitest';
import { stringQuality } from '../../../../src/families/gen/quality/strings';

describe('the quality of strings', () => {
  test('of the training strings is complete but for novelty', () => {
    expect(stringQuality(['anna', 'bo'], ['anna', 'bo'])).toEqual({ bigrams: 1, trigrams: 1, unique: 1, novel: 0 });
  });

  test('is known by hand', () => {
    // ^a ab b$ and ^b ba a$ of ab, ba; of “aa” ^a and a$ are among them, aa is not.
    const { bigrams, trigrams } = stringQuality(['aa'], ['ab', 'ba']);
    expect(bigrams).toBeCloseTo(2 / 3, 12);
    // ^^a is among them, ^aa and aa$ are not.
    expect(trigrams).toBeCloseTo(1 / 3, 12);
  });

  test('counts repeats and copies', () => {
    expect(stringQuality(['ab', 'ab', 'cd', 'ef'], ['ab'])).toMatchObject({ unique: 0.75, novel: 0.5 });
  });

  test('knows the empty string and strings of one character by their ends', () => {
    expect(stringQuality([''], ['ab'])).toMatchObject({ bigrams: 0, trigrams: 0, novel: 1 });
    expect(stringQuality([''], ['', 'ab'])).toMatchObject({ bigrams: 1, trigrams: 1, novel: 0 });
    expect(stringQuality(['a'], ['ab', 'ba'])).toMatchObject({ bigrams: 1, trigrams: 0.5 });
  });

  test('takes ^ and $ in a string for themselves', () => {
    expect(stringQuality(['^$'], [''])).toMatchObject({ bigrams: 0 });
    expect(stringQuality([''], ['^$'])).toMatchObject({ bigrams: 0 });
  });

  test('counts characters, not halves of them', () => {
    expect(stringQuality(['😀'], ['😁'])).toMatchObject({ bigrams: 0 });
  });

  test('asks for no order, and has nothing to say of no strings', () => {
    const training = ['mia', 'ada'];
    expect(stringQuality(['ma', 'ia', 'ma'], training)).toEqual(stringQuality(['ma', 'ma', 'ia'], training));
    const none = { bigrams: Number.NaN, trigrams: Number.NaN, unique: Number.NaN, novel: Number.NaN };
    expect(stringQuality([], training)).toEqual(none);
    expect(stringQuality(['a'], [])).toEqual({ bigrams: 0, trigrams: 0, unique: 1, novel: 1 });
  });
});
