import { describe, expect, it } from 'vitest';
import { paintColumns, reachOf } from '../../../src/canvas/heat';
import { divergingTable } from '../../../src/canvas/ramp';
import { namesShare, stackBands, stepAt, stepPlace, wholeTicks } from '../../../src/families/rec/views/bands';
import { fadeSentence } from '../../../src/families/rec/views/fadeSentence';
import { mosaicColumns } from '../../../src/families/rec/views/mosaic';
import { isPen, penWay } from '../../../src/families/rec/views/pen';
import { stepSentence } from '../../../src/families/rec/views/stepSentence';
import { gapOf, stepBox } from '../../../src/families/rec/views/strip';
import { layOutSteps, scrollFor, stepUnder, visibleSteps } from '../../../src/families/rec/views/stripLayout';
import {
  atStep,
  beliefWidth,
  firstLook,
  inputWidth,
  isRight,
  sameSequence,
  topAnswer,
} from '../../../src/families/rec/views/traceReading';
import { recView as english } from '../../../src/i18n/recView.en';
import { recView as chinese } from '../../../src/i18n/recView.zh';
import { traceWith } from './recTraces';

describe('a trace', () => {
  const trace = traceWith();

  it('tells the likeliest answer of a step, and whether it is right', () => {
    expect(topAnswer(trace, 1)).toEqual({ place: 0, answer: 'x', probability: 0.75 });
    expect([0, 1, 2].map((step) => isRight(trace, step))).toEqual([null, true, false]);
  });

  it('of numbers has no answer', () => {
    const numbers = traceWith({ inputs: new Float32Array(6), answers: [], belief: new Float32Array(12) });
    expect([topAnswer(numbers, 1), isRight(numbers, 1)]).toEqual([null, null]);
    expect([inputWidth(numbers), beliefWidth(numbers)]).toEqual([2, 4]);
    expect(inputWidth(trace)).toBe(0);
  });

  it('is looked at where it is first asked for something; where it always is, at its end', () => {
    expect(firstLook(trace)).toBe(1);
    expect(firstLook(traceWith({ asked: Float32Array.of(1, 1, 1) }))).toBe(2);
    expect(firstLook(traceWith({ asked: new Float32Array(3) }))).toBe(2);
  });

  it('is cut into steps', () => {
    expect([...atStep(Float32Array.of(1, 2, 3, 4, 5, 6), 1, 3)]).toEqual([3, 4]);
  });

  it('is of the same sequence, however the network has changed', () => {
    expect(sameSequence(trace, traceWith({ hidden: new Float32Array(6) }))).toBe(true);
    expect(sameSequence(trace, traceWith({ inputs: ['a', ' ', 'c'] }))).toBe(false);
    expect(sameSequence(trace, traceWith({ layer: 1 }))).toBe(false);
  });
});

describe('the strip of steps', () => {
  it('fills its width, without steps too narrow to read or too wide to be seen as one', () => {
    expect(layOutSteps(640, 16, 12)).toEqual({ pitch: 40, total: 640 });
    expect(layOutSteps(640, 100, 12)).toEqual({ pitch: 12, total: 1200 });
    expect(layOutSteps(640, 3, 12)).toEqual({ pitch: 88, total: 264 });
  });

  it('draws the steps that are seen, and those cut off at its sides', () => {
    const layout = layOutSteps(640, 100, 12);
    expect(visibleSteps(layout, 0, 640, 100)).toEqual({ from: 0, to: 54 });
    expect(visibleSteps(layout, 30, 640, 100)).toEqual({ from: 2, to: 56 });
    expect(visibleSteps(layout, 560, 640, 100)).toEqual({ from: 46, to: 100 });
  });

  it('finds the step under the pointer, also beyond its ends', () => {
    const layout = layOutSteps(640, 16, 12);
    expect([-5, 0, 39.9, 40, 700].map((x) => stepUnder(layout, x, 16))).toEqual([0, 0, 0, 1, 15]);
  });

  it('scrolls no further than it has to', () => {
    const layout = layOutSteps(640, 100, 12);
    expect(scrollFor(layout, 20, 0, 640)).toBe(0);
    expect(scrollFor(layout, 60, 0, 640)).toBe(61 * 12 + 24 - 640);
    expect(scrollFor(layout, 99, 0, 640)).toBe(560);
    expect(scrollFor(layout, 0, 560, 640)).toBe(0);
  });

  it('leaves a gap between steps that are wide enough', () => {
    expect([6, 12, 40].map(gapOf)).toEqual([0, 1, 2]);
    const strip = { box: { width: 100, height: 20, ratio: 1 }, pitch: 12, scroll: 30, from: 2, to: 11 };
    expect(stepBox(strip, 3)).toEqual({ left: 6, width: 11 });
  });
});

describe('a heat map of columns', () => {
  const table = divergingTable([255, 0, 0], [255, 255, 255], [0, 0, 255], 1);
  const [red, blue] = [table[0], table[255]];

  it('paints rows downwards and columns across', () => {
    const pixels = new Uint32Array(4);
    const columns = { values: [9, 9, -1, 1, 1, -1], rows: 2 };
    paintColumns(columns, { from: 1, to: 3 }, 2, pixels, table, { low: -1, high: 1 });
    expect([...pixels]).toEqual([red, blue, blue, red]);
  });

  it('shows the row in the middle of each pixel where there are more rows than pixels', () => {
    const pixels = new Uint32Array(2);
    paintColumns({ values: [9, 1, 9, 9, -1, 9], rows: 6 }, { from: 0, to: 1 }, 2, pixels, table, { low: -1, high: 1 });
    expect([...pixels]).toEqual([blue, red]);
  });

  it('leaves clear what is no number', () => {
    const pixels = Uint32Array.of(7);
    paintColumns({ values: [Number.NaN], rows: 1 }, { from: 0, to: 1 }, 1, pixels, table, { low: -1, high: 1 });
    expect(pixels[0]).toBe(0);
  });

  it('reaches as far as its values, in round steps', () => {
    expect([[0.3, -0.4], [0.9], [3], [0], [Number.NaN, 0.5]].map((values) => reachOf(values))).toEqual([
      0.5, 1, 4, 0.125, 0.5,
    ]);
  });
});

describe('bands of belief', () => {
  it('stack to one, the first answer at the top', () => {
    const { bands } = stackBands(traceWith(), 'others');
    expect(bands.map(({ name }) => name)).toEqual(['x', 'y']);
    expect([...(bands[0]?.to ?? [])]).toEqual([1, 1, 1]);
    expect([...(bands[0]?.from ?? [])]).toEqual([0.5, 0.25, 0.125]);
    expect([...(bands[1]?.to ?? [])]).toEqual([0.5, 0.25, 0.125]);
    expect([...(bands[1]?.from ?? [])]).toEqual([0, 0, 0]);
  });

  it('of many answers are those that were believed in, and one for the rest', () => {
    const answers = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
    const belief = new Float32Array(3 * 26).fill(0.01);
    belief[26 + 25] = 0.75;
    const { bands } = stackBands(traceWith({ answers, belief }), 'others');
    expect(bands).toHaveLength(10);
    expect(bands.at(-2)?.name).toBe('z');
    expect(bands.at(-1)).toMatchObject({ name: 'others', answer: -1 });
  });

  it('lie beside the names at their right', () => {
    const free = namesShare(['open', 'balanced']);
    expect(free).toBeGreaterThan(0.1);
    expect(free).toBeLessThan(0.25);
    expect(stepPlace(9, 10, free)).toBeCloseTo(0.95 * (1 - free));
    for (const step of [0, 4, 9]) expect(stepAt(stepPlace(step, 10, free), 10, free)).toBe(step);
    expect(stepAt(1, 10, free)).toBe(9);
  });

  it('have ticks at whole steps, the first of them 1', () => {
    expect(wholeTicks(16, 5)).toEqual([1, 5, 10, 15]);
    expect(wholeTicks(3, 5)).toEqual([1, 2, 3]);
    expect(wholeTicks(1, 5)).toEqual([1]);
  });
});

describe('the mosaic of a state', () => {
  it('has tiles about as wide as high', () => {
    expect(mosaicColumns(128, 176, 96)).toBe(16);
    expect(mosaicColumns(1, 176, 96)).toBe(1);
    expect(mosaicColumns(3, 90, 30)).toBe(3);
    for (const units of [2, 7, 50, 1000]) expect(mosaicColumns(units, 100, 60)).toBeLessThanOrEqual(units);
  });
});

describe('the way of a pen', () => {
  it('is drawn from where it touches the paper', () => {
    expect(isPen(['dx', 'dy', 'pen'])).toBe(true);
    expect(isPen(['x', 'dy', 'pen'])).toBe(false);
    const scales = [{ key: '', mean: [1, 0, 0], deviation: [1, 2, 1] }];
    const { after, box } = penWay(Float32Array.of(0, 0, 0, 0, 1, 1, -1, 0.5, 1), scales);
    expect(after.map(({ x, y }) => [x, y])).toEqual([
      [1, 0],
      [2, 2],
      [2, 3],
    ]);
    expect(after.at(-1)?.drawn).toBe('M1.000 0.000L2.000 2.000L2.000 3.000');
    const [left, top, side] = box.split(' ').map(Number);
    expect([left, top, side]).toEqual([-0.8, -0.3, 3.6]);
  });
});

describe('sentences about a step', () => {
  it('say what is read and what is believed', () => {
    expect(stepSentence(traceWith(), 0, english)).toBe(
      'Step 1 of 3: the cell reads “a” and mixes it into its state. If it were asked now, it would say “x” (50.0\u202f%).',
    );
    expect(stepSentence(traceWith(), 1, english)).toMatch(/“␣”.* It says “x” .* and that is right\.$/);
    expect(stepSentence(traceWith(), 2, chinese)).toBe(
      '第 3 步（共 3 步）：单元读入“b”，并入状态。它答“x”（87.5\u202f%），应为“y”。',
    );
  });

  it('tell a forecast of numbers', () => {
    const numbers = traceWith({ inputs: new Float32Array(3), answers: [], belief: Float32Array.of(1, 2, -0.5) });
    expect(stepSentence(numbers, 2, english)).toContain('It forecasts −0.50 for the next step');
  });
});

describe('the sentence about the gradient', () => {
  it('tells whether the beginning can be learned from', () => {
    expect(fadeSentence(Float32Array.of(0.5, 1), english)).toContain(
      '50.0\u202f% of the gradient’s greatest length reaches',
    );
    expect(fadeSentence(Float32Array.of(0.05, 1), english)).toContain('learns slowly');
    expect(fadeSentence(Float32Array.of(0.00001, 1), english)).toMatch(
      /^Only < 0\.1\u202f% .* can hardly be learned from/,
    );
    expect(fadeSentence(Float32Array.of(0, 1), chinese)).toContain('几乎学不到');
  });

  it('says so where there is no gradient', () => {
    expect(fadeSentence(new Float32Array(0), english)).toBe(english.fadeNone);
    expect(fadeSentence(Float32Array.of(Number.NaN, 1), english)).toBe(english.fadeNone);
  });
});
