import { registerWebGPU } from '../webgpu/dispatch';
import { copyValues } from '../webgpu/feed';
import { inPlace } from '../webgpu/inPlace';
import type { AssignInputs } from './op';

export function registerAssign(): void {
  registerWebGPU('Assign', (backend, { to, from }: AssignInputs) => {
    const result = inPlace(backend, to);
    copyValues(backend, to, from);
    return result;
  });
}
