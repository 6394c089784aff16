import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import type { EmbedGradientAttrs, EmbedGradientInputs, EmbedInputs } from './op';

const program = (hasBias: boolean) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let token = i32(tokens[index / uniforms.width]);
    var value = 0.0;
    if (token >= 0 && token < uniforms.rows) { value = matrix[token * uniforms.width + index % uniforms.width]; }
    result[index] = value${hasBias ? ' + bias[index % uniforms.width]' : ''};
  }
`;

// Every value looks through all tokens, in their order: sums do not depend on who comes first.
const gradientProgram = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = f32(index / uniforms.width);
    let column = index % uniforms.width;
    var sum = 0.0;
    for (var i = 0; i < uniforms.count; i++) {
      if (tokens[i] == row) { sum += dy[i * uniforms.width + column]; }
    }
    result[index] = sum;
  }
`;

export function registerEmbed(): void {
  registerWebGPU('Embed', (backend, { matrix, tokens, bias }: EmbedInputs) => {
    const [rows = 0, width = 0] = matrix.shape;
    const [count = 0] = tokens.shape;
    return dispatch(backend, {
      key: `embed ${bias !== undefined}`,
      inputs: { matrix, tokens, ...(bias && { bias }) },
      uniforms: { size: ['i32', count * width], rows: ['i32', rows], width: ['i32', width] },
      output: backend.makeTensorInfo([count, width], 'float32'),
      threads: count * width,
      code: () => program(bias !== undefined),
    });
  });

  registerWebGPU('EmbedGradient', (backend, { dy, tokens }: EmbedGradientInputs, { rows }: EmbedGradientAttrs) => {
    const [count = 0, width = 0] = dy.shape;
    return dispatch(backend, {
      key: 'embed gradient',
      inputs: { dy, tokens },
      uniforms: { size: ['i32', rows * width], count: ['i32', count], width: ['i32', width] },
      output: backend.makeTensorInfo([rows, width], 'float32'),
      threads: rows * width,
      code: () => gradientProgram,
    });
  });
}
