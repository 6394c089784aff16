import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Counts } from '../protocol';

type Counted = Pick<Counts, 'calls' | 'buffers' | 'uploads'>;

/** Puts another method in the place of an object's own; the function returned puts it back. */
function replace<T extends object, K extends keyof T>(object: T, name: K, by: (before: T[K]) => T[K]): () => void {
  const before = object[name];
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value: by(before), configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}

/** What a device is asked for: dispatches, buffers made, writes from the host. */
export function watchDevice(device: GPUDevice, seen: { calls: number; buffers: number; uploads: number }): () => void {
  const restore = [
    replace(device, 'createBuffer', (before) => (descriptor) => {
      seen.buffers += 1;
      // A buffer that is mapped from the start is there to be written into.
      if (descriptor.mappedAtCreation) seen.uploads += 1;
      return before.call(device, descriptor);
    }),
    replace(device.queue, 'writeBuffer', (before) => (...given: Parameters<GPUQueue['writeBuffer']>) => {
      seen.uploads += 1;
      before.apply(device.queue, given);
    }),
    replace(device, 'createCommandEncoder', (before) => (descriptor) => {
      const encoder = before.call(device, descriptor);
      replace(encoder, 'beginComputePass', (begin) => (given) => {
        const pass = begin.call(encoder, given);
        replace(pass, 'dispatchWorkgroups', (dispatch) => (...size) => {
          seen.calls += 1;
          dispatch.apply(pass, size);
        });
        replace(pass, 'dispatchWorkgroupsIndirect', (dispatch) => (...where) => {
          seen.calls += 1;
          dispatch.apply(pass, where);
        });
        return pass;
      });
      return encoder;
    }),
  ];
  return () => {
    for (const undo of restore) undo();
  };
}

/** Kernels that TensorFlow.js's engine runs. */
function watchEngine(seen: { calls: number }): () => void {
  const engine = tf.engine();
  return replace(engine, 'runKernel', (before) => (...given: Parameters<typeof engine.runKernel>) => {
    seen.calls += 1;
    return before.apply(engine, given) as never;
  });
}

/** Counts per step of work on the current backend that does so many: dispatches on webgpu, elsewhere kernels. */
export async function countSteps(steps: number, work: () => Promise<unknown>): Promise<Counted> {
  const seen = { calls: 0, buffers: 0, uploads: 0 };
  const onGpu = tf.getBackend() === 'webgpu';
  const restore = onGpu ? watchDevice((tf.backend() as WebGPUBackend).device, seen) : watchEngine(seen);
  try {
    await work();
  } finally {
    restore();
  }
  return {
    calls: seen.calls / steps,
    buffers: onGpu ? seen.buffers / steps : null,
    uploads: onGpu ? seen.uploads / steps : null,
  };
}

/** Bytes in the tensors of the current backend. */
export function bytesInTensors(): number {
  const { numBytes, numBytesInGPU } = tf.memory() as tf.MemoryInfo & { readonly numBytesInGPU?: number };
  return numBytesInGPU ?? numBytes;
}
