import { showValue } from '../config/showValue';
import { Problem } from '../problem';
import { columnEncoder, readNumber } from './columns';
import type { RawRow } from './dataset';
import { computeFeatures } from './features';
import { type DataInfo, inputWidth, outputWidth } from './info';

/** The names of the raw values that one input consists of, in their order. */
function rawNames({ inputs }: DataInfo): readonly string[] {
  return inputs.kind === 'points' ? inputs.coordinates : inputs.columns.map((column) => column.name);
}

function refuse(names: readonly string[], index: number, found: unknown): Problem {
  return new Problem('predictInput', {
    row: index + 1,
    expected: names.length,
    names: names.join(', '),
    found: showValue(found),
  });
}

/**
 * Network inputs, count × inputWidth(info), of raw rows: coordinates, or cells in the order of the input columns.
 * Numbers may come as text. A blank cell (null, '', NaN) takes the column's `fill`; a category that was not
 * among the training rows sets none of its inputs.
 * @throws {Problem} `predictInput` for a row of another width, for text in a number column, for a blank coordinate.
 */
export function encodeInputs(info: DataInfo, rows: readonly RawRow[]): Float32Array {
  const names = rawNames(info);
  if (!Array.isArray(rows)) throw refuse(names, 0, rows);
  for (const [i, row] of rows.entries())
    if (!Array.isArray(row) || row.length !== names.length) throw refuse(names, i, row);

  if (info.inputs.kind === 'points') {
    const points = new Float32Array(rows.length * names.length);
    for (const [i, row] of rows.entries())
      for (const [j, cell] of row.entries()) {
        const value = readNumber(cell) ?? Number.NaN;
        if (Number.isNaN(value)) throw refuse(names, i, row);
        points[i * names.length + j] = value;
      }
    return encodePoints(info, points);
  }

  const encoders = info.inputs.columns.map(columnEncoder);
  const out = new Float32Array(rows.length * inputWidth(info));
  let at = 0;
  for (const [i, row] of rows.entries())
    for (const [j, encoder] of encoders.entries()) {
      if (!encoder.encode(row[j] ?? null, out, at)) throw refuse(names, i, row);
      at += encoder.width;
    }
  return out;
}

/**
 * Network inputs, count × inputWidth(info), of count × coordinates packed points: the quick way for the grid
 * points of a decision map.
 * @throws {TypeError} for data that has columns.
 */
export function encodePoints({ inputs, name }: DataInfo, points: Float32Array): Float32Array {
  if (inputs.kind !== 'points') throw new TypeError(`“${name}” has columns, not points`);
  return computeFeatures(points, inputs.coordinates.length, inputs.features);
}

/**
 * What network outputs mean, one list per example. `outputs` is count × outputWidth(info): probabilities for
 * classes, standardized values for numbers. For classes the list holds one probability per class, for two
 * classes too: [1 − p, p]. For numbers it holds the values in their own units.
 */
export function decodeOutputs(info: DataInfo, outputs: Float32Array): number[][] {
  const width = outputWidth(info);
  const { target } = info;
  const decoded: number[][] = [];
  for (let at = 0; at < outputs.length; at += width) {
    const row = Array.from(outputs.subarray(at, at + width));
    if (target.kind === 'numbers')
      decoded.push(row.map((value, j) => value * (target.deviation[j] ?? 1) + (target.mean[j] ?? 0)));
    else decoded.push(target.classes.length === 2 ? row.flatMap((p) => [1 - p, p]) : row);
  }
  return decoded;
}

/** Index of the most probable class in one list of decodeOutputs; the first among equals. */
export function predictedClass(probabilities: readonly number[]): number {
  let best = 0;
  for (const [index, p] of probabilities.entries()) if (p > (probabilities[best] ?? 0)) best = index;
  return best;
}
