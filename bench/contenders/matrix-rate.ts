import * as tf from '@tensorflow/tfjs-core';
import type { Place } from '../protocol';

const largest = 4096;
/** Milliseconds that a product may take for a larger one to be tried. */
const patience = 300;

/** Products of two square matrices in a row; milliseconds for each. */
async function timeProducts(size: number, count: number): Promise<number> {
  const [a, b] = [tf.randomNormal([size, size]), tf.randomNormal([size, size])];
  const started = performance.now();
  for (let i = 0; i < count; i++) {
    const product = tf.matMul(a, b);
    // Reading one value waits for all products: they are done in their order.
    if (i === count - 1) await tf.tidy(() => tf.slice(product, [0, 0], [1, 1])).data();
    product.dispose();
  }
  const elapsed = performance.now() - started;
  tf.dispose([a, b]);
  return elapsed / count;
}

/** How fast a backend multiplies large matrices, of 4096 rows where it is quick enough: operations a second. */
export async function measureMatrixRate(backend: Place): Promise<{ size: number; flops: number }> {
  await tf.setBackend(backend);
  for (let size = largest / 16; ; size *= 2) {
    await timeProducts(size, 1);
    const ms = await timeProducts(size, 1);
    if (size < largest && ms < patience / 8) continue;
    const best = Math.min(ms, await timeProducts(size, Math.ceil(patience / ms)));
    return { size, flops: (2 * size ** 3 * 1000) / best };
  }
}
