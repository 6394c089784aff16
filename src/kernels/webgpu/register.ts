import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { registerActivations } from '../activation/webgpu';
import { registerAssign } from '../assign/webgpu';
import { registerBatch } from '../batch/webgpu';
import { registerColumnSums } from '../columns/webgpu';
import { registerStockAffine } from '../dense/stock';
import { registerEmbed } from '../embed/webgpu';
import { registerLosses } from '../loss/webgpu';
import { registerLongProducts } from '../matmul/webgpu';
import { registerLayerNorm } from '../norm/webgpu';
import { registerOptimize } from '../optimize/webgpu';
import { registerParts } from '../parts/webgpu';
import { registerRandom } from '../random/webgpu';
import { registerRecurrent } from '../recurrent/webgpu';
import { registerWeightedLoss } from '../weighted/webgpu';
import { openViews } from './view';

/** Registers our kernels for the webgpu backend, which has been started. */
export function registerWebGPUKernels(): void {
  openViews(tf.backend() as WebGPUBackend);
  registerLongProducts();
  registerActivations();
  registerStockAffine('webgpu');
  registerBatch();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerWeightedLoss();
  registerLayerNorm();
  registerEmbed();
  registerAssign();
  registerParts();
  registerRecurrent();
}
