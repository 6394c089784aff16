import { registerActivations } from '../activation/wasm';
import { registerBatch } from '../batch/wasm';
import { registerColumnSums } from '../columns/wasm';
import { registerCopies } from '../copy/register';
import { registerAffine } from '../dense/wasm';
import { registerElementwise } from '../elementwise/register';
import { registerIndices } from '../indices/register';
import { registerLosses } from '../loss/wasm';
import { registerProducts } from '../matmul/register';
import { registerMoves } from '../move/register';
import { registerNormalization } from '../normalization/register';
import { registerOptimize } from '../optimize/wasm';
import { registerRandom } from '../random/wasm';
import { registerReductions } from '../reduce/register';
import { registerSoftmax } from '../softmax/register';
import type { WasmHeap } from './heap';

/** Gives the wasm backend the kernels of our own names. */
export function registerOwn(heap: WasmHeap): void {
  registerAffine(heap);
  registerActivations(heap);
  registerColumnSums(heap);
  registerLosses(heap);
  registerOptimize(heap);
  registerRandom(heap);
  registerBatch(heap);
}

/** Gives the wasm backend our kernels, those in the place of stock ones too. */
export function registerWasmKernels(heap: WasmHeap): void {
  registerOwn(heap);
  registerProducts(heap);
  registerCopies(heap);
  registerElementwise(heap);
  registerReductions(heap);
  registerMoves(heap);
  registerSoftmax(heap);
  registerIndices(heap);
  registerNormalization(heap);
}
