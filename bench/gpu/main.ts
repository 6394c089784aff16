import { workloads } from '../workload';

export { measureAll } from '../measure';

/** What is known of the workloads without training them. */
export const known = workloads.map((workload) => ({
  id: workload.id,
  heavy: workload.heavy !== undefined,
  extra: workload.extra ?? false,
  flops: workload.kind === 'training' ? flopsOfStep(workload.widths, workload.batchSize) : null,
}));

/**
 * Floating-point operations in the products of a training step: forward, and backward by weights and by inputs, which
 * the first layer does not need.
 */
export function flopsOfStep(widths: readonly number[], batchSize: number): number {
  const products = widths.slice(1).map((width, layer) => width * (widths[layer] as number));
  const all = products.reduce((sum, product) => sum + product, 0);
  return 2 * batchSize * (3 * all - (products[0] as number));
}
