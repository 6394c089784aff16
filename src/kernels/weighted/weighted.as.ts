import { exampleLoss, meanLossGradient } from '../loss/loss.as';
import { expSum, largest } from '../loss/row.as';
import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { exp, log } from '../wasm/math.as';

// Weighted means of the losses of rows. `classes` is 1 where targets are the classes' numbers, [rows], and 0 where there
// is one for every output. Loss and output are indices of lossNames and outputKinds (training/names.ts).

/** Rows whose losses are computed side by side (loss.as.ts). */
const rowsAtOnce: i32 = 4;

/** max(Σ w, 1) */
function totalOf(weights: usize, rows: i32): f64 {
  let total: f64 = 0;
  for (let row: i32 = 0; row < rows; row++, weights += 4) total += <f64>load<f32>(weights);
  return max<f64>(total, 1);
}

/** −log softmax(row)[class], the class being the float at `target`; no number where there is no such class. */
function classLoss(row: usize, columns: i32, target: usize): f32 {
  const index = <i32>load<f32>(target);
  if (index < 0 || index >= columns) return NaN;
  const most = largest(row, columns);
  const sum = f32x4.extract_lane(log(f32x4.splat(expSum(row, columns, most))), 0);
  return sum - (load<f32>(row + ((<usize>index) << 2)) - most);
}

/** to = scale · (softmax(row) − one-hot(class)) */
function classSlopes(to: usize, row: usize, columns: i32, target: usize, scale: f32): void {
  const index = <i32>load<f32>(target);
  const most = largest(row, columns);
  const share = f32x4.splat(scale / expSum(row, columns, most));
  const shift = f32x4.splat(most);
  const ofClass = to + ((<usize>index) << 2);
  for (let left = columns; left > 0; left -= 4, to += 16, row += 16)
    storeLanes(to, f32x4.mul(exp(f32x4.sub(loadLanes(row, left, shift), shift)), share), left);
  if (index >= 0 && index < columns) store<f32>(ofClass, load<f32>(ofClass) - scale);
}

/** to [1] = Σ w·loss / max(Σ w, 1), added in the rows' order; rows of weight 0 count for nothing. */
export function weightedLoss(
  loss: i32,
  output: i32,
  classes: i32,
  to: usize,
  logits: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  columns: i32,
  workspace: usize,
): void {
  const step: usize = (<usize>columns) << 2;
  const total = totalOf(weights, rows);
  let sum: f64 = 0;
  for (let row: i32 = 0; row < rows; row++, weights += 4) {
    const inGroup: usize = (<usize>(row % rowsAtOnce)) << 2;
    const at = logits + <usize>row * step;
    if (classes) store<f32>(workspace + inGroup, classLoss(at, columns, targets + ((<usize>row) << 2)));
    else if (inGroup == 0)
      exampleLoss(loss, output, workspace, at, targets + <usize>row * step, min(rowsAtOnce, rows - row), columns);
    const weight = load<f32>(weights);
    if (weight != 0) sum += <f64>weight * <f64>load<f32>(workspace + inGroup);
  }
  store<f32>(to, <f32>(sum / total));
}

/** row *= scale */
function scaleRow(row: usize, columns: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (let left = columns; left > 0; left -= 4, row += 16)
    storeLanes(row, f32x4.mul(loadLanes(row, left, factor), factor), left);
}

/** to [rows, columns] = its gradient by the logits, times the float at dy. */
export function weightedLossGradient(
  loss: i32,
  output: i32,
  classes: i32,
  to: usize,
  logits: usize,
  targets: usize,
  weights: usize,
  dy: usize,
  rows: i32,
  columns: i32,
  workspace: usize,
): void {
  const step: usize = (<usize>columns) << 2;
  const share = <f64>load<f32>(dy) / totalOf(weights, rows);
  for (let row: i32 = 0; row < rows; row++, weights += 4) {
    const offset = <usize>row * step;
    if (!classes && row % rowsAtOnce == 0) {
      const count = min(rowsAtOnce, rows - row);
      // The mean over these rows, as often as there are rows: each row's own slopes.
      store<f32>(workspace, <f32>count);
      meanLossGradient(loss, output, to + offset, logits + offset, targets + offset, workspace, count, columns);
    }
    const weight = load<f32>(weights);
    const scale = <f32>(share * <f64>weight);
    if (weight == 0) memory.fill(to + offset, 0, step);
    else if (classes) classSlopes(to + offset, logits + offset, columns, targets + ((<usize>row) << 2), scale);
    else scaleRow(to + offset, columns, scale);
  }
}
