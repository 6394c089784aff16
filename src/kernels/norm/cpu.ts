import { registerCpu, valuesOf } from '../cpu/backend';
import type { LayerNormGainInputs, LayerNormGradientInputs, LayerNormInputs } from './op';
import { referenceLayerNorm, referenceLayerNormGainGradient, referenceLayerNormGradient } from './reference';

export function registerLayerNorm(): void {
  registerCpu('LayerNorm', (backend, { x, gain, bias }: LayerNormInputs) => {
    const y = referenceLayerNorm(valuesOf(backend, x), valuesOf(backend, gain), valuesOf(backend, bias));
    return backend.makeTensorInfo(x.shape, 'float32', new Float32Array(y));
  });
  registerCpu('LayerNormGradient', (backend, { x, gain, dy }: LayerNormGradientInputs) => {
    const dx = referenceLayerNormGradient(valuesOf(backend, x), valuesOf(backend, gain), valuesOf(backend, dy));
    return backend.makeTensorInfo(x.shape, 'float32', new Float32Array(dx));
  });
  registerCpu('LayerNormGainGradient', (backend, { x, dy }: LayerNormGainInputs) => {
    const width = x.shape[1] as number;
    const sums = referenceLayerNormGainGradient(valuesOf(backend, x), valuesOf(backend, dy), width);
    return backend.makeTensorInfo([width], 'float32', new Float32Array(sums));
  });
}
