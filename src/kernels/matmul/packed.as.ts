import { packPanels } from './pack.as';
import { tile, tileColumns, tileRows } from './tile.as';

// Products with a right matrix that is packed once and used many times, as the weights of a recurrent layer are.

/** Left rows packed at a time: they stay in the second cache. */
const rowBlock: i32 = 64;
const edgeFloats: usize = <usize>(tileRows * tileColumns);

/** Bytes of the panels of a right matrix [depth, columns]. */
export function panelBytes(depth: i32, columns: i32): usize {
  const whole = ((columns + tileColumns - 1) / tileColumns) * tileColumns;
  return (<usize>(whole * depth)) << 2;
}

/** Bytes that `packedProduct` needs as its workspace. */
export function packedWorkspace(depth: i32): usize {
  return (edgeFloats + <usize>(rowBlock * depth)) << 2;
}

/** Packs a right matrix [depth, columns], given by its strides, for `packedProduct`. */
export function packRight(to: usize, right: usize, rowStep: i32, columnStep: i32, depth: i32, columns: i32): void {
  packPanels(to, tileColumns, right, columnStep, rowStep, columns, depth);
}

/** Copies `rows` × `columns` floats between places whose rows are `fromStep` and `toStep` bytes apart. */
function copy(to: usize, toStep: usize, from: usize, fromStep: usize, rows: i32, columns: i32): void {
  for (let i: i32 = 0; i < rows; i++, to += toStep, from += fromStep)
    for (let j: usize = 0; j < (<usize>columns) << 2; j += 4) store<f32>(to + j, load<f32>(from + j));
}

/**
 * result [m, n] = start [m, n] + left [m, k] · right, of which the panels are given. Rows of start, left and result lie
 * `…Step` floats apart; a start step of 0 repeats one row, and the start may be the result.
 */
export function packedProduct(
  m: i32,
  n: i32,
  k: i32,
  left: usize,
  leftStep: i32,
  panels: usize,
  start: usize,
  startStep: i32,
  result: usize,
  resultStep: i32,
  workspace: usize,
): void {
  const leftPanels = workspace + (edgeFloats << 2);
  const startBytes: usize = (<usize>startStep) << 2;
  const resultBytes: usize = (<usize>resultStep) << 2;
  const edgeBytes: usize = (<usize>tileColumns) << 2;
  for (let i0: i32 = 0; i0 < m; i0 += rowBlock) {
    const rows = min(rowBlock, m - i0);
    packPanels(leftPanels, tileRows, left + ((<usize>(i0 * leftStep)) << 2), leftStep, 1, rows, k);
    for (let j: i32 = 0; j < n; j += tileColumns) {
      const width = min(tileColumns, n - j);
      const rightPanel = panels + ((<usize>(j * k)) << 2);
      for (let i: i32 = 0; i < rows; i += tileRows) {
        const height = min(tileRows, rows - i);
        const leftPanel = leftPanels + ((<usize>(i * k)) << 2);
        const row: usize = <usize>(i0 + i);
        const from = start + row * startBytes + ((<usize>j) << 2);
        const to = result + row * resultBytes + ((<usize>j) << 2);
        if (height == tileRows && width == tileColumns)
          tile(k, leftPanel, rightPanel, from, startBytes, to, resultBytes, -Infinity, Infinity);
        else {
          copy(workspace, edgeBytes, from, startBytes, height, width);
          tile(k, leftPanel, rightPanel, workspace, edgeBytes, workspace, edgeBytes, -Infinity, Infinity);
          copy(to, resultBytes, workspace, edgeBytes, height, width);
        }
      }
    }
  }
}
