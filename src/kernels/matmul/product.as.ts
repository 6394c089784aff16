import { packPanels } from './pack.as';
import { isSmall, smallProduct } from './small.as';
import { tile, tileColumns, tileRows } from './tile.as';

// Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008: blocks that stay in the caches,
// packed in the order in which they are read.

/** Steps of depth packed at a time: a right panel of 8 × 256 floats stays in the first cache. */
const depthBlock: i32 = 256;
/** Left rows packed at a time: 64 × 256 floats stay in the second cache. */
const rowBlock: i32 = 64;
/** Right columns packed at a time; bounds the workspace. */
const columnBlock: i32 = 1024;

const edgeBytes: usize = 4 * tileRows * tileColumns;
const biasBytes: usize = 4 * columnBlock;
const leftBytes: usize = 4 * rowBlock * depthBlock;
const rightBytes: usize = 4 * columnBlock * depthBlock;

/** Bytes that `product` needs as its workspace, whatever the sizes. */
export const workspaceBytes: i32 = <i32>(edgeBytes + biasBytes + leftBytes + rightBytes);

/** Copies `rows` × `columns` floats between places whose rows are `fromStep` and `toStep` bytes apart. */
function copy(to: usize, toStep: usize, from: usize, fromStep: usize, rows: i32, columns: i32): void {
  for (let i: i32 = 0; i < rows; i++)
    for (let j: usize = 0; j < <usize>columns; j++)
      store<f32>(to + <usize>i * toStep + (j << 2), load<f32>(from + <usize>i * fromStep + (j << 2)));
}

/** One row of start values, up to a whole number of tiles: the bias, or zeros. */
function spreadBias(to: usize, bias: usize, step: i32, columns: i32): void {
  for (let j: i32 = 0; j % tileColumns != 0 || j < columns; j++)
    store<f32>(to + ((<usize>j) << 2), bias && j < columns ? load<f32>(bias + ((<usize>(j * step)) << 2)) : 0);
}

/** result [m, n] = clamp(left [m, k] · right [k, n] + bias [n], low, high); `biasStep` 0 repeats one value. */
function product(
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
  if (isSmall(m, n, k))
    return smallProduct(
      m,
      n,
      k,
      left,
      leftRow,
      leftColumn,
      right,
      rightRow,
      rightColumn,
      result,
      bias,
      biasStep,
      low,
      high,
      workspace,
    );
  const edge = workspace;
  const biases = edge + edgeBytes;
  const leftPanels = biases + biasBytes;
  const rightPanels = leftPanels + leftBytes;
  const rowBytes: usize = (<usize>n) << 2;

  for (let j0: i32 = 0; j0 < n; j0 += columnBlock) {
    const columns = min(columnBlock, n - j0);
    spreadBias(biases, bias ? bias + ((<usize>(j0 * biasStep)) << 2) : 0, biasStep, columns);
    // At least once: a product over no depth is the bias.
    for (let k0: i32 = 0; k0 == 0 || k0 < k; k0 += depthBlock) {
      const depth = min(depthBlock, k - k0);
      const last = k0 + depth == k;
      const least = last ? low : -Infinity;
      const most = last ? high : Infinity;
      const rightStart = right + ((<usize>(k0 * rightRow + j0 * rightColumn)) << 2);
      packPanels(rightPanels, tileColumns, rightStart, rightColumn, rightRow, columns, depth);
      for (let i0: i32 = 0; i0 < m; i0 += rowBlock) {
        const rows = min(rowBlock, m - i0);
        const leftStart = left + ((<usize>(i0 * leftRow + k0 * leftColumn)) << 2);
        packPanels(leftPanels, tileRows, leftStart, leftRow, leftColumn, rows, depth);
        for (let j: i32 = 0; j < columns; j += tileColumns) {
          const width = min(tileColumns, columns - j);
          const rightPanel = rightPanels + ((<usize>(j * depth)) << 2);
          for (let i: i32 = 0; i < rows; i += tileRows) {
            const height = min(tileRows, rows - i);
            const whole = height == tileRows && width == tileColumns;
            const leftPanel = leftPanels + ((<usize>(i * depth)) << 2);
            const to = result + <usize>(i0 + i) * rowBytes + ((<usize>(j0 + j)) << 2);
            const tileAt = whole ? to : edge;
            const tileStep = whole ? rowBytes : <usize>(4 * tileColumns);
            if (k0 == 0) {
              const start = biases + ((<usize>j) << 2);
              tile(depth, leftPanel, rightPanel, start, 0, tileAt, tileStep, least, most);
            } else {
              if (!whole) copy(edge, tileStep, to, rowBytes, height, width);
              tile(depth, leftPanel, rightPanel, tileAt, tileStep, tileAt, tileStep, least, most);
            }
            if (!whole) copy(to, rowBytes, edge, tileStep, height, width);
          }
        }
      }
    }
  }
}

/**
 * `batch` products in turn: result [batch, m, n] = clamp(left · right + bias, low, high). Matrices are given by where
 * they begin (bytes) and by their strides (elements): a batch stride of 0 takes the same matrix every time, and a
 * bias of 0 is none.
 */
export function products(
  batch: i32,
  m: i32,
  n: i32,
  k: i32,
  left: usize,
  leftBatch: i32,
  leftRow: i32,
  leftColumn: i32,
  right: usize,
  rightBatch: i32,
  rightRow: i32,
  rightColumn: i32,
  result: usize,
  bias: usize,
  low: f32,
  high: f32,
  workspace: usize,
): void {
  const resultBytes: usize = (<usize>(m * n)) << 2;
  for (let i: i32 = 0; i < batch; i++) {
    const a = left + ((<usize>(i * leftBatch)) << 2);
    const b = right + ((<usize>(i * rightBatch)) << 2);
    const to = result + <usize>i * resultBytes;
    // One column is computed as one row, of the transposed product: tiles are wider than high.
    if (n == 1) product(1, m, k, b, rightColumn, rightRow, a, leftColumn, leftRow, to, bias, 0, low, high, workspace);
    else product(m, n, k, a, leftRow, leftColumn, b, rightRow, rightColumn, to, bias, 1, low, high, workspace);
  }
}
