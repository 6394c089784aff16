import { registerCpu, valuesOf } from '../cpu/backend';
import type { ActivateGradientInputs, ActivateInputs, ActivationAttrs } from './op';
import { referenceActivate, referenceActivateGradient } from './reference';

export function registerActivations(): void {
  registerCpu('Activate', (backend, { x }: ActivateInputs, { activation }: ActivationAttrs) =>
    backend.makeTensorInfo(x.shape, 'float32', referenceActivate(activation, valuesOf(backend, x))),
  );
  registerCpu('ActivateGradient', (backend, { x, dy }: ActivateGradientInputs, { activation }: ActivationAttrs) => {
    const dx = referenceActivateGradient(activation, valuesOf(backend, x), valuesOf(backend, dy));
    return backend.makeTensorInfo(x.shape, 'float32', dx);
  });
}
