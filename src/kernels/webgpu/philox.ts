/**
 * Philox4x32-10 (random/philox.ts) in WGSL: `draw(block)` gives the four words of a block of the current step, from the
 * array `now` and the uniforms `key0` and `key1`. The same bits as everywhere else.
 */
export const wgslPhilox = `
  fn multiplyHigh(a : u32, b : u32) -> u32 {
    let aLow = a & 0xffffu;
    let aHigh = a >> 16u;
    let bLow = b & 0xffffu;
    let bHigh = b >> 16u;
    let middle = aHigh * bLow + ((aLow * bLow) >> 16u);
    let middleLow = (middle & 0xffffu) + aLow * bHigh;
    return aHigh * bHigh + (middle >> 16u) + (middleLow >> 16u);
  }

  fn draw(block : u32) -> vec4<u32> {
    let stepLow = u32(now[0]) + (u32(now[1]) << 16u);
    let stepHigh = u32(now[1]) >> 16u;
    var c = vec4<u32>(block, 0u, stepLow, stepHigh);
    var k = vec2<u32>(uniforms.key0, uniforms.key1);
    for (var round = 0; round < 10; round++) {
      let high0 = multiplyHigh(0xd2511f53u, c.x);
      let high1 = multiplyHigh(0xcd9e8d57u, c.z);
      c = vec4<u32>(high1 ^ c.y ^ k.x, 0xcd9e8d57u * c.z, high0 ^ c.w ^ k.y, 0xd2511f53u * c.x);
      k += vec2<u32>(0x9e3779b9u, 0xbb67ae85u);
    }
    return c;
  }

  // In [0, 1), 24 bits.
  fn uniformOf(word : u32) -> f32 { return f32(word >> 8u) * ${2 ** -24}; }
`;
