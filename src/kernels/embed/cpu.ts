import { registerCpu, valuesOf } from '../cpu/backend';
import type { EmbedGradientAttrs, EmbedGradientInputs, EmbedInputs } from './op';
import { referenceEmbed, referenceEmbedGradient } from './reference';

export function registerEmbed(): void {
  registerCpu('Embed', (backend, { matrix, tokens, bias }: EmbedInputs) => {
    const [, width = 0] = matrix.shape;
    const rows = referenceEmbed(
      valuesOf(backend, matrix),
      width,
      valuesOf(backend, tokens),
      bias && valuesOf(backend, bias),
    );
    return backend.makeTensorInfo([tokens.shape[0] as number, width], 'float32', rows);
  });
  registerCpu('EmbedGradient', (backend, { dy, tokens }: EmbedGradientInputs, { rows }: EmbedGradientAttrs) => {
    const [, width = 0] = dy.shape;
    const sums = referenceEmbedGradient(valuesOf(backend, dy), width, valuesOf(backend, tokens), rows);
    return backend.makeTensorInfo([rows, width], 'float32', sums);
  });
}
