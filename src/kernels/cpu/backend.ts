import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '../../engine/tf';

/** The values of a float32 tensor on the cpu backend: its own array, not a copy. */
export const valuesOf = (backend: MathBackendCPU, { dataId }: tf.TensorInfo): Float32Array =>
  backend.data.get(dataId).values as Float32Array;

/** Registers a kernel of our own name for the cpu backend. Inputs and attributes are those of its op.ts. */
export function registerCpu(
  kernelName: string,
  kernel: (backend: MathBackendCPU, inputs: never, attrs: never) => tf.TensorInfo | tf.TensorInfo[],
): void {
  tf.registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => kernel(backend as MathBackendCPU, inputs as never, attrs as never),
  });
}
