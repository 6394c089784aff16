import { loadLanes, storeLanes, sumLanes } from '../wasm/lanes.as';

// Layer normalization of rows [rows, width]; formulas are those of reference.ts.

// @inline
function read(from: usize, left: i32): v128 {
  return loadLanes(from, left, f32x4.splat(0));
}

function meanOf(row: usize, width: i32): f32 {
  let sums = f32x4.splat(0);
  for (let left = width; left > 0; left -= 4, row += 16) sums = f32x4.add(sums, read(row, left));
  return sumLanes(sums) / <f32>width;
}

/** One over the standard deviation. */
function scaleOf(row: usize, width: i32, mean: f32, epsilon: f32): f32 {
  const middle = f32x4.splat(mean);
  let sums = f32x4.splat(0);
  for (let left = width; left > 0; left -= 4, row += 16) {
    const off = f32x4.sub(loadLanes(row, left, middle), middle);
    sums = f32x4.add(sums, f32x4.mul(off, off));
  }
  return 1 / sqrt<f32>(sumLanes(sums) / <f32>width + epsilon);
}

/** Four values of a row, normalized. */
// @inline
function normal(from: usize, left: i32, mean: f32, scale: f32): v128 {
  return f32x4.mul(f32x4.sub(read(from, left), f32x4.splat(mean)), f32x4.splat(scale));
}

/** to = gain ⊙ x̂ + bias. */
export function layerNorm(to: usize, x: usize, gain: usize, bias: usize, rows: i32, width: i32, epsilon: f32): void {
  const step: usize = (<usize>width) << 2;
  for (let row: i32 = 0; row < rows; row++, to += step, x += step) {
    const mean = meanOf(x, width);
    const scale = scaleOf(x, width, mean, epsilon);
    for (let left = width, j: usize = 0; left > 0; left -= 4, j += 16) {
      const y = f32x4.mul(normal(x + j, left, mean, scale), read(gain + j, left));
      storeLanes(to + j, f32x4.add(y, read(bias + j, left)), left);
    }
  }
}

/** to = (g − mean(g) − x̂·mean(g ⊙ x̂)) · scale with g = dy ⊙ gain. */
export function layerNormGradient(
  to: usize,
  x: usize,
  gain: usize,
  dy: usize,
  rows: i32,
  width: i32,
  epsilon: f32,
): void {
  const step: usize = (<usize>width) << 2;
  const count: f32 = <f32>width;
  for (let row: i32 = 0; row < rows; row++, to += step, x += step, dy += step) {
    const mean = meanOf(x, width);
    const scale = scaleOf(x, width, mean, epsilon);
    let sums = f32x4.splat(0);
    let products = sums;
    for (let left = width, j: usize = 0; left > 0; left -= 4, j += 16) {
      const g = f32x4.mul(read(dy + j, left), read(gain + j, left));
      sums = f32x4.add(sums, g);
      products = f32x4.add(products, f32x4.mul(g, normal(x + j, left, mean, scale)));
    }
    const middle = f32x4.splat(sumLanes(sums) / count);
    const along = f32x4.splat(sumLanes(products) / count);
    for (let left = width, j: usize = 0; left > 0; left -= 4, j += 16) {
      const g = f32x4.mul(read(dy + j, left), read(gain + j, left));
      const rest = f32x4.sub(f32x4.sub(g, middle), f32x4.mul(normal(x + j, left, mean, scale), along));
      storeLanes(to + j, f32x4.mul(rest, f32x4.splat(scale)), left);
    }
  }
}

/** to [width] = Σ dy ⊙ x̂ over the rows, in their order. */
export function layerNormGainGradient(to: usize, x: usize, dy: usize, rows: i32, width: i32, epsilon: f32): void {
  const step: usize = (<usize>width) << 2;
  memory.fill(to, 0, step);
  for (let row: i32 = 0; row < rows; row++, x += step, dy += step) {
    const mean = meanOf(x, width);
    const scale = scaleOf(x, width, mean, epsilon);
    for (let left = width, j: usize = 0; left > 0; left -= 4, j += 16) {
      const product = f32x4.mul(read(dy + j, left), normal(x + j, left, mean, scale));
      storeLanes(to + j, f32x4.add(read(to + j, left), product), left);
    }
  }
}
