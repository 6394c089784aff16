import { draw, registerWebGL } from '../webgl/draw';
import type { EmbedGradientAttrs, EmbedGradientInputs, EmbedInputs } from './op';

const program = (hasBias: boolean) => `
  float valueAt(int index) {
    int token = int(getTokens(index / width));
    float value = token >= 0 && token < rows ? getMatrix(token * width + index % width) : 0.0;
    return value${hasBias ? ' + getBias(index % width)' : ''};
  }
`;

// Every value looks through all tokens, in their order.
const gradientProgram = `
  float valueAt(int index) {
    float row = float(index / width);
    int column = index % width;
    float sum = 0.0;
    for (int i = 0; i < count; i++) { if (getTokens(i) == row) { sum += getDy(i * width + column); } }
    return sum;
  }
`;

export function registerEmbed(): void {
  registerWebGL('Embed', (backend, { matrix, tokens, bias }: EmbedInputs) => {
    const [rows = 0, width = 0] = matrix.shape;
    return draw(backend, {
      inputs: { matrix, tokens, ...(bias && { bias }) },
      uniforms: { rows: ['int', rows], width: ['int', width] },
      shape: [tokens.shape[0] as number, width],
      code: program(bias !== undefined),
    });
  });

  registerWebGL('EmbedGradient', (backend, { dy, tokens }: EmbedGradientInputs, { rows }: EmbedGradientAttrs) => {
    const [count = 0, width = 0] = dy.shape;
    return draw(backend, {
      inputs: { dy, tokens },
      uniforms: { count: ['int', count], width: ['int', width] },
      shape: [rows, width],
      code: gradientProgram,
    });
  });
}
