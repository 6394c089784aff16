import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import '@tensorflow/tfjs-backend-webgpu';
import type { Place } from '../protocol';
import type { Start } from './contender';
import { multiply } from './product';
import { trainAdversaries } from './stock-gen';
import { trainWithCore, trainWithLayers } from './stock-net';
import { trainRecurrentLayers } from './stock-rec';

/** Stock tfjs, as its users have it. A bundle of its own: nothing that we register reaches it. */

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

/** The reason why a backend cannot be used, or null. */
async function setBackend(backend: Place): Promise<string | null> {
  if (!tf.findBackendFactory(backend)) return 'not registered';
  try {
    return (await tf.setBackend(backend)) ? null : 'failed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const startStock: Start = async (workload, { backend, runner }) => {
  const reason = await setBackend(backend);
  if (reason) return reason;
  const device = backend === 'wasm' ? `SIMD, threads: ${getThreadsCount()}` : backend;
  if (workload.kind === 'product') return { device, contender: multiply(workload) };
  if (workload.kind === 'adversarial')
    return backend === 'wasm' && workload.config.model.architecture === 'convolutional'
      ? 'stock cannot train convolutions there'
      : { device, contender: trainAdversaries(workload) };
  if (workload.kind === 'sequences') return { device, contender: trainRecurrentLayers(workload) };
  switch (runner) {
    case 'tf.layers':
      return { device, contender: trainWithLayers(workload) };
    case 'tf.core':
      return { device, contender: trainWithCore(workload) };
    default:
      throw new Error(`${runner} is not stock tfjs`);
  }
};
