import { registerWasm, type WasmHeap } from '../wasm/heap';
import { sizeOf, wordBytes } from '../wasm/tensors';
import type { AssignInputs } from './op';

export function registerAssign(heap: WasmHeap): void {
  const { backend, place, call } = heap;
  registerWasm(heap, 'Assign', (_, { to, from }: AssignInputs) => {
    call('copy', place(to), place(from), sizeOf(from) * wordBytes);
    backend.incRef(to.dataId);
    // Not the tensor itself: what comes back is one of its own.
    return { dataId: to.dataId, shape: to.shape, dtype: to.dtype };
  });
}
