/**
 * Philox4x32-10 (random/philox.ts) in GLSL: `draw(block)` gives the four words of a block of the current step, from the
 * input `now` and the uniform `key`. The same bits as everywhere else.
 */
export const glslPhilox = `
  uint multiplyHigh(uint a, uint b) {
    uint aLow = a & 0xffffu;
    uint aHigh = a >> 16u;
    uint bLow = b & 0xffffu;
    uint bHigh = b >> 16u;
    uint middle = aHigh * bLow + ((aLow * bLow) >> 16u);
    uint middleLow = (middle & 0xffffu) + aLow * bHigh;
    return aHigh * bHigh + (middle >> 16u) + (middleLow >> 16u);
  }

  uvec4 draw(uint block) {
    uint stepLow = uint(getNow(0)) + (uint(getNow(1)) << 16u);
    uint stepHigh = uint(getNow(1)) >> 16u;
    uvec4 c = uvec4(block, 0u, stepLow, stepHigh);
    uvec2 k = uvec2(key);
    for (int i = 0; i < 10; i++) {
      uint high0 = multiplyHigh(0xd2511f53u, c.x);
      uint high1 = multiplyHigh(0xcd9e8d57u, c.z);
      c = uvec4(high1 ^ c.y ^ k.x, 0xcd9e8d57u * c.z, high0 ^ c.w ^ k.y, 0xd2511f53u * c.x);
      k += uvec2(0x9e3779b9u, 0xbb67ae85u);
    }
    return c;
  }

  // In [0, 1), 24 bits.
  float uniformOf(uint word) { return float(word >> 8u) * ${2 ** -24}; }
`;
