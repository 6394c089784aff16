import { registerWasm, type WasmHeap } from '../wasm/heap';
import { wordBytes } from '../wasm/tensors';
import { type BatchAttrs, type BatchInputs, batchSides, columnsOf, results } from './op';

export function registerBatch(heap: WasmHeap): void {
  registerWasm(heap, 'Batch', ({ place, output, call }, inputs: BatchInputs, attrs: BatchAttrs) => {
    const numbers = place(inputs.now) + wordBytes * attrs.from;
    return results(
      columnsOf(inputs).map((x) => {
        const { shape, rowWidth, width, steps, examples, rowsPerExample } = batchSides(x, attrs);
        const batch = output(shape, x.dtype as 'float32' | 'int32');
        call('batch', place(batch), place(x), rowWidth, width, steps, examples, rowsPerExample, numbers);
        return batch;
      }),
    );
  });
}
