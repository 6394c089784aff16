import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { registerCopies } from './copy/register';
import { registerProducts } from './matmul/register';
import { instantiateKernels } from './module';

/** What we use of the Emscripten module behind the backend; its own types leave the memory out. */
interface Heap {
  /** With threads. */
  readonly wasmMemory?: WebAssembly.Memory;
  /** Without. */
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  _malloc(bytes: number): number;
}

/**
 * Puts our kernels in the place of the stock ones of the wasm backend, which has been started. They compute in its own
 * memory, so nothing is copied.
 * @throws where that cannot be done; the stock kernels then stay.
 */
export async function installKernels(backend: BackendWasm): Promise<void> {
  const heap = backend.wasm as unknown as Heap;
  const memory = heap.wasmMemory ?? heap.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('its memory is out of reach');
  const kernels = await instantiateKernels(memory);
  // For good, like the backend. Beyond 2 GiB the place comes as a negative number.
  const workspace = heap._malloc(kernels.workspaceBytes.value) >>> 0;
  if (workspace === 0) throw new Error('no memory');
  registerProducts({ kernels, workspace });
  registerCopies(memory);
}
