import * as tf from '../../../src/engine/tf';
import type { WasmHeap } from '../../../src/kernels/wasm/heap';
import { instantiateModule, type WasmModule } from '../../../src/kernels/wasm/module';
import { registerOwn } from '../../../src/kernels/wasm/register';

interface Block {
  readonly start: number;
  readonly end: number;
}

export interface Given {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The values of every input and of the output after a kernel has run. */
export interface Outcome {
  readonly inputs: Readonly<Record<string, Float32Array>>;
  readonly output: Given;
}

/** Our WASM kernels on plain memory, where all that is no tensor is NaN and has to stay it. */
export class TestHeap {
  /** What is behind the workspace, so that a tensor can end where the memory does. */
  readonly #floats: Float32Array;
  #blocks = new Map<object, Block>();
  #next = 0;

  private constructor(module: WasmModule, memory: WebAssembly.Memory) {
    const workspaceBytes = module.workspaceBytes.value;
    this.#floats = new Float32Array(memory.buffer, workspaceBytes);
    const heap = {
      memory,
      module,
      workspace: 0,
      place: ({ dataId }: tf.TensorInfo) => workspaceBytes + 4 * this.#block(dataId).start,
      output: (shape: readonly number[]) =>
        this.#make({ shape, values: new Float32Array(tf.util.sizeFromShape([...shape])) }),
      call: (name: 'copy', ...given: Parameters<WasmModule['copy']>) => module[name](...given),
      backend: { incRef: () => {} },
    };
    registerOwn(heap as unknown as WasmHeap);
  }

  static async open(): Promise<TestHeap> {
    const memory = new WebAssembly.Memory({ initial: 40, maximum: 65536 });
    return new TestHeap(await instantiateModule(memory), memory);
  }

  #block = (dataId: object) => this.#blocks.get(dataId) as Block;

  /** A tensor at an odd place: TensorFlow.js promises no more than that floats begin at multiples of four bytes. */
  #make({ shape, values }: Given, start = this.#next + 3): tf.TensorInfo {
    const dataId = {};
    const end = start + values.length;
    if (start === this.#next + 3) this.#next = end;
    this.#blocks.set(dataId, { start, end });
    this.#floats.set(values, start);
    return { dataId, shape: [...shape], dtype: 'float32' };
  }

  #values(info: tf.TensorInfo): Float32Array {
    const { start, end } = this.#block(info.dataId);
    return this.#floats.slice(start, end);
  }

  /** Runs a kernel; the values of the input `last` end where the memory does. @throws where it writes elsewhere. */
  run(kernelName: string, given: Readonly<Record<string, Given>>, attrs: object, last: string): Outcome {
    this.#floats.fill(Number.NaN);
    this.#blocks = new Map();
    this.#next = 0;
    const inputs: Record<string, tf.TensorInfo> = {};
    for (const [name, input] of Object.entries(given)) {
      const start = name === last ? this.#floats.length - input.values.length : undefined;
      inputs[name] = this.#make(input, start);
    }
    const kernel = tf.getKernel(kernelName, 'wasm');
    const output = kernel.kernelFunc({ inputs, attrs: attrs as tf.NamedAttrMap, backend: {} }) as tf.TensorInfo;
    const outcome = {
      inputs: Object.fromEntries(Object.entries(inputs).map(([name, info]) => [name, this.#values(info)])),
      output: { shape: output.shape, values: this.#values(output) },
    };
    for (const { start, end } of this.#blocks.values()) this.#floats.fill(Number.NaN, start, end);
    const floats = this.#floats;
    for (let i = 0; i < floats.length; i++)
      if (!Number.isNaN(floats[i])) throw new Error(`${kernelName} wrote at ${i}, which is no tensor`);
    return outcome;
  }
}
