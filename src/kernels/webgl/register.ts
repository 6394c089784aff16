import { registerActivations } from '../activation/webgl';
import { registerAssign } from '../assign/webgl';
import { registerBatch } from '../batch/webgl';
import { registerColumnSums } from '../columns/webgl';
import { registerStockAffine } from '../dense/stock';
import { registerLosses } from '../loss/webgl';
import { registerOptimize } from '../optimize/webgl';
import { registerRandom } from '../random/webgl';

/** Registers our kernels for the webgl backend, which has been started. */
export function registerWebGLKernels(): void {
  registerActivations();
  registerStockAffine('webgl');
  registerBatch();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerAssign();
}
