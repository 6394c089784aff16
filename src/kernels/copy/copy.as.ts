export function copy(to: usize, from: usize, bytes: i32): void {
  memory.copy(to, from, <usize>bytes);
}

/** One row of `width` values; short ones without the cost of a call. */
// @inline
function copyRow(to: usize, from: usize, width: i32): void {
  if (width > 8) memory.copy(to, from, (<usize>width) << 2);
  else for (let i: usize = 0; i < (<usize>width) << 2; i += 4) store<i32>(to + i, load<i32>(from + i));
}

/** Rows of `width` 32-bit values in the order of int32 indices; no number where there is no such row, so that it shows. */
export function gather(to: usize, from: usize, width: i32, count: i32, indices: usize, rows: i32): void {
  const bytes = (<usize>width) << 2;
  for (let i: i32 = 0; i < count; i++, to += bytes) {
    const row = load<i32>(indices + ((<usize>i) << 2));
    if (row >= 0 && row < rows) copyRow(to, from + <usize>row * bytes, width);
    else for (let j: usize = 0; j < bytes; j += 4) store<f32>(to + j, NaN);
  }
}

/**
 * Pieces of `width` 32-bit values, step after step, of examples whose rows of `rowWidth` values have indices that are
 * written as floats: one row for all steps of an example, or one for each. Of one step: whole rows, in that order.
 */
export function batch(
  to: usize,
  from: usize,
  rowWidth: i32,
  width: i32,
  steps: i32,
  examples: i32,
  rowsPerExample: i32,
  indices: usize,
): void {
  const bytes = (<usize>width) << 2;
  const rowBytes = (<usize>rowWidth) << 2;
  const isRow = rowsPerExample > 1;
  const exampleBytes = (<usize>rowsPerExample) << 2;
  for (let step: i32 = 0; step < steps; step++) {
    let index = indices + (isRow ? (<usize>step) << 2 : 0);
    const start = from + (isRow ? 0 : <usize>step * bytes);
    for (let i: i32 = 0; i < examples; i++, to += bytes, index += exampleBytes)
      copyRow(to, start + <usize>load<f32>(index) * rowBytes, width);
  }
}
