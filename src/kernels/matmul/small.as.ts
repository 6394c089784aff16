import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { packPanels } from './pack.as';

// Products so small that packing would cost more than it saves: operands are read where they lie. Only a right matrix
// whose rows are not contiguous, or do not fill the tiles, is packed. Values are added in the order of the packed
// product, so both give the same bits.

const tileColumns: i32 = 8;
/** Multiplications up to which a product is small. */
const most: i32 = 65536;
/** One block of depth of the packed product. */
const deepest: i32 = 256;

export function isSmall(m: i32, n: i32, k: i32): bool {
  return k <= deepest && m <= most && n <= 1024 && m * n <= most && m * n * k <= most;
}

/** Adds the start and clamps; writes the columns that exist. */
// @inline
function finish(to: usize, c0: v128, c1: v128, start0: v128, start1: v128, low: v128, high: v128, width: i32): void {
  storeLanes(to, f32x4.pmin(f32x4.pmax(f32x4.add(start0, c0), low), high), width);
  if (width > 4) storeLanes(to + 16, f32x4.pmin(f32x4.pmax(f32x4.add(start1, c1), low), high), width - 4);
}

/** Four rows of eight columns. Steps are bytes. */
function fourRows(
  depth: i32,
  left: usize,
  leftRow: usize,
  leftColumn: usize,
  right: usize,
  rightRow: usize,
  to: usize,
  toRow: usize,
  start0: v128,
  start1: v128,
  low: v128,
  high: v128,
  width: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const leftRow2 = leftRow + leftRow;
  const leftRow3 = leftRow2 + leftRow;
  const end = right + <usize>depth * rightRow;
  while (right < end) {
    const b0 = v128.load(right);
    const b1 = v128.load(right, 16);
    let a = v128.load32_splat(left);
    c00 = f32x4.add(c00, f32x4.mul(a, b0));
    c01 = f32x4.add(c01, f32x4.mul(a, b1));
    a = v128.load32_splat(left + leftRow);
    c10 = f32x4.add(c10, f32x4.mul(a, b0));
    c11 = f32x4.add(c11, f32x4.mul(a, b1));
    a = v128.load32_splat(left + leftRow2);
    c20 = f32x4.add(c20, f32x4.mul(a, b0));
    c21 = f32x4.add(c21, f32x4.mul(a, b1));
    a = v128.load32_splat(left + leftRow3);
    c30 = f32x4.add(c30, f32x4.mul(a, b0));
    c31 = f32x4.add(c31, f32x4.mul(a, b1));
    left += leftColumn;
    right += rightRow;
  }
  finish(to, c00, c01, start0, start1, low, high, width);
  finish(to + toRow, c10, c11, start0, start1, low, high, width);
  finish(to + 2 * toRow, c20, c21, start0, start1, low, high, width);
  finish(to + 3 * toRow, c30, c31, start0, start1, low, high, width);
}

/** One row of eight columns. */
function oneRow(
  depth: i32,
  left: usize,
  leftColumn: usize,
  right: usize,
  rightRow: usize,
  to: usize,
  start0: v128,
  start1: v128,
  low: v128,
  high: v128,
  width: i32,
): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  for (; depth > 0; depth--) {
    const a = v128.load32_splat(left);
    c0 = f32x4.add(c0, f32x4.mul(a, v128.load(right)));
    c1 = f32x4.add(c1, f32x4.mul(a, v128.load(right, 16)));
    left += leftColumn;
    right += rightRow;
  }
  finish(to, c0, c1, start0, start1, low, high, width);
}

/** result [m, n] = clamp(left · right + bias); arguments as those of `product`. */
export function smallProduct(
  m: i32,
  n: i32,
  k: i32,
  left: usize,
  leftRow: i32,
  leftColumn: i32,
  right: usize,
  rightRow: i32,
  rightColumn: i32,
  result: usize,
  bias: usize,
  biasStep: i32,
  low: f32,
  high: f32,
  workspace: usize,
): void {
  const least = f32x4.splat(low);
  const greatest = f32x4.splat(high);
  const rowStep: usize = (<usize>leftRow) << 2;
  const columnStep: usize = (<usize>leftColumn) << 2;
  const resultStep: usize = (<usize>n) << 2;
  const isPacked = rightColumn != 1 || n % tileColumns != 0;
  if (isPacked) packPanels(workspace, tileColumns, right, rightColumn, rightRow, n, k);
  const rightStep: usize = isPacked ? <usize>(4 * tileColumns) : (<usize>rightRow) << 2;
  for (let j: i32 = 0; j < n; j += tileColumns) {
    const width = min(tileColumns, n - j);
    const panel = isPacked ? workspace + ((<usize>(j * k)) << 2) : right + ((<usize>j) << 2);
    let start0 = f32x4.splat(0);
    let start1 = start0;
    if (bias && biasStep == 0) {
      start0 = v128.load32_splat(bias);
      start1 = start0;
    } else if (bias) {
      const at = bias + ((<usize>j) << 2);
      start0 = loadLanes(at, width, start0);
      if (width > 4) start1 = loadLanes(at + 16, width - 4, start1);
    }
    let from = left;
    let to = result + ((<usize>j) << 2);
    let i: i32 = 0;
    for (; i + 4 <= m; i += 4, from += 4 * rowStep, to += 4 * resultStep)
      fourRows(k, from, rowStep, columnStep, panel, rightStep, to, resultStep, start0, start1, least, greatest, width);
    for (; i < m; i++, from += rowStep, to += resultStep)
      oneRow(k, from, columnStep, panel, rightStep, to, start0, start1, least, greatest, width);
  }
}
