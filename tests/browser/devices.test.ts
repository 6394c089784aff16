import { expect, test } from 'vitest';

// Asks from inside a worker, because that is where training runs.
function inWorker<T>(source: string): Promise<T> {
  const url = URL.createObjectURL(new Blob([`(${source})().then(postMessage, (e) => postMessage('failed: ' + e))`]));
  const worker = new Worker(url);
  return new Promise<T>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}

test('the page is isolated, so that the WASM backend may use threads', () => {
  expect(crossOriginIsolated).toBe(true);
});

test('a worker has WebGL2 on an offscreen canvas', async ({ skip }) => {
  const device = await inWorker<string | null>(`async () => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    return gl && gl.getParameter(gl.VERSION);
  }`);
  if (device === null) skip('no WebGL2 here: tests of the webgl backend are skipped');
  expect(device).toContain('WebGL 2.0');
});

test('a worker has WebGPU and can start a device', async ({ skip }) => {
  const device = await inWorker<string | null>(`async () => {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return null;
    const device = await adapter.requestDevice();
    return 'buffer of ' + device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE }).size;
  }`);
  if (device === null) skip('no WebGPU adapter here: tests of the webgpu backend are skipped');
  expect(device).toBe('buffer of 16');
});
