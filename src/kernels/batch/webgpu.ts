import * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import type { BatchAttrs, BatchInputs } from './op';

const program = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = i32(now[uniforms.start + index / uniforms.width]);
    let at = row * uniforms.width + index % uniforms.width;
    if (row >= 0 && row < uniforms.rows) { result[index] = x[at]; } else { result[index] = 0.0; }
  }
`;

export function registerBatch(): void {
  registerWebGPU('Batch', (backend, { x, now }: BatchInputs, { from, count }: BatchAttrs) => {
    const [rows = 0, ...sides] = x.shape;
    const width = tf.util.sizeFromShape(sides);
    return dispatch(backend, {
      key: 'batch',
      inputs: { x, now },
      uniforms: {
        size: ['i32', count * width],
        width: ['i32', width],
        rows: ['i32', rows],
        start: ['i32', from],
      },
      output: backend.makeTensorInfo([count, ...sides], x.dtype),
      threads: count * width,
      code: () => program,
    });
  });
}
