import { describe, expect, it } from 'vitest';
import { fitScores, outputOf } from '../../../src/families/net/views/fitScores';

describe('scores of predicted against true', () => {
  it('are 1 and 0 where every prediction is right', () => {
    expect(fitScores({ actual: [1, 2, 3], predicted: [1, 2, 3] })).toEqual({ r2: 1, mae: 0 });
  });

  it('R² is 0 for always answering the mean', () => {
    expect(fitScores({ actual: [1, 2, 6], predicted: [3, 3, 3] }).r2).toBe(0);
  });

  it('R² falls below 0 where the mean would have been better', () => {
    expect(fitScores({ actual: [0, 2], predicted: [2, 0] })).toEqual({ r2: -3, mae: 2 });
  });

  it('R² is no number where all true values are the same', () => {
    expect(fitScores({ actual: [2, 2], predicted: [1, 3] })).toEqual({ r2: Number.NaN, mae: 1 });
  });

  it('nothing gives no scores', () => {
    expect(fitScores({ actual: [], predicted: [] })).toEqual({ r2: Number.NaN, mae: Number.NaN });
  });
});

it('one of several outputs is taken from its place in every row', () => {
  expect(outputOf({ actual: [1, 10, 2, 20], predicted: [3, 30, 4, 40] }, 1, 2)).toEqual({
    actual: [10, 20],
    predicted: [30, 40],
  });
});
