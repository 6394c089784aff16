import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '../engine/tf';
import type { BackendId } from '../training/names';
import { registerCpuKernels } from './cpu/register';
import { openHeap, type WasmHeap } from './wasm/heap';
import { registerWasmKernels } from './wasm/register';
import { registerWebGLKernels } from './webgl/register';
import { registerWebGPUKernels } from './webgpu/register';

let heap: WasmHeap | null = null;

/** The wasm backend's heap, or null where our kernels are not in it. */
export const wasmHeap = (): WasmHeap | null => heap;

/**
 * Puts our kernels into a backend that has just been started.
 * @throws where wasm cannot have them; it is then not used. Without SIMD it is not even started (`noSimd`).
 */
export async function installKernels(id: BackendId): Promise<void> {
  if (id === 'webgpu') registerWebGPUKernels();
  if (id === 'webgl') registerWebGLKernels();
  if (id === 'cpu') registerCpuKernels();
  if (id !== 'wasm') return;
  const opened = await openHeap(tf.backend() as BackendWasm);
  registerWasmKernels(opened);
  heap = opened;
}
