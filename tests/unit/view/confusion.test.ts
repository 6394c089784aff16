import { describe, expect, it } from 'vitest';
import { confusionScores } from '../../../src/families/net/views/confusion';

describe('scores of a confusion matrix', () => {
  // Rows: true cat, dog, bird; columns: predicted.
  const counts = [5, 3, 0, 2, 3, 1, 0, 2, 11];

  it('precision looks down a column, recall along a row', () => {
    const { perClass } = confusionScores(counts, 3);
    expect(perClass[0]).toEqual({ precision: 5 / 7, recall: 5 / 8, f1: 10 / 15, support: 8 });
    expect(perClass[1]?.precision).toBeCloseTo(3 / 8);
    expect(perClass[2]?.recall).toBeCloseTo(11 / 13);
  });

  it('F1 is the harmonic mean of both', () => {
    for (const { precision, recall, f1 } of confusionScores(counts, 3).perClass) {
      expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall));
    }
  });

  it('counts the right rows and all rows', () => {
    expect(confusionScores(counts, 3)).toMatchObject({ right: 19, rows: 27 });
  });

  it('a class never predicted has no precision, but an F1 of 0', () => {
    const { perClass, mean } = confusionScores([4, 0, 2, 0], 2);
    expect(perClass[1]).toEqual({ precision: Number.NaN, recall: 0, f1: 0, support: 2 });
    expect(mean.precision).toBeCloseTo(4 / 6 / 2);
  });

  it('a class without rows is left out of the mean', () => {
    const { perClass, mean } = confusionScores([3, 1, 0, 0], 2);
    expect(perClass[1]?.recall).toBeNaN();
    expect(mean).toEqual({ precision: 1, recall: 0.75, f1: 6 / 7 });
  });

  it('no rows give no scores', () => {
    expect(confusionScores(new Uint32Array(4), 2)).toMatchObject({ right: 0, rows: 0, mean: { f1: Number.NaN } });
  });
});
