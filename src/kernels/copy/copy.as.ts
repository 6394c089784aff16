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

/** Rows of `width` 32-bit values in the order of indices that are written as floats. */
export function batch(to: usize, from: usize, width: i32, count: i32, indices: usize): void {
  const bytes = (<usize>width) << 2;
  for (let i: i32 = 0; i < count; i++, to += bytes)
    copyRow(to, from + <usize>load<f32>(indices + ((<usize>i) << 2)) * bytes, width);
}
