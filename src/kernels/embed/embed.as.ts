import { loadLanes, storeLanes } from '../wasm/lanes.as';

/** to [count, width] = rows of matrix [rows, width] by tokens [count], numbers as floats; zeros where there is none. */
export function embed(to: usize, matrix: usize, tokens: usize, rows: i32, width: i32, count: i32): void {
  const bytes: usize = (<usize>width) << 2;
  for (let i: i32 = 0; i < count; i++, to += bytes, tokens += 4) {
    const token = <i32>load<f32>(tokens);
    if (token >= 0 && token < rows) memory.copy(to, matrix + <usize>token * bytes, bytes);
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
