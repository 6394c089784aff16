import type { WasmHeap } from './heap';

interface Scratch {
  readonly place: number;
  readonly bytes: number;
}

const scratches = new WeakMap<WasmHeap, Scratch>();

/**
 * A place of at least so many bytes for the length of one operation, for what the workspace is too small for. What was
 * given before stays where it is: recorded calls go on using it.
 * @throws where there is no memory
 */
export function scratchOf(heap: WasmHeap, bytes: number): number {
  const before = scratches.get(heap);
  if (before && before.bytes >= bytes) return before.place;
  // Twice as large at least, so that what is given up never adds up to more than what is in use.
  const size = Math.max(bytes, 2 * (before?.bytes ?? 0));
  const scratch = { place: heap.allocate(size), bytes: size };
  scratches.set(heap, scratch);
  return scratch.place;
}
