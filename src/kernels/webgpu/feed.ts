import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type * as tf from '../../engine/tf';
import { dispatch, groupSum } from './dispatch';

// What goes on around a step on the device: taking the next row of the feed, keeping the losses. Both count by the last
// value of the ring of losses, the number of the row in question.

/** now ← row of the feed [rows, width] that the ring's last value points to. */
export function takeRow(backend: WebGPUBackend, now: tf.TensorInfo, feed: tf.TensorInfo, ring: tf.TensorInfo): void {
  const width = feed.shape[1] ?? 0;
  dispatch(backend, {
    key: 'take row',
    inputs: { feed, ring },
    uniforms: { last: ['i32', (ring.shape[0] ?? 0) - 1], width: ['i32', width] },
    output: now,
    threads: width,
    code: () => `
      fn main(index : i32) {
        if (index < uniforms.width) { result[index] = feed[i32(ring[uniforms.last]) * uniforms.width + index]; }
      }
    `,
  });
}

/** Sets the values of the ring that belong to the row that its last one tells, and counts on. */
export function keepLosses(backend: WebGPUBackend, ring: tf.TensorInfo, losses: tf.TensorInfo): void {
  dispatch(backend, {
    key: 'keep losses',
    inputs: { losses },
    uniforms: { last: ['i32', (ring.shape[0] ?? 0) - 1], count: ['i32', losses.shape[0] ?? 0] },
    output: ring,
    threads: 1,
    code: () => `
      fn main(index : i32) {
        if (index != 0) { return; }
        let row = i32(result[uniforms.last]);
        for (var i = 0; i < uniforms.count; i++) { result[row * uniforms.count + i] = losses[i]; }
        result[uniforms.last] = f32(row + 1);
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
