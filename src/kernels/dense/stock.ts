import * as tf from '../../engine/tf';

/** Affine by the backend's own product, which takes bias and clamp along in one program. */
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
