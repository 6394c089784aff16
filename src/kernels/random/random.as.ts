import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { log, sinNear } from '../wasm/math.as';
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

/**
 * Makes eight uniform numbers, four pairs (u, v), normal ones: r·cos(2πv) and r·sin(2πv) with r = √(−2·log u), where u is
 * taken from the other end of its range (Box and Muller 1958).
 */
function makeNormal(at: usize): void {
  const first = v128.load(at);
  const second = v128.load(at, 16);
  const u = f32x4.add(v128.shuffle<i32>(first, second, 0, 2, 4, 6), f32x4.splat(5.9604644775390625e-8));
  const quarters = f32x4.mul(v128.shuffle<i32>(first, second, 1, 3, 5, 7), f32x4.splat(4));
  const radius = f32x4.sqrt(f32x4.mul(log(u), f32x4.splat(-2)));
  const whole = f32x4.nearest(quarters);
  const n = i32x4.trunc_sat_f32x4_s(whole);
  const r = f32x4.mul(f32x4.sub(quarters, whole), f32x4.splat(1.5707963267948966));
  const cosines = f32x4.mul(radius, sinNear(r, i32x4.add(n, i32x4.splat(1))));
  const sines = f32x4.mul(radius, sinNear(r, n));
  v128.store(at, v128.shuffle<i32>(cosines, sines, 0, 4, 1, 5));
  v128.store(at, v128.shuffle<i32>(cosines, sines, 2, 6, 3, 7), 16);
}

/** to = `count` numbers. */
export function random(kind: i32, to: usize, count: i32, now: usize, key0: u32, key1: u32, scratch: usize): void {
  const low = stepLow(now);
  const upper = stepHigh(now);
  let block: i32 = 0;
  for (let left = count; left > 0; left -= 16, to += roundBytes, block += 4) {
    uniforms(scratch, block, low, upper, key0, key1);
    if (kind) {
      makeNormal(scratch);
      makeNormal(scratch + 32);
    }
    for (let i: i32 = 0; i < 16 && i < left; i += 4) {
      const numbers = v128.load(scratch + ((<usize>i) << 2));
      storeLanes(to + ((<usize>i) << 2), numbers, left - i);
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
