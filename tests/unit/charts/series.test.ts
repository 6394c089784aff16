import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepAxis, valueAxis } from '../../../src/charts/axis';
import { decimate } from '../../../src/charts/decimate';
import { lastFinite } from '../../../src/charts/lastFinite';
import { leadingMetric } from '../../../src/charts/leading';
import { chartsFor, seriesOf, tilesFor } from '../../../src/charts/metrics';
import { chartRows, positiveRows, rawKey } from '../../../src/charts/rows';
import { smooth } from '../../../src/charts/smooth';

const column = fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constant(Number.NaN)), {
  minLength: 1,
  maxLength: 400,
});

describe('decimation', () => {
  it('keeps everything that fits', () => {
    expect(decimate([[1, 2, 3]], 3, 500)).toEqual([0, 1, 2]);
  });

  it('never exceeds the limit, rises, and keeps the ends and the extremes', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 8, max: 60 }), (values, limit) => {
        const kept = decimate([values], values.length, limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
        const finite = values.filter(Number.isFinite);
        const seen = kept.map((i) => values[i] as number).filter(Number.isFinite);
        if (finite.length > 0) {
          expect(Math.min(...seen)).toBe(Math.min(...finite));
          expect(Math.max(...seen)).toBe(Math.max(...finite));
        }
      }),
    );
  });

  it('keeps a single spike of each of several columns', () => {
    const flat = () => new Array<number>(10_000).fill(1);
    const [a, b] = [flat(), flat()];
    a[4321] = 9;
    b[7654] = -9;
    expect(decimate([a, b], 10_000, 500)).toEqual(expect.arrayContaining([4321, 7654]));
  });
});

describe('smoothing', () => {
  it('leaves a constant as it is from the first value on', () => {
    for (const value of smooth([3, 3, 3, 3], 0.9)) expect(value).toBeCloseTo(3, 12);
  });

  it('weighs the past by its weight, with the start’s bias taken out', () => {
    expect(smooth([1, 0], 0.5)[1]).toBeCloseTo(1 / 3, 12);
  });

  it('leaves gaps as gaps and goes on after them', () => {
    const [, gap, after] = smooth([1, Number.NaN, 1], 0.9);
    expect(gap).toBeNaN();
    expect(after).toBeCloseTo(1, 12);
  });

  it('of weight 0 gives the same values back', () => {
    const values = [1, 2];
    expect(smooth(values, 0)).toBe(values);
  });
});

describe('rows of a chart', () => {
  const series = { step: [10, 20, 30], values: { loss: [4, 0, 2], testLoss: [Number.NaN, 3, Infinity] } };

  it('leave out as null what is no finite number', () => {
    expect(chartRows(series, ['loss', 'testLoss', 'absent'], 0)).toEqual([
      { step: 10, loss: 4, testLoss: null },
      { step: 20, loss: 0, testLoss: 3 },
      { step: 30, loss: 2, testLoss: null },
    ]);
  });

  it('carry what was measured beside what was averaged', () => {
    const [first] = chartRows(series, ['loss'], 0.5);
    expect(first).toEqual({ step: 10, loss: 4, [rawKey('loss')]: 4 });
  });

  it('have no zero on a logarithmic axis, the step excepted', () => {
    expect(positiveRows([{ step: 0, loss: 0, testLoss: 1 }])).toEqual([{ step: 0, loss: null, testLoss: 1 }]);
  });
});

describe('axes', () => {
  it('of steps begin at 0 where the first step is near it', () => {
    expect(stepAxis([{ step: 1 }, { step: 400 }]).domain).toEqual([0, 400]);
    expect(stepAxis([{ step: 300 }, { step: 400 }]).domain).toEqual([300, 400]);
  });

  it('of shares end at 0 and 1', () => {
    const [low, high] = valueAxis([{ accuracy: 0.01 }, { accuracy: 1 }], ['accuracy'], { limits: [0, 1] }).domain;
    expect([low, high]).toEqual([0, 1]);
  });

  it('show their limits where every value lies beyond', () => {
    expect(valueAxis([{ r2: -9 }, { r2: -3 }], ['r2'], { limits: [-0.5, 1] }).domain).toEqual([-0.5, 1]);
  });

  it('hold a constant, and stand without any value', () => {
    for (const rows of [[{ loss: 0 }], [{ loss: 5 }], []]) {
      const { domain, ticks } = valueAxis(rows, ['loss']);
      expect(domain[0]).toBeLessThan(domain[1]);
      expect(ticks.length).toBeGreaterThan(0);
    }
    const { domain } = valueAxis([{ loss: 5 }], ['loss'], { log: true });
    expect(domain[0]).toBeGreaterThan(0);
  });
});

describe('what is shown of a run', () => {
  it('charts what it measures', () => {
    const names = (measured: Record<string, unknown>) => chartsFor(measured).map(({ name }) => name);
    expect(names({ loss: [], testLoss: [], accuracy: [], learningRate: [] })).toEqual([
      'loss',
      'accuracy',
      'learningRate',
    ]);
    expect(names({ loss: [], mae: [], r2: [] })).toEqual(['loss', 'r2']);
    expect(names({ loss: [], testLoss: [], testMae: [] })).toEqual(['loss', 'mae']);
    expect(names({})).toEqual([]);
  });

  it('charts of sequences how many are right as a whole beside single answers, of text its perplexity alone', () => {
    const names = (measured: Record<string, unknown>) => chartsFor(measured).map(({ name }) => name);
    expect(names({ loss: [], accuracy: [], exact: [], learningRate: [] })).toEqual([
      'loss',
      'exact',
      'accuracy',
      'learningRate',
    ]);
    expect(names({ loss: [], perplexity: [], bits: [] })).toEqual(['loss', 'perplexity']);
  });

  it('charts of two networks both losses in one, what is called real, and how well is imitated', () => {
    const measured = {
      generatorLoss: [],
      discriminatorLoss: [],
      calledReal: [],
      testCalledReal: [],
      js: [],
      learningRate: [],
    };
    expect(chartsFor(measured).map(seriesOf)).toEqual([
      ['discriminatorLoss', 'generatorLoss'],
      ['calledReal', 'testCalledReal'],
      ['js', 'jsFloor'],
      ['learningRate'],
    ]);
    expect(tilesFor(measured).map(({ series }) => series)).toEqual([
      'discriminatorLoss',
      'generatorLoss',
      'js',
      'testCalledReal',
    ]);
    // While the generator stands still, the discriminator's loss is there by itself.
    expect(chartsFor({ generatorLoss: [] }).map(({ name }) => name)).toEqual(['discriminatorLoss']);
  });

  it('leads with the loss on unseen examples, or what stands for it', () => {
    const leading = (values: Record<string, number[]>) => leadingMetric({ step: [0], values });
    expect(leading({ loss: [1], testLoss: [2] })).toBe('testLoss');
    expect(leading({ loss: [1], testLoss: [Number.NaN] })).toBe('loss');
    expect(leading({ generatorLoss: [1], discriminatorLoss: [1] })).toBe('generatorLoss');
    expect(leading({ generatorLoss: [1], js: [1] })).toBe('js');
    expect(leading({})).toBe('loss');
  });

  it('tiles tell of text its perplexity and its bits', () => {
    const measured = { loss: [], testLoss: [], perplexity: [], testPerplexity: [], bits: [], testBits: [] };
    expect(tilesFor(measured).map(({ series }) => series)).toEqual(['loss', 'testLoss', 'testPerplexity', 'testBits']);
  });

  it('tiles prefer what was measured on unseen examples', () => {
    const series = (measured: Record<string, unknown>) => tilesFor(measured).map((tile) => tile.series);
    expect(series({ loss: [], testLoss: [], accuracy: [], testAccuracy: [] })).toEqual([
      'loss',
      'testLoss',
      'testAccuracy',
    ]);
    expect(series({ loss: [], accuracy: [] })).toEqual(['loss', 'accuracy']);
  });

  it('the last value is the last that was measured', () => {
    expect(lastFinite([1, 2, Number.NaN])).toBe(2);
    expect(lastFinite(undefined)).toBeNaN();
  });
});
