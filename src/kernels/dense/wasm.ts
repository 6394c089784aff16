import { product } from '../matmul/register';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { AffineAttrs, AffineInputs } from './op';

export function registerAffine(heap: WasmHeap): void {
  registerWasm(heap, 'Affine', (_, { x, kernel, bias }: AffineInputs, { activation }: AffineAttrs) => {
    const y = product(heap, { a: x, b: kernel, bias, transposeA: false, transposeB: false, activation });
    if (!y) throw new Error(`a layer of ${kernel.shape.join('×')} does not take inputs of ${x.shape.join('×')}`);
    return y;
  });
}
