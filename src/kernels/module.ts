import plain from './module.as.ts?build=plain';
import shared from './module.as.ts?build=shared';

/** What the WASM module exports. Places are bytes from the beginning of the memory, strides are elements. */
export interface WasmKernels {
  readonly workspaceBytes: WebAssembly.Global<'i32'>;
  /** See `products` in matmul/product.as.ts. */
  products(
    batch: number,
    m: number,
    n: number,
    k: number,
    left: number,
    leftBatch: number,
    leftRow: number,
    leftColumn: number,
    right: number,
    rightBatch: number,
    rightRow: number,
    rightColumn: number,
    result: number,
    bias: number,
    low: number,
    high: number,
    workspace: number,
  ): void;
}

const decode = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const isShared = ({ buffer }: WebAssembly.Memory) =>
  typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;

/** Our kernels, computing in a given memory. @throws where the browser has no 128-bit SIMD. */
export async function instantiateKernels(memory: WebAssembly.Memory): Promise<WasmKernels> {
  const code = decode(isShared(memory) ? shared : plain);
  if (!WebAssembly.validate(code)) throw new Error('no SIMD');
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
  return instance.exports as unknown as WasmKernels;
}
