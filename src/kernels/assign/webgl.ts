import { registerWebGL } from '../webgl/draw';
import type { AssignInputs } from './op';

export function registerAssign(): void {
  registerWebGL('Assign', (backend, { from }: AssignInputs) => {
    // The texture of `from`, once more.
    backend.incRef(from.dataId);
    return { ...from };
  });
}
