/** Rows of `depth` words: `on` at the place that the row's int32 index tells, `off` elsewhere. */
export function oneHot(to: usize, indices: usize, count: i32, depth: i32, on: i32, off: i32): void {
  for (let i: i32 = 0; i < count; i++) {
    const index = load<i32>(indices + ((<usize>i) << 2));
    for (let j: i32 = 0; j < depth; j++) {
      store<i32>(to, j == index ? on : off);
      to += 4;
    }
  }
}

/**
 * Sums of rows of `width` floats: row i of `from` is added to row indices[i] of `to`, in the order of i. Indices that
 * `to`, of `rows` rows, does not have are left out.
 */
export function segmentSum(to: usize, from: usize, width: i32, count: i32, indices: usize, rows: i32): void {
  const bytes = (<usize>width) << 2;
  memory.fill(to, 0, <usize>rows * bytes);
  for (let i: i32 = 0; i < count; i++) {
    const row = load<i32>(indices + ((<usize>i) << 2));
    if (row >= 0 && row < rows) {
      let target = to + <usize>row * bytes;
      let source = from;
      const end = target + bytes;
      for (; target + 16 <= end; target += 16) {
        v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
        source += 16;
      }
      for (; target < end; target += 4) {
        store<f32>(target, load<f32>(target) + load<f32>(source));
        source += 4;
      }
    }
    from += bytes;
  }
}
