import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type * as tf from '../../engine/tf';
import { dispatch, groupSum } from './dispatch';

// What goes on around a step on the device: taking the next row of the feed, keeping the loss. Both count by the last
// value of the ring of losses, the number of the row in question.

/** now ← row of the feed [rows, width] that the ring [rows + 1] points to. */
export function takeRow(backend: WebGPUBackend, now: tf.TensorInfo, feed: tf.TensorInfo, ring: tf.TensorInfo): void {
  const [rows = 0, width = 0] = feed.shape;
  dispatch(backend, {
    key: 'take row',
    inputs: { feed, ring },
    uniforms: { rows: ['i32', rows], width: ['i32', width] },
    output: now,
    threads: width,
    code: () => `
      fn main(index : i32) {
        if (index < uniforms.width) { result[index] = feed[i32(ring[uniforms.rows]) * uniforms.width + index]; }
      }
    `,
  });
}

/** Sets the value of the ring that its last one points to, and counts on. */
export function keepLoss(backend: WebGPUBackend, ring: tf.TensorInfo, loss: tf.TensorInfo): void {
  dispatch(backend, {
    key: 'keep loss',
    inputs: { loss },
    uniforms: { rows: ['i32', (ring.shape[0] ?? 0) - 1] },
    output: ring,
    threads: 1,
    code: () => `
      fn main(index : i32) {
        if (index != 0) { return; }
        let row = i32(result[uniforms.rows]);
        result[row] = loss[0];
        result[uniforms.rows] = f32(row + 1);
      }
    `,
  });
}

/** to ← from, bit for bit. */
export function copyValues(backend: WebGPUBackend, to: tf.TensorInfo, from: tf.TensorInfo): void {
  const size = to.shape.reduce((product, side) => product * side, 1);
  dispatch(backend, {
    key: 'copy',
    inputs: { source: from },
    uniforms: { size: ['i32', size] },
    output: to,
    threads: size,
    code: () => 'fn main(index : i32) { if (index < uniforms.size) { result[index] = source[index]; } }',
  });
}

const group = 256;

/** How many values of two tensors differ in any bit: [1]. */
export function countDifferences(backend: WebGPUBackend, a: tf.TensorInfo, b: tf.TensorInfo): tf.TensorInfo {
  const size = a.shape.reduce((product, side) => product * side, 1);
  return dispatch(backend, {
    key: 'differences',
    inputs: { a, b },
    uniforms: { size: ['i32', size] },
    output: backend.makeTensorInfo([1], 'float32'),
    threads: group,
    group,
    code: () => `
      ${groupSum(group)}
      fn main(index : i32) {
        var differences = 0.0;
        for (var i = index; i < uniforms.size; i += ${group}) {
          if (bitcast<u32>(a[i]) != bitcast<u32>(b[i])) { differences += 1.0; }
        }
        let total = groupSum(differences);
        if (index == 0) { result[0] = total; }
      }
    `,
  });
}
