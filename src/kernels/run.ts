import * as tf from '../engine/tf';

/** Runs a kernel of ours by name on the current backend, on the gradient tape where one is being written. */
export function runKernel<T extends tf.Tensor>(
  name: string,
  inputs: Readonly<Record<string, tf.Tensor | undefined>>,
  attrs: Readonly<Record<string, unknown>> = {},
): T {
  const given = Object.fromEntries(Object.entries(inputs).filter(([, tensor]) => tensor !== undefined));
  return tf.engine().runKernel<T>(name, given as unknown as tf.NamedTensorMap, attrs as tf.NamedAttrMap);
}
