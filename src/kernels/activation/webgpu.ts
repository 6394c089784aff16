import * as tf from '../../engine/tf';
import { wgslFunctions } from '../shader/functions';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { activationFormulas } from './formulas';
import type { ActivateGradientInputs, ActivateInputs, ActivationAttrs } from './op';

const program = (formula: string) => `
  ${wgslFunctions}
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let x = x[index];
    result[index] = ${formula};
  }
`;

export function registerActivations(): void {
  registerWebGPU('Activate', (backend, { x }: ActivateInputs, { activation }: ActivationAttrs) => {
    const size = tf.util.sizeFromShape(x.shape);
    return dispatch(backend, {
      key: `activate ${activation}`,
      inputs: { x },
      uniforms: { size: ['i32', size] },
      output: backend.makeTensorInfo(x.shape, 'float32'),
      threads: size,
      code: () => program(activationFormulas[activation].value),
    });
  });

  registerWebGPU('ActivateGradient', (backend, { x, dy }: ActivateGradientInputs, { activation }: ActivationAttrs) => {
    const size = tf.util.sizeFromShape(x.shape);
    return dispatch(backend, {
      key: `activate gradient ${activation}`,
      inputs: { x, dy },
      uniforms: { size: ['i32', size] },
      output: backend.makeTensorInfo(x.shape, 'float32'),
      threads: size,
      code: () => program(`dy[index] * (${activationFormulas[activation].slope})`),
    });
  });
}
