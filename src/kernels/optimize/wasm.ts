import { optimizerNames } from '../../training/names';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { OptimizeAttrs, OptimizeInputs } from './op';

export function registerOptimize(heap: WasmHeap): void {
  const { backend, place, call } = heap;
  registerWasm(heap, 'Optimize', (_, { state, gradient, mask, now }: OptimizeInputs, attrs: OptimizeAttrs) => {
    const { optimizer, from, count, coefficients, average } = attrs;
    call(
      'optimize',
      optimizerNames.indexOf(optimizer),
      place(state),
      mask.shape[0] as number,
      from,
      count,
      place(gradient),
      place(mask),
      place(now) + 4 * coefficients,
      Number(average),
    );
    // The same values under a second tensor, as an identity gives them.
    backend.incRef(state.dataId);
    return { dataId: state.dataId, shape: state.shape, dtype: state.dtype };
  });
}
