import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type * as tf from '../../engine/tf';
import { draw, registerWebGL } from '../webgl/draw';

const program = `
  float valueAt(int index) {
    int column = index % columns;
    float sum = 0.0;
    for (int row = index / columns; row < rows; row += pieces) { sum += getX(row * columns + column); }
    return sum * scale;
  }
`;

/** Rows that are added up one after another without cutting them in pieces. */
const inOnePiece = 64;

/** Sums of the columns of x, rows × columns, times `scale`: [columns]. Many rows are added up in about √rows pieces first. */
export function sumColumns(
  backend: MathBackendWebGL,
  x: tf.TensorInfo,
  rows: number,
  columns: number,
  scale = 1,
): tf.TensorInfo {
  const piecesOf = (from: tf.TensorInfo, length: number, pieces: number, factor: number, shape: readonly number[]) =>
    draw(backend, {
      inputs: { x: from },
      uniforms: { rows: ['int', length], columns: ['int', columns], pieces: ['int', pieces], scale: ['float', factor] },
      shape,
      code: program,
    });
  if (rows <= inOnePiece) return piecesOf(x, rows, 1, scale, [columns]);
  const pieces = Math.ceil(Math.sqrt(rows));
  const partial = piecesOf(x, rows, pieces, 1, [pieces, columns]);
  const sums = piecesOf(partial, pieces, 1, scale, [columns]);
  backend.disposeIntermediateTensorInfo(partial);
  return sums;
}

export function registerColumnSums(): void {
  registerWebGL('ColumnSums', (backend, { x }: { readonly x: tf.TensorInfo }) =>
    sumColumns(backend, x, x.shape[0] ?? 0, x.shape[1] ?? 0),
  );
}
