/** Why a backend cannot be used. */
export const backends = {
  reasons: {
    noWebGPU: 'this browser has no WebGPU',
    noAdapter: 'no graphics adapter is offered to WebGPU',
    noWebGL2: 'this browser has no WebGL 2 in workers',
    noFloat32: 'its WebGL cannot compute with 32-bit numbers',
    noWebAssembly: 'this browser has no WebAssembly',
    noSimd: 'this browser has no WebAssembly SIMD',
    failed: 'it failed to start',
  },
};
