import { registerActivations } from '../activation/cpu';
import { registerBatch } from '../batch/cpu';
import { registerColumnSums } from '../columns/cpu';
import { registerAffine } from '../dense/cpu';
import { registerLosses } from '../loss/cpu';
import { registerOptimize } from '../optimize/cpu';
import { registerRandom } from '../random/cpu';

/** Gives the cpu backend our kernels. */
export function registerCpuKernels(): void {
  registerAffine();
  registerActivations();
  registerColumnSums();
  registerLosses();
  registerOptimize();
  registerRandom();
  registerBatch();
}
