import { registerActivations } from '../activation/wasm';
import { registerAssign } from '../assign/wasm';
import { registerBatch } from '../batch/wasm';
import { registerColumnSums } from '../columns/wasm';
import { registerConvolutions } from '../convolution/register';
import { registerCopies } from '../copy/register';
import { registerAffine } from '../dense/wasm';
import { registerDepthwise } from '../depthwise/register';
import { registerElementwise } from '../elementwise/register';
import { registerEmbed } from '../embed/wasm';
import { registerIndices } from '../indices/register';
import { registerLosses } from '../loss/wasm';
import { registerProducts } from '../matmul/register';
import { registerMoves } from '../move/register';
import { registerLayerNorm } from '../norm/wasm';
import { registerNormalization } from '../normalization/register';
import { registerOptimize } from '../optimize/wasm';
import { registerStockParts } from '../parts/stock';
import { registerPooling } from '../pooling/register';
import { registerRandom } from '../random/wasm';
import { registerRecurrent } from '../recurrent/wasm';
import { registerReductions } from '../reduce/register';
import { registerSoftmax } from '../softmax/register';
import { registerWeightedLoss } from '../weighted/wasm';
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
  registerWeightedLoss(heap);
  registerRecurrent(heap);
  registerLayerNorm(heap);
  registerEmbed(heap);
  registerAssign(heap);
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
  registerConvolutions(heap);
  registerPooling(heap);
  registerDepthwise(heap);
  registerStockParts('wasm');
}
