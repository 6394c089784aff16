import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWindows, streams } from '../../../../src/data/sequences/text/streams';

/** Symbols that are their own places. */
const places = (count: number) => Int32Array.from({ length: count }, (_, i) => i);
const rowsOf = (flat: Int32Array, window: number) =>
  Array.from({ length: flat.length / window }, (_, i) => [...flat.subarray(i * window, (i + 1) * window)]);

describe('streams', () => {
  test('of a small text are what they should be', () => {
    const source = streams(places(14), 2, 3);
    expect(source.stepsPerPass).toBe(2);
    const [first, second, third] = [source.at(0), source.at(1), source.at(2)];
    expect(rowsOf(first.inputs, 3)).toEqual([
      [0, 1, 2],
      [6, 7, 8],
    ]);
    expect(rowsOf(first.targets, 3)).toEqual([
      [1, 2, 3],
      [7, 8, 9],
    ]);
    expect(rowsOf(second.inputs, 3)).toEqual([
      [3, 4, 5],
      [9, 10, 11],
    ]);
    expect([first.fresh, second.fresh, third.fresh]).toEqual([true, false, true]);
  });

  test('go on where they were, start anew only with a pass, and never leave the text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 400 }),
        (window, batchSize, more) => {
          const count = window + 1 + more;
          const source = streams(places(count), batchSize, window);
          let before = source.at(0);
          expect(before.fresh).toBe(true);
          for (let step = 1; step < 3 * source.stepsPerPass + 2; step++) {
            const batch = source.at(step);
            expect(batch.inputs.length).toBe(batchSize * window);
            expect(Math.min(...batch.inputs)).toBeGreaterThanOrEqual(0);
            expect(Math.max(...batch.targets)).toBeLessThan(count);
            expect(batch.targets).toEqual(batch.inputs.map((place) => place + 1));
            expect(batch.fresh).toBe(step % source.stepsPerPass === 0);
            if (!batch.fresh) expect(batch.starts).toEqual(before.starts.map((start) => start + window));
            before = batch;
          }
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });

  test('read every symbol in some pass', () => {
    const source = streams(places(1000), 4, 30);
    const seen = new Set<number>();
    for (let step = 0; step < 12 * source.stepsPerPass; step++)
      for (const place of source.at(step).targets) seen.add(place);
    expect(seen.size).toBeGreaterThan(990);
  });

  test('refuse a text that is no longer than the window', () => {
    expect(() => streams(places(5), 2, 5)).toThrow('5 symbols are too few');
  });
});

describe('random windows', () => {
  test('are the same for a seed and a step, whatever came before, and start anew', () => {
    const [one, other] = [randomWindows(places(500), 8, 20, 1), randomWindows(places(500), 8, 20, 1)];
    other.at(3);
    expect(one.at(7)).toEqual(other.at(7));
    expect(one.at(7).fresh).toBe(true);
    expect(one.at(8).starts).not.toEqual(one.at(7).starts);
    expect(randomWindows(places(500), 8, 20, 2).at(7).starts).not.toEqual(one.at(7).starts);
  });

  test('come from everywhere in the text, to its last symbol', () => {
    const source = randomWindows(places(30), 16, 20, 1);
    const starts = new Set(Array.from({ length: 60 }, (_, step) => [...source.at(step).starts]).flat());
    expect([...starts].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { inputs, targets } = source.at(0);
    expect(targets).toEqual(inputs.map((place) => place + 1));
  });
});
