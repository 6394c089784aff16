import { registerActivations } from '../activation/cpu';
import { registerAssign } from '../assign/cpu';
import { registerBatch } from '../batch/cpu';
import { registerColumnSums } from '../columns/cpu';
import { registerAffine } from '../dense/cpu';
import { registerEmbed } from '../embed/cpu';
import { registerLosses } from '../loss/cpu';
import { registerProducts } from '../matmul/cpu';
import { registerLayerNorm } from '../norm/cpu';
import { registerOptimize } from '../optimize/cpu';
import { registerStockParts } from '../parts/stock';
import { registerRandom } from '../random/cpu';
import { registerRecurrent } from '../recurrent/cpu';
import { registerWeightedLoss } from '../weighted/cpu';

/** Gives the cpu backend our kernels. */
export function registerCpuKernels(): void {
  registerProducts();
  registerAffine();
  registerActivations();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerBatch();
  registerWeightedLoss();
  registerRecurrent();
  registerLayerNorm();
  registerEmbed();
  registerAssign();
  registerStockParts('cpu');
}
