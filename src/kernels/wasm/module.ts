import type { OperationName, Operations } from './operations';

/** What the WASM module exports. */
export type WasmModule = {
  readonly [Name in OperationName]: (...given: Operations[Name]) => void;
} & {
  readonly workspaceBytes: WebAssembly.Global<'i32'>;
  /** Performs a recorded list `times` over. */
  replay(list: number, bytes: number, times: number): void;
};

const decode = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const isShared = ({ buffer }: WebAssembly.Memory) =>
  typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;

/** Our kernels, computing in a given memory. @throws where the browser has no 128-bit SIMD. */
export async function instantiateModule(memory: WebAssembly.Memory): Promise<WasmModule> {
  const { default: code } = await (isShared(memory)
    ? import('./module.as.ts?build=shared')
    : import('./module.as.ts?build=plain'));
  const { instance } = await WebAssembly.instantiate(decode(code), { env: { memory } });
  return instance.exports as unknown as WasmModule;
}
