import * as tf from '../../engine/tf';

type KernelArguments = Parameters<tf.KernelFunc>[0];
type Result = ReturnType<tf.KernelFunc>;

/**
 * Puts a kernel of the wasm backend before the stock one, which goes on doing what the new one answers null to. Where
 * stock has none, that is an error.
 */
export function precede(kernelName: string, kernel: (given: KernelArguments) => Result | null): void {
  const stock = tf.getKernel(kernelName, 'wasm') as tf.KernelConfig | undefined;
  if (stock) tf.unregisterKernel(kernelName, 'wasm');
  const rest = (given: KernelArguments): Result => {
    if (stock) return stock.kernelFunc(given);
    const operands = Object.values(given.inputs).flat() as readonly tf.TensorInfo[];
    const said = operands.map(({ dtype, shape }) => `${dtype} [${shape.join(', ')}]`).join(', ');
    throw new Error(`${kernelName} cannot be computed on wasm for ${said}. Choose another backend.`);
  };
  tf.registerKernel({
    ...stock,
    kernelName,
    backendName: 'wasm',
    kernelFunc: (given) => kernel(given) ?? rest(given),
  });
}
