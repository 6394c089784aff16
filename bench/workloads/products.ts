import type { ProductWorkload } from '../workload';

type Sides = Pick<ProductWorkload, 'm' | 'n' | 'k'>;

const product = (id: string, sides: Sides, transposed: 'none' | 'left' | 'right' = 'none'): ProductWorkload => ({
  kind: 'product',
  id: `product ${id}`,
  runners: ['tf.matMul', 'ours'],
  backends: ['wasm'],
  batchSize: sides.m,
  ...sides,
  transposeA: transposed === 'left',
  transposeB: transposed === 'right',
});

/** The three of a training step of a layer of 784 to 256 units at batch 128, all of the same work, and a large one. */
export const products: readonly ProductWorkload[] = [
  product('X·W 128×784×256', { m: 128, k: 784, n: 256 }),
  product('Xᵀ·dY 784×128×256', { m: 784, k: 128, n: 256 }, 'left'),
  product('dY·Wᵀ 128×256×784', { m: 128, k: 256, n: 784 }, 'right'),
  product('1024³', { m: 1024, k: 1024, n: 1024 }),
];
