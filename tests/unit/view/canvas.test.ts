import { describe, expect, it } from 'vitest';
import { mix, packColour, parseColour } from '../../../src/canvas/colour';
import { enlargeGrid, type Grid, sampleGrid } from '../../../src/canvas/grid';
import { paintClasses, paintValues } from '../../../src/canvas/paintField';
import { divergingTable, fadeTable } from '../../../src/canvas/ramp';
import { linearTicks, logTicks } from '../../../src/canvas/ticks';

const [warm, card, cool] = [[200, 100, 0] as const, [255, 255, 255] as const, [0, 100, 200] as const];
const grid = (size: number, outputs: number, values: readonly number[]): Grid => ({
  size,
  outputs,
  values: Float32Array.from(values),
});

describe('colours', () => {
  it('are read in both forms a browser computes', () => {
    expect(parseColour('rgb(31, 119, 201)')).toEqual([31, 119, 201]);
    expect(parseColour('color(srgb 0 0.5 1)')).toEqual([0, 128, 255]);
  });

  it('pack into one pixel with full opacity, red lowest', () => {
    expect(packColour([1, 2, 3]).toString(16)).toBe('ff030201');
  });
});

describe('a grid', () => {
  const slope = grid(2, 1, [0, 1, 2, 3]);

  it('is read between its cell centres', () => {
    expect(sampleGrid(slope, 0.25, 0.25)).toEqual([0]);
    expect(sampleGrid(slope, 0.5, 0.5)).toEqual([1.5]);
    expect(sampleGrid(slope, 0.75, 0.5)).toEqual([2]);
  });

  it('keeps its outer values up to the edge', () => {
    expect(sampleGrid(slope, 0, 0)).toEqual([0]);
    expect(sampleGrid(slope, 1, 1)).toEqual([3]);
  });

  it('enlarged, holds what is read at the centres of the smaller cells', () => {
    const two = grid(3, 2, [1, 5, 2, 5, 4, 0, 7, 1, 8, 2, 1, 0, 0, 9, 3, 3, 6, 2]);
    const large = enlargeGrid(two, 4);
    expect(large.size).toBe(12);
    for (const [row, column] of [[0, 0] as const, [3, 7] as const, [11, 5] as const]) {
      const place = (row * 12 + column) * 2;
      const expected = sampleGrid(two, (column + 0.5) / 12, (row + 0.5) / 12);
      expect(large.values[place]).toBeCloseTo(expected[0] as number, 5);
      expect(large.values[place + 1]).toBeCloseTo(expected[1] as number, 5);
    }
  });
});

describe('painting a field', () => {
  const table = divergingTable(warm, card, cool, 1);

  it('goes from warm over the card to cool', () => {
    const pixels = new Uint32Array(4);
    paintValues(grid(2, 1, [0, 1, -9, 9]), pixels, table, { low: 0, high: 1 });
    expect([...pixels]).toEqual([warm, cool, warm, cool].map(packColour));
  });

  it('in two bands knows the two ends alone', () => {
    const pixels = new Uint32Array(4);
    paintValues(grid(2, 1, [0.4, 0.6, 0.49, 1]), pixels, table, { low: 0, high: 1 }, 2);
    expect([...pixels]).toEqual([warm, cool, warm, cool].map(packColour));
  });

  it('shows the likeliest class as strongly as it leads', () => {
    const tables = [warm, cool].map((hue) => fadeTable(card, hue, 1));
    const pixels = new Uint32Array(4);
    paintClasses(grid(2, 2, [1, 0, 0, 1, 0.5, 0.5, 0.2, 0.8]), pixels, tables);
    expect([...pixels]).toEqual([warm, cool, card, mix(card, cool, 0.6)].map(packColour));
  });

  it('shows the decision alone at full strength', () => {
    const tables = [warm, cool].map((hue) => fadeTable(card, hue, 1));
    const pixels = new Uint32Array(1);
    paintClasses(grid(1, 2, [0.4, 0.6]), pixels, tables, true);
    expect(pixels[0]).toBe(packColour(cool));
  });
});

describe('ticks', () => {
  it('are round numbers within the range', () => {
    expect(linearTicks(-6, 6, 6)).toEqual([-6, -4, -2, 0, 2, 4, 6]);
    expect(linearTicks(0, 0.31, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(linearTicks(3, 3)).toEqual([3]);
  });

  it('on a logarithmic axis are powers of ten, or 1-2-5 over a short range', () => {
    expect(logTicks(0.0008, 2)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(logTicks(0.09, 1.1)).toEqual([0.1, 0.2, 0.5, 1]);
    expect(logTicks(1e-9, 10).length).toBeLessThanOrEqual(6);
  });
});
