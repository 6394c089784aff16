import { encodeCsv } from '../csv';
import type { Table } from '../dataset';
import { readNumbers } from '../distributions/columnPoints';
import type { Distribution } from '../distributions/distribution';
import { drawnDistribution } from '../distributions/drawn';

/** The name of the table that a drawing is handed over as. */
export const drawingName = 'drawing.csv';

/** Half the width of the board: x and y lie between −3 and 3, as those of the built-in distributions. */
export const boardExtent = 3;

/** Points x, y, x, y … as a table with the columns x and y. */
export function encodeDrawing(points: readonly number[]): string {
  const rows = Array.from({ length: points.length / 2 }, (_, i) =>
    [points[2 * i] ?? 0, points[2 * i + 1] ?? 0].map((value) => Number(value.toFixed(4))),
  );
  return encodeCsv([['x', 'y'], ...rows]);
}

/**
 * The distribution of the points in a table with the columns x and y, as they are.
 * @throws {Problem} `noSuchColumn`, `columnNotNumbers`, `noDrawnPoints`.
 */
export function drawing(table: Table): Distribution {
  const [xs, ys] = [readNumbers(table, 'x'), readNumbers(table, 'y')];
  const points = Float32Array.from(xs.flatMap((x, i) => [x, ys[i] ?? Number.NaN]));
  return drawnDistribution(points, { extent: boardExtent });
}
