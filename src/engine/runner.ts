import { wasmHeap } from '../kernels/install';
import { createWasmRunner } from './record/wasm';
import { createEagerRunner, type StepMode, type StepProgram, type StepRunner } from './step';
import * as tf from './tf';

/** A runner for the current backend: recording where there is one and it is wished. */
export function createRunner(program: StepProgram, mode: StepMode): StepRunner {
  const heap = tf.getBackend() === 'wasm' ? wasmHeap() : null;
  if (mode === 'recorded' && heap) return createWasmRunner(heap, program);
  return createEagerRunner(program);
}
