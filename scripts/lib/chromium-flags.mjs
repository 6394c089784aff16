/**
 * Flags under which a headless Chromium has WebGL2 and WebGPU without a GPU, also inside a worker, and also as
 * root. Adding `--use-angle=swiftshader` or `--enable-features=Vulkan` loses the WebGPU adapter.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--headless=new',
  '--enable-unsafe-webgpu',
  '--enable-unsafe-swiftshader',
  '--use-webgpu-adapter=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
