import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';

// A view is a tensor that lies in the buffer of another: it costs no dispatch to make and no memory. As with all tensors
// its values are not to change as long as it is read; of one that is changed in place it shows what is there now.

type DataId = Parameters<WebGPUBackend['uploadToGPU']>[0];

/** Where a view lies, in bytes of the buffer that is its owner's. */
interface Place {
  readonly owner: DataId;
  readonly offset: number;
  readonly size: number;
}

/** What the backend's types keep private. */
interface Internals {
  readonly commandEncoder: GPUCommandEncoder;
  nextDataId(): number;
  tensorToBinding(tensor: tf.TensorInfo | undefined): GPUBindingResource | null;
  releaseResource(dataId: DataId): void;
}

const wordBytes = 4;

/** A binding begins at a multiple of so many floats: of 256 bytes, the most that any device may ask for. */
const alignment = 64;

const places = new WeakMap<DataId, Place>();

export const isView = (dataId: DataId): boolean => places.has(dataId);

/** Whether a view may begin at the value of this number. */
export const isAligned = (start: number): boolean => start % alignment === 0;

/** The values of `of` from number `start` on, which has to be aligned, as a tensor; `of` may be disposed of before it. */
export function view(
  backend: WebGPUBackend,
  of: tf.TensorInfo,
  start: number,
  shape: readonly number[],
): tf.TensorInfo {
  const size = wordBytes * tf.util.sizeFromShape([...shape]);
  const outer = places.get(of.dataId);
  const owner = outer?.owner ?? of.dataId;
  const offset = (outer?.offset ?? 0) + wordBytes * start;
  tf.util.assert(isAligned(start), () => `No view begins at ${start}, which is no multiple of ${alignment}.`);
  backend.uploadToGPU(owner);
  backend.incRef(owner);
  const held = backend.tensorMap.get(owner);
  const dataId = { id: (backend as unknown as Internals).nextDataId() };
  const data = { dtype: of.dtype, shape: [...shape], values: null, refCount: 1, external: true };
  backend.tensorMap.set(
    dataId,
    Object.defineProperties(data as typeof data & typeof held, {
      // The backend takes the buffer away from what it disposes of, and keeps values that it has read.
      resource: { get: () => held.resource, set: () => {} },
      values: { get: () => null, set: () => {} },
    }),
  );
  places.set(dataId, { owner, offset, size });
  return { dataId, shape: [...shape], dtype: of.dtype };
}

/** Several tensors in one, for a program that writes them all as its `result`. */
export interface Joint {
  readonly all: tf.TensorInfo;
  /** Where each of them begins in it. */
  readonly starts: readonly number[];
  /** Views of them; `all` is theirs from now on. */
  views(): tf.TensorInfo[];
}

/** A tensor whose values are not set, with room for floats of each shape. */
export function joint(backend: WebGPUBackend, shapes: readonly (readonly number[])[]): Joint {
  const starts: number[] = [];
  let end = 0;
  for (const shape of shapes) {
    starts.push(end);
    end += Math.ceil(tf.util.sizeFromShape([...shape]) / alignment) * alignment;
  }
  const all = backend.makeTensorInfo([end], 'float32');
  return {
    all,
    starts,
    views() {
      const made = shapes.map((shape, i) => view(backend, all, starts[i] as number, shape));
      backend.disposeData(all.dataId);
      return made;
    },
  };
}

/**
 * Teaches a backend, once, to bind, read and let go of views. They are read by `data` alone: other ways would take all of
 * the buffer for theirs, and are refused.
 */
export function openViews(backend: WebGPUBackend): void {
  const inner = backend as unknown as Internals;
  const [bind, release] = [inner.tensorToBinding.bind(backend), inner.releaseResource.bind(backend)];
  const read = backend.read.bind(backend);

  inner.tensorToBinding = (tensor) => {
    const place = tensor && places.get(tensor.dataId);
    if (!place) return bind(tensor);
    const { resource } = backend.tensorMap.get(place.owner);
    return { buffer: resource as GPUBuffer, offset: place.offset, size: place.size };
  };

  inner.releaseResource = (dataId) => {
    release(dataId);
    const place = places.get(dataId);
    if (!place) return;
    places.delete(dataId);
    if (backend.disposeData(place.owner)) tf.engine().removeDataId(place.owner, backend);
  };

  backend.read = async (dataId) => {
    const place = places.get(dataId);
    if (!place) return read(dataId);
    const { dtype, shape } = backend.tensorMap.get(dataId);
    const copy = backend.makeTensorInfo(shape, dtype).dataId;
    backend.uploadToGPU(copy);
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    const from = backend.tensorMap.get(place.owner).resource as GPUBuffer;
    const to = backend.tensorMap.get(copy).resource as GPUBuffer;
    inner.commandEncoder.copyBufferToBuffer(from, place.offset, to, 0, place.size);
    try {
      return await read(copy);
    } finally {
      backend.disposeData(copy);
    }
  };

  const refuse = <T>(otherwise: (dataId: DataId) => T) => {
    return (dataId: DataId): T => {
      if (isView(dataId)) throw new Error('A part of a buffer is read by data() alone.');
      return otherwise(dataId);
    };
  };
  backend.readSync = refuse(backend.readSync.bind(backend));
  backend.readToGPU = refuse(backend.readToGPU.bind(backend));
}
