// Philox4x32-10 (see src/random/philox.ts), four blocks at once: lane i of the four results is block `block` + i.

// @inline
function high(low: v128, upper: v128): v128 {
  return v128.shuffle<i32>(low, upper, 1, 3, 5, 7);
}

// @inline
function lowHalf(low: v128, upper: v128): v128 {
  return v128.shuffle<i32>(low, upper, 0, 2, 4, 6);
}

/** Writes the 16 words of four blocks in their order, as their upper 24 bits in floats: uniform numbers in [0, 1). */
export function uniforms(to: usize, block: i32, stepLow: u32, stepHigh: u32, key0: u32, key1: u32): void {
  let c0 = i32x4.add(i32x4.splat(block), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(0);
  let c2 = i32x4.splat(stepLow);
  let c3 = i32x4.splat(stepHigh);
  const multiplier0 = i32x4.splat(0xd2511f53);
  const multiplier1 = i32x4.splat(0xcd9e8d57);
  for (let round: i32 = 0; round < 10; round++) {
    const low0 = i64x2.extmul_low_i32x4_u(multiplier0, c0);
    const upper0 = i64x2.extmul_high_i32x4_u(multiplier0, c0);
    const low1 = i64x2.extmul_low_i32x4_u(multiplier1, c2);
    const upper1 = i64x2.extmul_high_i32x4_u(multiplier1, c2);
    c0 = v128.xor(v128.xor(high(low1, upper1), c1), i32x4.splat(key0));
    c2 = v128.xor(v128.xor(high(low0, upper0), c3), i32x4.splat(key1));
    c1 = lowHalf(low1, upper1);
    c3 = lowHalf(low0, upper0);
    key0 += 0x9e3779b9;
    key1 += 0xbb67ae85;
  }
  // From one word of four blocks to four words of one block.
  const a = v128.shuffle<i32>(c0, c1, 0, 4, 1, 5);
  const b = v128.shuffle<i32>(c2, c3, 0, 4, 1, 5);
  const c = v128.shuffle<i32>(c0, c1, 2, 6, 3, 7);
  const d = v128.shuffle<i32>(c2, c3, 2, 6, 3, 7);
  v128.store(to, fraction(v128.shuffle<i64>(a, b, 0, 2)));
  v128.store(to, fraction(v128.shuffle<i64>(a, b, 1, 3)), 16);
  v128.store(to, fraction(v128.shuffle<i64>(c, d, 0, 2)), 32);
  v128.store(to, fraction(v128.shuffle<i64>(c, d, 1, 3)), 48);
}

// @inline
function fraction(words: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(words, 8)), f32x4.splat(5.9604644775390625e-8));
}
