/** Rows of more bytes are copied by a call, shorter ones in a loop. */
const longRow: usize = 256;

/** One row: `count` values, steps in bytes. */
// @inline
function row(to: usize, toStep: usize, from: usize, fromStep: usize, count: i32): void {
  for (let i: i32 = 0; i < count; i++) {
    store<u32>(to, load<u32>(from));
    to += toStep;
    from += fromStep;
  }
}

/** A row whose values lie side by side on both sides; short ones without the cost of a call. */
// @inline
function copyRow(to: usize, from: usize, bytes: usize): void {
  if (bytes > longRow) {
    memory.copy(to, from, bytes);
    return;
  }
  const end = to + bytes;
  for (; to + 16 <= end; to += 16) {
    v128.store(to, v128.load(from));
    from += 16;
  }
  for (; to < end; to += 4) {
    store<u32>(to, load<u32>(from));
    from += 4;
  }
}

// @inline
function repeatRow(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  const four = v128.load32_splat(from);
  for (; to + 16 <= end; to += 16) v128.store(to, four);
  for (; to < end; to += 4) v128.store32_lane(to, four, 0);
}

/** A matrix whose columns lie side by side in `from` and whose rows do in `to`: blocks of 4×4, turned in registers. */
function transpose(to: usize, toRow: usize, from: usize, fromColumn: usize, rows: i32, columns: i32): void {
  let i: i32 = 0;
  for (; i + 4 <= rows; i += 4) {
    let j: i32 = 0;
    let source = from + ((<usize>i) << 2);
    let target = to + <usize>i * toRow;
    for (; j + 4 <= columns; j += 4) {
      const r0 = v128.load(source);
      const r1 = v128.load(source + fromColumn);
      const r2 = v128.load(source + 2 * fromColumn);
      const r3 = v128.load(source + 3 * fromColumn);
      const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
      const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
      const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
      const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<i64>(low01, low23, 0, 2));
      v128.store(target + toRow, v128.shuffle<i64>(low01, low23, 1, 3));
      v128.store(target + 2 * toRow, v128.shuffle<i64>(high01, high23, 0, 2));
      v128.store(target + 3 * toRow, v128.shuffle<i64>(high01, high23, 1, 3));
      source += 4 * fromColumn;
      target += 16;
    }
    for (let k: i32 = 0; k < 4; k++)
      row(target + <usize>k * toRow, 4, source + ((<usize>k) << 2), fromColumn, columns - j);
  }
  for (; i < rows; i++) row(to + <usize>i * toRow, 4, from + ((<usize>i) << 2), fromColumn, columns);
}

/**
 * Copies values of 32 bits along four axes of lengths d0 … d3: to[i·t] = from[i·f]. Strides are in elements; those of
 * `from` may be 0, which repeats values, or negative. Fast where the last stride of `to` is 1 and that of `from` is 1 or
 * 0, or where the one but last of `from` is 1.
 */
export function move(
  to: usize,
  from: usize,
  d0: i32,
  d1: i32,
  d2: i32,
  d3: i32,
  t0: i32,
  t1: i32,
  t2: i32,
  t3: i32,
  f0: i32,
  f1: i32,
  f2: i32,
  f3: i32,
): void {
  const bytes = (<usize>d3) << 2;
  for (let i: i32 = 0; i < d0; i++)
    for (let j: i32 = 0; j < d1; j++) {
      let target = to + ((<usize>(i * t0 + j * t1)) << 2);
      let source = from + ((<usize>(i * f0 + j * f1)) << 2);
      if (t3 == 1 && f3 != 1 && f2 == 1) {
        transpose(target, (<usize>t2) << 2, source, (<usize>f3) << 2, d2, d3);
        continue;
      }
      for (let k: i32 = 0; k < d2; k++) {
        if (t3 == 1 && f3 == 1) copyRow(target, source, bytes);
        else if (t3 == 1 && f3 == 0) repeatRow(target, source, bytes);
        else row(target, (<usize>t3) << 2, source, (<usize>f3) << 2, d3);
        target += (<usize>t2) << 2;
        source += (<usize>f2) << 2;
      }
    }
}
