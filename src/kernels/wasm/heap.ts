import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '../../engine/tf';
import { instantiateModule, type WasmModule } from './module';
import type { OperationName, Operations } from './operations';

/** One call as it stands in a recorded list. */
export type RecordedCall = readonly [name: OperationName, ...given: number[]];

/** TensorFlow.js's heap as our kernels see it: tensors have places there, and operations compute on places. */
export interface WasmHeap {
  readonly backend: BackendWasm;
  readonly memory: WebAssembly.Memory;
  readonly module: WasmModule;
  /** Place of `workspaceBytes` bytes for the length of one operation. */
  readonly workspace: number;
  /** Where a tensor's values lie. They stay there as long as the tensor lives. */
  place(info: tf.TensorInfo): number;
  /** A new tensor whose values are not set. */
  output(shape: readonly number[], dtype?: 'float32' | 'int32' | 'bool'): tf.TensorInfo;
  /** Performs an operation, and notes it down while a step is recorded. */
  call<Name extends OperationName>(name: Name, ...given: Operations[Name]): void;
  /** Notes down every call from now on; the function returned ends it and gives the list. */
  record(): () => readonly RecordedCall[];
  /** Calls noted down so far. */
  recorded(): number;
  /** Forgets the calls noted down after the first `count`. */
  forget(count: number): void;
  /** Bytes for good. @throws where there is no memory. */
  allocate(bytes: number): number;
  free(place: number): void;
}

/** What we use of the Emscripten module behind the backend; its own types leave the memory out. */
interface EmscriptenModule {
  /** With threads. */
  readonly wasmMemory?: WebAssembly.Memory;
  /** Without. */
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(place: number): void;
}

/** Starts our module on the heap of the wasm backend, which has been started. @throws where that cannot be done. */
export async function openHeap(backend: BackendWasm): Promise<WasmHeap> {
  const emscripten = backend.wasm as unknown as EmscriptenModule;
  const memory = emscripten.wasmMemory ?? emscripten.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('its memory is out of reach');
  const module = await instantiateModule(memory);
  let recorded: RecordedCall[] | null = null;

  const allocate = (bytes: number) => {
    // Beyond 2 GiB the place comes as a negative number.
    const place = emscripten._malloc(bytes) >>> 0;
    if (place === 0) throw new Error('no memory');
    return place;
  };

  return {
    backend,
    memory,
    module,
    workspace: allocate(module.workspaceBytes.value),
    place: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset >>> 0,
    output: (shape, dtype = 'float32') => backend.makeOutput([...shape], dtype),
    call(name, ...given) {
      const operation: (...given: number[]) => void = module[name];
      operation(...given);
      recorded?.push([name, ...given]);
    },
    record() {
      const calls: RecordedCall[] = [];
      recorded = calls;
      return () => {
        recorded = null;
        return calls;
      };
    },
    recorded: () => recorded?.length ?? 0,
    forget(count) {
      if (recorded) recorded.length = count;
    },
    allocate,
    free: (place) => emscripten._free(place),
  };
}

/** Registers a kernel of our own name for the wasm backend. */
export function registerWasm<Inputs = tf.NamedTensorInfoMap, Attrs = tf.NamedAttrMap>(
  heap: WasmHeap,
  kernelName: string,
  kernel: (heap: WasmHeap, inputs: Inputs, attrs: Attrs) => tf.TensorInfo | tf.TensorInfo[],
): void {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => kernel(heap, inputs as Inputs, attrs as Attrs),
  });
}
