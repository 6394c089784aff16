import { loadLanes, sumLanes } from '../wasm/lanes.as';
import { exp } from '../wasm/math.as';

/** The largest of a row. */
export function largest(row: usize, columns: i32): f32 {
  const least = f32x4.splat(-Infinity);
  let lanes = least;
  for (let left = columns; left > 0; left -= 4, row += 16) lanes = f32x4.max(lanes, loadLanes(row, left, least));
  const low = max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1));
  return max(low, max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)));
}

/** Σ exp(z − most) of a row, of which nothing overflows. */
export function expSum(row: usize, columns: i32, most: f32): f32 {
  const shift = f32x4.splat(most);
  let lanes = f32x4.splat(0);
  for (let left = columns; left > 0; left -= 4, row += 16)
    lanes = f32x4.add(lanes, exp(f32x4.sub(loadLanes(row, left, f32x4.splat(-Infinity)), shift)));
  return sumLanes(lanes);
}
