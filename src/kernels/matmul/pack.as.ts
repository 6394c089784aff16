// Panels: the order in which the tile kernel reads. A panel holds some lanes (rows of the left matrix, columns of the
// right one) side by side, one group of lanes for every step of depth. Strides are in elements, so a transposed matrix
// is the same matrix with its two strides exchanged.

/** Four lanes of `depth` values; lanes that do not exist are filled with zeros. Groups lie `toStep` bytes apart. */
function packFour(to: usize, toStep: usize, from: usize, laneStep: i32, depthStep: i32, lanes: i32, depth: i32): void {
  let k: i32 = 0;
  if (lanes >= 4 && laneStep == 1) {
    const step: usize = (<usize>depthStep) << 2;
    for (; k < depth; k++) {
      v128.store(to, v128.load(from));
      from += step;
      to += toStep;
    }
    return;
  }
  const lane: usize = (<usize>laneStep) << 2;
  if (lanes >= 4 && depthStep == 1) {
    // Four steps of depth of four lanes are a 4×4 block to transpose.
    for (; k + 4 <= depth; k += 4) {
      const r0 = v128.load(from);
      const r1 = v128.load(from + lane);
      const r2 = v128.load(from + 2 * lane);
      const r3 = v128.load(from + 3 * lane);
      const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
      const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
      const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
      const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
      v128.store(to + toStep, v128.shuffle<i64>(low01, low23, 1, 3));
      v128.store(to + 2 * toStep, v128.shuffle<i64>(high01, high23, 0, 2));
      v128.store(to + 3 * toStep, v128.shuffle<i64>(high01, high23, 1, 3));
      from += 16;
      to += 4 * toStep;
    }
  }
  const step: usize = (<usize>depthStep) << 2;
  for (; k < depth; k++) {
    for (let i: i32 = 0; i < 4; i++)
      store<f32>(to + ((<usize>i) << 2), i < lanes ? load<f32>(from + <usize>i * lane) : 0);
    from += step;
    to += toStep;
  }
}

/** Eight lanes side by side in memory, as they are. */
function copyEight(to: usize, from: usize, depthStep: i32, depth: i32): void {
  const step: usize = (<usize>depthStep) << 2;
  for (let k: i32 = 0; k < depth; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += step;
    to += 32;
  }
}

/** Panels of `width` lanes (four or eight), one after another, until all lanes have been taken. */
export function packPanels(
  to: usize,
  width: i32,
  from: usize,
  laneStep: i32,
  depthStep: i32,
  lanes: i32,
  depth: i32,
): void {
  const group: usize = (<usize>width) << 2;
  for (let first: i32 = 0; first < lanes; first += width) {
    const start = from + ((<usize>(first * laneStep)) << 2);
    if (width == 8 && laneStep == 1 && lanes - first >= 8) copyEight(to, start, depthStep, depth);
    else
      for (let lane: i32 = 0; lane < width; lane += 4) {
        const at = start + ((<usize>(lane * laneStep)) << 2);
        packFour(to + ((<usize>lane) << 2), group, at, laneStep, depthStep, lanes - first - lane, depth);
      }
    to += <usize>depth * group;
  }
}
