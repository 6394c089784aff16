/**
 * Class targets of some rows in the form the network takes them: one 0 or 1 per row for two classes, one-hot
 * rows for more.
 */
export function encodeClasses(classOf: ArrayLike<number>, rows: Int32Array, classes: number): Float32Array {
  if (classes === 2) return Float32Array.from(rows, (row) => classOf[row] ?? 0);
  const out = new Float32Array(rows.length * classes);
  for (const [i, row] of rows.entries()) out[i * classes + (classOf[row] ?? 0)] = 1;
  return out;
}

/** One number to predict: its value in every row, and what it is standardized by. */
export interface NumberOutput {
  readonly values: ArrayLike<number>;
  readonly mean: number;
  readonly deviation: number;
}

/** Number targets of some rows, rows.length × outputs.length, standardized: (value − mean) / deviation. */
export function encodeNumbers(outputs: readonly NumberOutput[], rows: Int32Array): Float32Array {
  const out = new Float32Array(rows.length * outputs.length);
  for (const [j, { values, mean, deviation }] of outputs.entries())
    for (const [i, row] of rows.entries()) out[i * outputs.length + j] = ((values[row] ?? 0) - mean) / deviation;
  return out;
}
