import * as tf from '../../engine/tf';

/**
 * Affine by the backend's own product, which takes bias and clamp along in one program.
 *
 * On webgpu that product adds up with atomics, in no fixed order, where the inner side is 2,000 or longer and the result
 * has more than 128 values and at most 8 tiles of 32 × 32 (16 on newer Intel GPUs): there its last bits may differ from
 * run to run. So do those of `tf.matMul`, which the gradients use, in layers of up to 64 × 128 weights and batches of
 * 2,000 or more.
 */
export function registerStockAffine(backendName: 'webgpu' | 'webgl'): void {
  const product = tf.getKernel(tf._FusedMatMul, backendName).kernelFunc;
  tf.registerKernel({
    kernelName: 'Affine',
    backendName,
    kernelFunc: ({ inputs: { x, kernel, bias }, backend, attrs }) =>
      product({
        inputs: { a: x, b: kernel, bias },
        backend,
        attrs: { transposeA: false, transposeB: false, activation: attrs?.activation ?? 'linear' },
      }),
  });
}
