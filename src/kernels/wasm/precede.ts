import * as tf from '../../engine/tf';

type KernelArguments = Parameters<tf.KernelFunc>[0];

/** Puts a kernel of the wasm backend before the stock one, which goes on doing what the new one answers null to. */
export function precede(kernelName: string, kernel: (given: KernelArguments) => tf.TensorInfo | null): void {
  const stock = tf.getKernel(kernelName, 'wasm');
  tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({ ...stock, kernelFunc: (given) => kernel(given) ?? stock.kernelFunc(given) });
}
