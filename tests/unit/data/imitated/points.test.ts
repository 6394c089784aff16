import { describe, expect, it } from 'vitest';
import { undoScaling } from '../../../../src/data/distributions/standardize';
import { buildImitated } from '../../../../src/data/imitated/build';
import { drawingName, encodeDrawing } from '../../../../src/data/imitated/drawing';
import { inUnits, type PointsInfo } from '../../../../src/data/imitated/info';
import { readTable } from '../../../../src/data/table/read';
import { apply } from '../../../../src/panels/drawing/tools';
import { stream } from '../../../../src/random/stream';
import { problemOf } from '../helpers';

const read = (text: string, name = 'a.csv') => readTable(new Blob([text]), name);
const options = { samples: 100, trainFraction: 0.8, size: '8', columns: {}, condition: '' } as const;

describe('a drawing', () => {
  it('comes back as points near those that were drawn, by one scale for both coordinates', async () => {
    const table = await read(encodeDrawing([-2, 1, 2, 1, 2, -1.23456789]), drawingName);
    const { info, train, test } = buildImitated({ ...options, dataset: 'drawn' }, 1, 'linear', { table });
    expect(info).toMatchObject({ imitates: 'points', name: 'drawn', rows: 100, coordinates: ['x', 'y'], modes: null });
    expect([train.count, test.count]).toEqual([80, 20]);
    const points = undoScaling(train.rows, (info as PointsInfo).scaling);
    for (let i = 0; i < points.length; i += 2) expect(Math.abs(Math.abs(points[i] ?? 0) - 2)).toBeLessThan(0.3);
  });

  it('needs the columns of one, and points', async () => {
    const other = await read('a,b\n1,2\n3,4\n');
    expect(problemOf(() => buildImitated({ ...options, dataset: 'drawn' }, 1, 'linear', { table: other })).key).toBe(
      'noSuchColumn',
    );
    expect(problemOf(() => buildImitated({ ...options, dataset: 'drawn' }, 1, 'linear')).key).toBe('noTable');
  });
});

describe('the tools', () => {
  const random = () => stream(1, 'tools');

  it('put points along a stroke and around a place, and take them away', () => {
    const line = apply([], 'brush', [-1, 0], [1, 0], random());
    expect(line.length).toBeGreaterThan(60);
    expect(line.filter((_, i) => i % 2 === 1).every((y) => Math.abs(y) < 0.3)).toBe(true);
    const cloud = apply([], 'spray', [0, 0], [0, 0], random());
    expect(cloud.length).toBe(12);
    expect(apply(line, 'erase', [-1.2, 0], [1.2, 0], random())).toEqual([]);
    expect(apply([0, 0, 2, 2], 'erase', [0, 0], [0, 0], random())).toEqual([2, 2]);
  });

  it('stay on the board', () => {
    const cloud = apply([], 'spray', [3, -3], [3, -3], random());
    expect(cloud.every((value) => Math.abs(value) <= 3)).toBe(true);
  });
});

describe('two columns of numbers', () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${1000 + i},${i % 5 === 0 ? '' : (i % 7) / 10}`);

  it('are points that keep their units, each row in one part', async () => {
    const table = await read(`price,share\n${rows.join('\n')}\n`);
    const { info, train, test, notes } = buildImitated({ ...options, dataset: 'table' }, 1, 'linear', { table });
    expect(info).toMatchObject({ imitates: 'points', name: 'a.csv', rows: 40, coordinates: ['price', 'share'] });
    expect([train.count, test.count]).toEqual([32, 8]);
    expect(notes).toEqual([{ kind: 'blankRows', columns: 'price, share', count: 10 }]);
    const points = info as PointsInfo;
    const prices = [train, test].flatMap((part) =>
      [...undoScaling(part.rows, points.scaling)]
        .filter((_, i) => i % 2 === 0)
        .map((value) => Math.round(inUnits(points, 0, value))),
    );
    const expected = rows.flatMap((_, i) => (i % 5 === 0 ? [] : [1000 + i]));
    expect(prices.sort((a, b) => a - b)).toEqual(expected);
  });
});
