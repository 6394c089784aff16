import * as tf from '../../../src/engine/tf';
import type { WasmHeap } from '../../../src/kernels/wasm/heap';
import { instantiateModule, type WasmModule } from '../../../src/kernels/wasm/module';
import { registerWasmKernels } from '../../../src/kernels/wasm/register';

/** What memory is full of: as floats NaN, as integers −1. */
const untouched = 0xff;
/** Bytes between blocks: places are odd multiples of four, as TensorFlow.js promises no more. */
const gap = 12;

export type NumericType = 'float32' | 'int32' | 'bool';
export interface Values {
  readonly shape: readonly number[];
  readonly dtype: NumericType;
  readonly values: readonly number[];
}
type Inputs = Readonly<Record<string, Values>> | readonly Values[];

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };
const bytesOf = ({ dtype, values }: Pick<Values, 'dtype' | 'values'>) => arrays[dtype].from(values);

interface Block {
  readonly start: number;
  readonly end: number;
}

export async function openModule(pages = 64): Promise<{ module: WasmModule; memory: WebAssembly.Memory }> {
  const memory = new WebAssembly.Memory({ initial: pages });
  return { module: await instantiateModule(memory), memory };
}

/** All of our kernels for wasm on plain memory, where what is no tensor and no workspace has to stay as it is. */
export class PlainHeap {
  readonly #bytes: Uint8Array;
  readonly #blocks = new Map<object, Block>();
  readonly #scratch: Block[] = [];
  #next = 0;

  private constructor(module: WasmModule, memory: WebAssembly.Memory) {
    this.#bytes = new Uint8Array(memory.buffer);
    const allocate = (bytes: number) => {
      const block = this.#take(bytes);
      this.#scratch.push(block);
      return block.start;
    };
    const heap = {
      memory,
      module,
      workspace: allocate(module.workspaceBytes.value),
      allocate,
      place: ({ dataId }: tf.TensorInfo) => this.#blocks.get(dataId)?.start,
      output: (shape: readonly number[], dtype: NumericType = 'float32') => this.#make(shape, dtype),
      call: (name: 'copy', ...given: Parameters<WasmModule['copy']>) => module[name](...given),
      backend: { incRef: () => {}, disposeData: () => true },
    };
    registerWasmKernels(heap as unknown as WasmHeap);
  }

  static async open(): Promise<PlainHeap> {
    const { module, memory } = await openModule();
    return new PlainHeap(module, memory);
  }

  #take(bytes: number): Block {
    const start = this.#next + gap;
    const end = start + bytes;
    this.#next = end + ((4 - (end % 4)) % 4);
    if (this.#next > this.#bytes.length) throw new Error('the memory of this test is too small');
    return { start, end };
  }

  #make(shape: readonly number[], dtype: NumericType): tf.TensorInfo {
    const dataId = {};
    const bytes = tf.util.sizeFromShape([...shape]) * arrays[dtype].BYTES_PER_ELEMENT;
    this.#blocks.set(dataId, this.#take(bytes));
    return { dataId, shape: [...shape], dtype };
  }

  #put(input: Values): tf.TensorInfo {
    const info = this.#make(input.shape, input.dtype);
    const { start } = this.#blocks.get(info.dataId) as Block;
    this.#bytes.set(new Uint8Array(bytesOf(input).buffer), start);
    return info;
  }

  #read({ dataId, shape, dtype }: tf.TensorInfo): Values {
    const { start, end } = this.#blocks.get(dataId) as Block;
    const values = new arrays[dtype as NumericType](this.#bytes.slice(start, end).buffer);
    return { shape, dtype: dtype as NumericType, values: [...values] };
  }

  /** What a kernel gives. @throws where it wrote to anything but its outputs and workspaces, its inputs included. */
  run(kernelName: string, inputs: Inputs, attrs: object): Values[] {
    this.#blocks.clear();
    this.#next = Math.max(...this.#scratch.map(({ end }) => end));
    this.#bytes.fill(untouched);
    const put = Object.entries(inputs).map(([name, input]) => [name, this.#put(input)] as const);
    const given = Array.isArray(inputs) ? put.map(([, info]) => info) : Object.fromEntries(put);
    const before = put.map(([, info]) => this.#read(info));

    const kernel = tf.getKernel(kernelName, 'wasm');
    const result = kernel.kernelFunc({
      inputs: given as tf.NamedTensorInfoMap,
      attrs: attrs as tf.NamedAttrMap,
      backend: {},
    });
    const outputs = [result].flat().map((info) => this.#read(info));

    put.forEach(([name, info], i) => {
      const { values } = this.#read(info);
      if (!values.every((value, at) => Object.is(value, before[i]?.values[at])))
        throw new Error(`${kernelName} wrote to its input ${name}`);
    });
    for (const { start, end } of [...this.#blocks.values(), ...this.#scratch]) this.#bytes.fill(untouched, start, end);
    const strayed = this.#bytes.findIndex((byte) => byte !== untouched);
    if (strayed >= 0) throw new Error(`${kernelName} wrote at ${strayed}, where no tensor lies`);
    return outputs;
  }
}

/** What the kernel of tfjs's cpu backend gives. */
export async function onCpu(kernelName: string, inputs: Inputs, attrs: object): Promise<Values[]> {
  await tf.setBackend('cpu');
  const put = Object.entries(inputs).map(
    ([name, { shape, dtype, values }]) => [name, tf.tensor(bytesOf({ dtype, values }), [...shape], dtype)] as const,
  );
  const given = Array.isArray(inputs) ? put.map(([, tensor]) => tensor) : Object.fromEntries(put);
  const result = tf.engine().runKernel(kernelName, given as tf.NamedTensorMap, attrs as tf.NamedAttrMap);
  const outputs = [result].flat().map((tensor) => ({
    shape: tensor.shape,
    dtype: tensor.dtype as NumericType,
    values: [...tensor.dataSync()],
  }));
  tf.dispose([result, put.map(([, tensor]) => tensor)]);
  return outputs;
}
