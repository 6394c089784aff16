import { registerWasm, type WasmHeap } from '../wasm/heap';
import { layerNormEpsilon } from './epsilon';
import type { LayerNormGainInputs, LayerNormGradientInputs, LayerNormInputs } from './op';

export function registerLayerNorm(heap: WasmHeap): void {
  const { place, output, call } = heap;
  registerWasm(heap, 'LayerNorm', (_, { x, gain, bias }: LayerNormInputs) => {
    const [rows = 0, width = 0] = x.shape;
    const y = output(x.shape);
    call('layerNorm', place(y), place(x), place(gain), place(bias), rows, width, layerNormEpsilon);
    return y;
  });
  registerWasm(heap, 'LayerNormGradient', (_, { x, gain, dy }: LayerNormGradientInputs) => {
    const [rows = 0, width = 0] = x.shape;
    const dx = output(x.shape);
    call('layerNormGradient', place(dx), place(x), place(gain), place(dy), rows, width, layerNormEpsilon);
    return dx;
  });
  registerWasm(heap, 'LayerNormGainGradient', (_, { x, dy }: LayerNormGainInputs) => {
    const [rows = 0, width = 0] = x.shape;
    const sums = output([width]);
    call('layerNormGainGradient', place(sums), place(x), place(dy), rows, width, layerNormEpsilon);
    return sums;
  });
}
