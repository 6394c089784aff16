import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type * as tf from '../../engine/tf';

/**
 * The result of a kernel that changes one of its inputs: that same tensor, once more. TensorFlow.js keeps the values of
 * a tensor that has been read; of this one it must not, so that every read fetches them anew.
 */
export function inPlace(backend: WebGPUBackend, info: tf.TensorInfo): tf.TensorInfo {
  backend.uploadToGPU(info.dataId);
  const data = backend.tensorMap.get(info.dataId);
  Object.defineProperty(data, 'values', { get: () => null, set: () => {}, configurable: true });
  backend.incRef(info.dataId);
  return { ...info };
}
