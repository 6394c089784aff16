import { registerCpu, valuesOf } from '../cpu/backend';
import { type BatchAttrs, type BatchInputs, batchSides, columnsOf, results } from './op';
import { referenceBatch } from './reference';

export function registerBatch(): void {
  registerCpu('Batch', (backend, inputs: BatchInputs, attrs: BatchAttrs) => {
    const now = valuesOf(backend, inputs.now);
    return results(
      columnsOf(inputs).map((x) => {
        const sides = batchSides(x, attrs);
        return backend.makeTensorInfo(
          sides.shape,
          x.dtype,
          referenceBatch(valuesOf(backend, x), sides, now, attrs.from),
        );
      }),
    );
  });
}
