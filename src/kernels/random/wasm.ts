import * as tf from '../../engine/tf';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { DropoutAttrs, DropoutInputs, RandomAttrs, RandomInputs } from './op';

export function registerRandom(heap: WasmHeap): void {
  const { place, output, call, workspace } = heap;
  registerWasm(heap, 'Random', (_, { now }: RandomInputs, { shape, kind, key }: RandomAttrs) => {
    const numbers = output(shape);
    const count = tf.util.sizeFromShape([...shape]);
    call('random', Number(kind === 'normal'), place(numbers), count, place(now), ...key, workspace);
    return numbers;
  });
  registerWasm(heap, 'Dropout', (_, { x, now }: DropoutInputs, { rate, key }: DropoutAttrs) => {
    const y = output(x.shape);
    call('dropout', place(y), place(x), tf.util.sizeFromShape(x.shape), place(now), rate, ...key, workspace);
    return y;
  });
}
