import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { wasmHeap } from '../kernels/install';
import type { StepMode } from '../training/names';
import { createWasmRunner } from './record/wasm';
import { createWebGPURunner } from './record/webgpu';
import { createEagerRunner, type StepProgram, type StepRunner } from './step';
import * as tf from './tf';

/** A runner for the current backend: recording where there is one and it is wished. */
export function createRunner(program: StepProgram, mode: StepMode): StepRunner {
  const backend = mode === 'recorded' ? tf.getBackend() : null;
  const heap = wasmHeap();
  if (backend === 'wasm' && heap) return createWasmRunner(heap, program);
  if (backend === 'webgpu') return createWebGPURunner(tf.backend() as WebGPUBackend, program);
  return createEagerRunner(program);
}
