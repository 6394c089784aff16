import { registerCpu, valuesOf } from '../cpu/backend';
import type { OptimizeAttrs, OptimizeInputs } from './op';
import { referenceOptimize } from './reference';

export function registerOptimize(): void {
  registerCpu('Optimize', (backend, { state, gradient, mask, now }: OptimizeInputs, attrs: OptimizeAttrs) => {
    const values = (input: typeof state) => valuesOf(backend, input);
    referenceOptimize(values(state), mask.shape[0] as number, values(gradient), values(mask), values(now), attrs);
    // The same values under a second tensor, as an identity gives them.
    backend.incRef(state.dataId);
    return { dataId: state.dataId, shape: state.shape, dtype: state.dtype };
  });
}
