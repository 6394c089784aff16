import { registerActivations } from '../activation/webgpu';
import { registerAssign } from '../assign/webgpu';
import { registerBatch } from '../batch/webgpu';
import { registerColumnSums } from '../columns/webgpu';
import { registerStockAffine } from '../dense/stock';
import { registerLosses } from '../loss/webgpu';
import { registerOptimize } from '../optimize/webgpu';
import { registerRandom } from '../random/webgpu';

/** Registers our kernels for the webgpu backend, which has been started. */
export function registerWebGPUKernels(): void {
  registerActivations();
  registerStockAffine('webgpu');
  registerBatch();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerAssign();
}
