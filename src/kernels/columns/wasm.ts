import type * as tf from '../../engine/tf';
import { registerWasm, type WasmHeap } from '../wasm/heap';

export function registerColumnSums(heap: WasmHeap): void {
  registerWasm(heap, 'ColumnSums', ({ place, output, call }, { x }: { readonly x: tf.TensorInfo }) => {
    const [rows = 0, columns = 0] = x.shape;
    const sums = output([columns]);
    call('columnSums', place(sums), place(x), rows, columns);
    return sums;
  });
}
