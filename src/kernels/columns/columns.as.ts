import { loadLanes, storeLanes, sumLanes } from '../wasm/lanes.as';

/** The sum of `count` floats: four sums side by side. */
function sum(from: usize, count: i32): f32 {
  const zero = f32x4.splat(0);
  let lanes = zero;
  for (let left = count; left > 0; left -= 4, from += 16) lanes = f32x4.add(lanes, loadLanes(from, left, zero));
  return sumLanes(lanes);
}

/** to [columns] = the sums of the columns of `from` [rows, columns], added from the first row to the last. */
export function columnSums(to: usize, from: usize, rows: i32, columns: i32): void {
  if (columns == 1) return store<f32>(to, sum(from, rows));
  const zero = f32x4.splat(0);
  const step: usize = (<usize>columns) << 2;
  for (let left = columns; left > 0; left -= 4, to += 16, from += 16) {
    let lanes = zero;
    let at = from;
    for (let row: i32 = 0; row < rows; row++, at += step) lanes = f32x4.add(lanes, loadLanes(at, left, zero));
    storeLanes(to, lanes, left);
  }
}
