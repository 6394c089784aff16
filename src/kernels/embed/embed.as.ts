import { loadLanes, storeLanes } from '../wasm/lanes.as';

/** to [width] = from [width] + bias [width]. */
// @inline
function addRow(to: usize, from: usize, bias: usize, width: i32): void {
  const zero = f32x4.splat(0);
  for (let left = width; left > 0; left -= 4, to += 16, from += 16, bias += 16)
    storeLanes(to, f32x4.add(loadLanes(from, left, zero), loadLanes(bias, left, zero)), left);
}

/**
 * to [count, width] = rows of matrix [rows, width] by tokens [count], numbers as floats, and zeros where there is none;
 * plus bias [width], unless that lies at 0.
 */
export function embed(to: usize, matrix: usize, tokens: usize, bias: usize, rows: i32, width: i32, count: i32): void {
  const bytes: usize = (<usize>width) << 2;
  for (let i: i32 = 0; i < count; i++, to += bytes, tokens += 4) {
    const token = <i32>load<f32>(tokens);
    const isRow = token >= 0 && token < rows;
    const from = isRow ? matrix + <usize>token * bytes : bias;
    if (isRow && bias != 0) addRow(to, from, bias, width);
    else if (from != 0) memory.copy(to, from, bytes);
    else memory.fill(to, 0, bytes);
  }
}

/** to [rows, width] = the sums of the rows of dy [count, width] with the same token, added in their order. */
export function embedGradient(to: usize, dy: usize, tokens: usize, rows: i32, width: i32, count: i32): void {
  const bytes: usize = (<usize>width) << 2;
  const zero = f32x4.splat(0);
  memory.fill(to, 0, <usize>rows * bytes);
  for (let i: i32 = 0; i < count; i++, dy += bytes, tokens += 4) {
    const token = <i32>load<f32>(tokens);
    if (token < 0 || token >= rows) continue;
    let at = to + <usize>token * bytes;
    let from = dy;
    for (let left = width; left > 0; left -= 4, at += 16, from += 16)
      storeLanes(at, f32x4.add(loadLanes(at, left, zero), loadLanes(from, left, zero)), left);
  }
}
