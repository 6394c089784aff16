import * as tf from '../../engine/tf';
import type { RecordedCall, WasmHeap } from './heap';
import { operationNames } from './operations';

/** Bytes of a number in a list, and how many stand before an entry's arguments. */
const numberBytes = 8;
const header = 2;

/** A list of calls in the heap, and the tensors on whose places they compute. */
export interface WasmRecording {
  readonly calls: number;
  /** Of the list and of the tensors that are kept for it. */
  readonly bytes: number;
  /** Performs all of it `times` over. */
  replay(times: number): void;
  dispose(): void;
}

const numberOf = new Map(operationNames.map((name, i) => [name, i]));

/** The list as the module reads it: of every entry its operation's number, its length in bytes, its arguments. */
function encode(calls: readonly RecordedCall[]): Float64Array {
  return Float64Array.from(
    calls.flatMap(([name, ...given]) => [numberOf.get(name) ?? -1, (header + given.length) * numberBytes, ...given]),
  );
}

/**
 * Performs `work` and records what it computes from the tensors that vary; every tensor made on the way is kept, so
 * that its place stays.
 * @returns the recording, or the name of the kernel that computes from varying tensors outside of our module
 */
export function recordCalls(heap: WasmHeap, varying: readonly tf.Tensor[], work: () => void): WasmRecording | string {
  const { backend } = heap;
  const varies = new Set(varying.map(({ dataId }) => dataId));
  const kept: object[] = [];
  let keptBytes = 0;
  let foreign: string | null = null;
  const taken = heap.record();

  // Every tensor of the heap is made by `move`.
  const move = backend.move.bind(backend);
  backend.move = (dataId, ...rest) => {
    move(dataId, ...rest);
    backend.incRef(dataId);
    kept.push(dataId);
    const [, shape, dtype] = rest;
    keptBytes += tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype);
  };

  const watch = (kernel: tf.KernelConfig): tf.KernelConfig => ({
    ...kernel,
    kernelFunc(given) {
      const before = heap.recorded();
      const result = kernel.kernelFunc(given);
      const inputs = Object.values(given.inputs).flat() as readonly (tf.TensorInfo | undefined)[];
      const outputs = Array.isArray(result) ? result : [result];
      if (!inputs.some((input) => input && varies.has(input.dataId))) {
        // What follows from constants alone is a constant.
        heap.forget(before);
        return result;
      }
      const isInput = ({ dataId }: tf.TensorInfo) => inputs.some((input) => input?.dataId === dataId);
      if (heap.recorded() === before && !outputs.every(isInput)) foreign ??= kernel.kernelName;
      for (const { dataId } of outputs) varies.add(dataId);
      return result;
    },
  });
  const kernels = tf.getKernelsForBackend('wasm');
  const register = (list: readonly tf.KernelConfig[]) => {
    for (const kernel of list) {
      tf.unregisterKernel(kernel.kernelName, 'wasm');
      tf.registerKernel(kernel);
    }
  };

  const release = () => {
    for (const dataId of kept) if (backend.disposeData(dataId)) tf.engine().removeDataId(dataId, backend);
  };

  let calls: readonly RecordedCall[];
  register(kernels.map(watch));
  try {
    work();
  } catch (error) {
    release();
    throw error;
  } finally {
    register(kernels);
    Reflect.deleteProperty(backend, 'move');
    calls = taken();
  }

  if (foreign !== null) {
    release();
    return foreign;
  }
  const list = encode(calls);
  const place = heap.allocate(list.byteLength);
  new Float64Array(heap.memory.buffer, place, list.length).set(list);
  return {
    calls: calls.length,
    bytes: list.byteLength + keptBytes,
    replay: (times) => heap.module.replay(place, list.byteLength, times),
    dispose() {
      heap.free(place);
      release();
    },
  };
}
