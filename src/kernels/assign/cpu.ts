import { registerCpu, valuesOf } from '../cpu/backend';
import type { AssignInputs } from './op';

export function registerAssign(): void {
  registerCpu('Assign', (backend, { to, from }: AssignInputs) => {
    valuesOf(backend, to).set(valuesOf(backend, from));
    backend.incRef(to.dataId);
    // Not the tensor itself: what comes back is one of its own.
    return { dataId: to.dataId, shape: to.shape, dtype: to.dtype };
  });
}
