import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { cos, log, sin } from '../wasm/math.as';
import { uniforms } from './philox.as';

// Kinds: 0 uniform, 1 normal. The step is that of `now`, whose first two floats are the step modulo 65536 and divided
// by it. `scratch` has room for the 16 numbers of one round.

/** Bytes of one round of `uniforms`: four blocks of four floats. */
const roundBytes: i32 = 64;

// @inline
function stepLow(now: usize): u32 {
  return <u32>load<f32>(now) + ((<u32>load<f32>(now, 4)) << 16);
}

// @inline
function stepHigh(now: usize): u32 {
  return <u32>load<f32>(now, 4) >> 16;
}

/** Two pairs of standard normal numbers of two pairs of uniform ones (Box and Muller 1958). */
function normals(pairs: v128): v128 {
  const evenLanes = v128.shuffle<i32>(pairs, pairs, 0, 0, 2, 2);
  const oddLanes = v128.shuffle<i32>(pairs, pairs, 1, 1, 3, 3);
  const logs = log(f32x4.add(evenLanes, f32x4.splat(5.9604644775390625e-8)));
  const radius = f32x4.sqrt(f32x4.mul(logs, f32x4.splat(-2)));
  const angle = f32x4.mul(oddLanes, f32x4.splat(6.283185307179586));
  const isFirst = i32x4(-1, 0, -1, 0);
  return f32x4.mul(radius, v128.bitselect(cos(angle), sin(angle), isFirst));
}

/** to = `count` numbers. */
export function random(kind: i32, to: usize, count: i32, now: usize, key0: u32, key1: u32, scratch: usize): void {
  const low = stepLow(now);
  const upper = stepHigh(now);
  let block: i32 = 0;
  for (let left = count; left > 0; left -= 16, to += roundBytes, block += 4) {
    uniforms(scratch, block, low, upper, key0, key1);
    for (let i: i32 = 0; i < 16 && i < left; i += 4) {
      const numbers = v128.load(scratch + ((<usize>i) << 2));
      storeLanes(to + ((<usize>i) << 2), kind ? normals(numbers) : numbers, left - i);
    }
  }
}

/** to = x / (1 − rate) where the uniform number is not below the rate, else 0. */
export function dropout(
  to: usize,
  from: usize,
  count: i32,
  now: usize,
  rate: f32,
  key0: u32,
  key1: u32,
  scratch: usize,
): void {
  const low = stepLow(now);
  const upper = stepHigh(now);
  const least = f32x4.splat(rate);
  const scale = f32x4.splat(<f32>(1 / (1 - <f64>rate)));
  let block: i32 = 0;
  for (let left = count; left > 0; left -= 16, block += 4) {
    uniforms(scratch, block, low, upper, key0, key1);
    for (let i: i32 = 0; i < 16 && i < left; i += 4, to += 16, from += 16) {
      const kept = f32x4.ge(v128.load(scratch + ((<usize>i) << 2)), least);
      storeLanes(to, v128.and(f32x4.mul(loadLanes(from, left - i, scale), scale), kept), left - i);
    }
  }
}
