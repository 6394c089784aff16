import { glslFunctions } from '../shader/functions';
import { draw, registerWebGL } from '../webgl/draw';
import { activationFormulas } from './formulas';
import type { ActivateGradientInputs, ActivateInputs, ActivationAttrs } from './op';

const program = (formula: string) => `
  ${glslFunctions}
  float valueAt(int index) {
    float x = getX(index);
    return ${formula};
  }
`;

export function registerActivations(): void {
  registerWebGL('Activate', (backend, { x }: ActivateInputs, { activation }: ActivationAttrs) =>
    draw(backend, { inputs: { x }, uniforms: {}, shape: x.shape, code: program(activationFormulas[activation].value) }),
  );

  registerWebGL('ActivateGradient', (backend, { x, dy }: ActivateGradientInputs, { activation }: ActivationAttrs) => {
    const code = program(`getDy(index) * (${activationFormulas[activation].slope})`);
    return draw(backend, { inputs: { x, dy }, uniforms: {}, shape: x.shape, code });
  });
}
