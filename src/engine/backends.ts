import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { installKernels } from '../kernels/install';
import { type BackendId, backendIds } from '../training/names';
import type { BackendReport, Unavailability } from '../training/progress';
import * as tf from './tf';

// Starting, naming and watching the four backends.

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

// One core stays with the page, which has to draw and answer while the others train.
setThreadsCount(Math.max(1, navigator.hardwareConcurrency - 1));

/** The quick reason why a backend cannot even be tried, or null. */
async function obstacle(id: BackendId): Promise<Unavailability | null> {
  switch (id) {
    case 'webgpu':
      if (!('gpu' in navigator)) return 'noWebGPU';
      return (await navigator.gpu.requestAdapter().catch(() => null)) ? null : 'noAdapter';
    case 'webgl':
      return typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('webgl2')
        ? null
        : 'noWebGL2';
    case 'wasm':
      if (typeof WebAssembly === 'undefined') return 'noWebAssembly';
      // Our kernels are made of it.
      return (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? null : 'noSimd';
    case 'cpu':
      return null;
  }
}

function webglContext(): WebGL2RenderingContext {
  return (tf.backend() as MathBackendWebGL).getGPGPUContext().gl as WebGL2RenderingContext;
}

async function deviceName(id: BackendId): Promise<string> {
  switch (id) {
    case 'webgpu': {
      const info = (await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }))?.info;
      return info?.description || [info?.vendor, info?.architecture].filter(Boolean).join(' ') || 'GPU';
    }
    case 'webgl': {
      const gl = webglContext();
      const extension = gl.getExtension('WEBGL_debug_renderer_info');
      return String(gl.getParameter(extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    }
    case 'wasm':
      return `SIMD, ${getThreadsCount()} ${getThreadsCount() === 1 ? 'thread' : 'threads'}`;
    case 'cpu':
      return 'JavaScript';
  }
}

/** Milliseconds after which a backend that does not start is given up. */
const startLimit = 10_000;

/** Bytes of idle textures above which WebGL frees them instead of keeping them for later. */
const idleTextureBytes = 256 * 2 ** 20;
tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', idleTextureBytes);

const reports = new Map<BackendId, BackendReport>();

export interface DeviceFailure {
  readonly cause: 'device-lost' | 'out-of-memory';
  readonly backend: BackendId;
  readonly reason: string;
}

let failed: (failure: DeviceFailure) => void = () => {};

/** Calls back when the device behind a backend fails; there is one listener. */
export function onDeviceFailure(listener: (failure: DeviceFailure) => void): void {
  failed = listener;
}

/** Watches the device of the backend that has just been started. */
function watch(backend: BackendId): void {
  if (backend === 'webgpu') {
    const { device } = tf.backend() as WebGPUBackend;
    void device.lost.then(({ message, reason }) =>
      failed({ cause: 'device-lost', backend, reason: message || reason }),
    );
    // WebGPU does not throw when memory runs out; it reports here and goes on computing with nothing.
    device.addEventListener('uncapturederror', ({ error }) => {
      if (error instanceof GPUOutOfMemoryError) failed({ cause: 'out-of-memory', backend, reason: error.message });
    });
  } else if (backend === 'webgl') {
    // The WebWorker library of TypeScript leaves the canvas of a context out.
    const { canvas } = webglContext() as WebGL2RenderingContext & { readonly canvas: OffscreenCanvas };
    canvas.addEventListener('webglcontextlost', () =>
      failed({ cause: 'device-lost', backend, reason: 'context lost' }),
    );
  }
}

/** Starts a backend for the first time. */
async function tryBackend(id: BackendId): Promise<BackendReport> {
  const reason = await obstacle(id);
  if (reason) return { id, available: false, reason };
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), startLimit));
  try {
    if (!(await Promise.race([tf.setBackend(id), late]))) return { id, available: false, reason: 'failed' };
    if (id === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE'))
      return { id, available: false, reason: 'noFloat32' };
    watch(id);
    await installKernels(id);
    return { id, available: true, device: await deviceName(id) };
  } catch {
    return { id, available: false, reason: 'failed' };
  }
}

/** Makes a backend the current one, starting it if need be. Returns what it is, or why it cannot be used. */
export async function startBackend(id: BackendId): Promise<BackendReport> {
  const known = reports.get(id);
  if (known) {
    if (known.available) await tf.setBackend(id);
    return known;
  }
  const report = await tryBackend(id);
  reports.set(id, report);
  return report;
}

/** Every backend with what is known of it; those not tried so far are started. The current one stays current. */
export async function surveyBackends(current: BackendId): Promise<BackendReport[]> {
  const survey: BackendReport[] = [];
  for (const id of backendIds) survey.push(reports.get(id) ?? (await startBackend(id)));
  await tf.setBackend(current);
  return survey;
}

/** Whether the device behind a backend is gone, with everything on it. */
export function isLost(id: BackendId): boolean {
  return id === 'webgl' && tf.getBackend() === 'webgl' && webglContext().isContextLost();
}

/** Bytes that one tensor may have on a backend that has been started. */
export function largestTensor(id: BackendId): number {
  return id === 'webgpu'
    ? (tf.backend() as WebGPUBackend).device.limits.maxStorageBufferBindingSize
    : Number.POSITIVE_INFINITY;
}

/** Bytes held by tensors on the current backend. */
export function memoryInUse(): { bytes: number; tensors: number } {
  const memory = tf.memory() as tf.MemoryInfo & { numBytesInGPU?: number };
  return { bytes: memory.numBytesInGPU ?? memory.numBytes, tensors: memory.numTensors };
}
