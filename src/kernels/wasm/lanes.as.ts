// Vectors of four floats, and the one to three values that are left at an end: they are computed by the same formula.

/** The first `count` floats from `from`, at most four; `rest` in the lanes that are left. */
// @inline
export function loadLanes(from: usize, count: i32, rest: v128): v128 {
  return count >= 4 ? v128.load(from) : loadSome(from, count, rest);
}

function loadSome(from: usize, count: i32, rest: v128): v128 {
  let lanes = v128.load32_lane(from, rest, 0);
  if (count > 1) lanes = v128.load32_lane(from, lanes, 1, 4);
  if (count > 2) lanes = v128.load32_lane(from, lanes, 2, 8);
  return lanes;
}

/** Writes the first `count` lanes, at most four. */
// @inline
export function storeLanes(to: usize, lanes: v128, count: i32): void {
  if (count >= 4) v128.store(to, lanes);
  else storeSome(to, lanes, count);
}

function storeSome(to: usize, lanes: v128, count: i32): void {
  v128.store32_lane(to, lanes, 0);
  if (count > 1) v128.store32_lane(to, lanes, 1, 4);
  if (count > 2) v128.store32_lane(to, lanes, 2, 8);
}

/** (0 + 1) + (2 + 3) */
export function sumLanes(lanes: v128): f32 {
  const low = f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1);
  return low + (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
}
