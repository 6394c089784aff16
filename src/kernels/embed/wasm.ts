import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { EmbedGradientAttrs, EmbedGradientInputs, EmbedInputs } from './op';

export function registerEmbed(heap: WasmHeap): void {
  const { place, output, call } = heap;
  registerWasm(heap, 'Embed', (_, { matrix, tokens, bias }: EmbedInputs) => {
    const [rows = 0, width = 0] = matrix.shape;
    const [count = 0] = tokens.shape;
    const result = output([count, width]);
    call('embed', place(result), place(matrix), place(tokens), bias ? place(bias) : 0, rows, width, count);
    return result;
  });
  registerWasm(heap, 'EmbedGradient', (_, { dy, tokens }: EmbedGradientInputs, { rows }: EmbedGradientAttrs) => {
    const [count = 0, width = 0] = dy.shape;
    const sums = output([rows, width]);
    call('embedGradient', place(sums), place(dy), place(tokens), rows, width, count);
    return sums;
  });
}
