import { registerActivations } from '../activation/webgl';
import { registerAssign } from '../assign/webgl';
import { registerBatch } from '../batch/webgl';
import { registerColumnSums } from '../columns/webgl';
import { registerStockAffine } from '../dense/stock';
import { registerEmbed } from '../embed/webgl';
import { registerLosses } from '../loss/webgl';
import { registerLayerNorm } from '../norm/webgl';
import { registerOptimize } from '../optimize/webgl';
import { registerStockParts } from '../parts/stock';
import { registerRandom } from '../random/webgl';
import { registerRecurrent } from '../recurrent/webgl';
import { registerWeightedLoss } from '../weighted/webgl';

/** Registers our kernels for the webgl backend, which has been started. */
export function registerWebGLKernels(): void {
  registerActivations();
  registerStockAffine('webgl');
  registerBatch();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerWeightedLoss();
  registerLayerNorm();
  registerEmbed();
  registerAssign();
  registerRecurrent();
  registerStockParts('webgl');
}
