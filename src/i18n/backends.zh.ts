import type { backends as english } from './backends.en';

export const backends = {
  reasons: {
    noWebGPU: '此浏览器不支持 WebGPU',
    noAdapter: '没有可供 WebGPU 使用的图形适配器',
    noWebGL2: '此浏览器的工作线程不支持 WebGL 2',
    noFloat32: '其 WebGL 不支持 32 位浮点计算',
    noWebAssembly: '此浏览器不支持 WebAssembly',
    noSimd: '此浏览器不支持 WebAssembly SIMD',
    failed: '启动失败',
  },
} satisfies typeof english;
