import { describe, expect, test } from 'vitest';
import { type HealthRow, healthOf } from '../../../../src/families/gen/quality/health';

const well: HealthRow = {
  generatorLoss: 0.7,
  realAccuracy: 0.6,
  generatedAccuracy: 0.6,
  spread: 0.9,
  modesCovered: 1,
  identical: 0.01,
};

/** Ten rows, each value going evenly from one to another. */
function history(changes: Partial<Record<keyof HealthRow, readonly [from: number, to: number]>>): HealthRow[] {
  return Array.from({ length: 10 }, (_, i) => ({
    ...well,
    ...Object.fromEntries(Object.entries(changes).map(([key, [from, to]]) => [key, from + ((to - from) * i) / 9])),
  }));
}

describe('the verdict', () => {
  test('is fine for a run that goes well, and for one too short to say', () => {
    expect(healthOf(history({}))).toEqual({ kind: 'fine' });
    expect(healthOf(history({ spread: [0.01, 0.01] }).slice(0, 3))).toEqual({ kind: 'fine' });
    expect(healthOf([])).toEqual({ kind: 'fine' });
  });

  test.each([
    ['spread', [0.5, 0.02], 'spread'],
    ['modesCovered', [1, 0.125], 'modesCovered'],
    ['identical', [0.1, 0.9], 'identical'],
    ['modesCovered', [0.25, 0.25], 'modesCovered'],
  ] as const)('is collapse where %s goes %j', (key, range, sign) => {
    const verdict = healthOf(history({ [key]: range }));
    expect(verdict).toMatchObject({ kind: 'collapse', sign });
  });

  test('tells the value and the limit it passed', () => {
    expect(healthOf(history({ spread: [0.05, 0.05] }))).toEqual({
      kind: 'collapse',
      sign: 'spread',
      value: expect.closeTo(0.05, 12),
      limit: 0.25,
    });
  });

  test.each([
    ['spread', [0.01, 0.2]],
    ['modesCovered', [0, 0.45]],
    ['identical', [0.99, 0.6]],
  ] as const)('is fine where %s is bad but mends', (key, range) => {
    expect(healthOf(history({ [key]: range }))).toEqual({ kind: 'fine' });
  });

  test('is not fooled by noise around a collapse', () => {
    const rows = history({}).map((row, i) => ({ ...row, spread: 0.05 + (i % 3 === 0 ? 0.002 : 0) }));
    expect(healthOf(rows).kind).toBe('collapse');
    expect(healthOf(rows.slice(1)).kind).toBe('collapse');
  });

  test('is overwhelmed where the discriminator is nearly always right and the generator’s loss rises', () => {
    const rows = history({ realAccuracy: [0.99, 1], generatedAccuracy: [0.99, 1], generatorLoss: [2, 6.5] });
    expect(healthOf(rows)).toEqual({
      kind: 'overwhelmed',
      realAccuracy: expect.closeTo(0.995, 12),
      generatedAccuracy: expect.closeTo(0.995, 12),
      generatorLoss: expect.closeTo(5.5, 12),
      rise: expect.closeTo(2.5, 12),
    });
  });

  test('is overwhelmed also where the loss is negative and rises to 0', () => {
    const rows = history({ realAccuracy: [1, 1], generatedAccuracy: [1, 1], generatorLoss: [-0.3, -0.001] });
    expect(healthOf(rows).kind).toBe('overwhelmed');
  });

  test.each([
    ['its loss does not rise', { realAccuracy: [1, 1], generatedAccuracy: [1, 1], generatorLoss: [4, 4.05] }],
    ['only the real are told', { realAccuracy: [1, 1], generatedAccuracy: [0.7, 0.7], generatorLoss: [2, 6] }],
  ] as const)('is fine where %s', (_, changes) => {
    expect(healthOf(history(changes))).toEqual({ kind: 'fine' });
  });

  test('looks at the last rows only', () => {
    expect(healthOf([...history({ spread: [0.01, 0.01] }), ...history({})])).toEqual({ kind: 'fine' });
  });

  test('leaves out what is missing or not finite', () => {
    const rows = history({ generatorLoss: [2, 6] });
    expect(healthOf(rows.map(({ generatorLoss }) => ({ generatorLoss })))).toEqual({ kind: 'fine' });
    const critic = rows.map((row) => ({ ...row, realAccuracy: Number.NaN, spread: Number.NaN, modesCovered: 0.1 }));
    expect(healthOf(critic)).toMatchObject({ kind: 'collapse', sign: 'modesCovered' });
  });
});
