import { registerCpu, valuesOf } from '../cpu/backend';
import { multiply } from '../matmul/multiply';
import { productShape } from '../matmul/shape';
import type { AffineAttrs, AffineInputs } from './op';

export function registerAffine(): void {
  registerCpu('Affine', (backend, { x, kernel, bias }: AffineInputs, { activation }: AffineAttrs) => {
    const shape = productShape(x.shape, kernel.shape, false, false);
    if (!shape) throw new Error(`a layer of ${kernel.shape.join('×')} does not take inputs of ${x.shape.join('×')}`);
    const values = multiply(shape, valuesOf(backend, x), valuesOf(backend, kernel), {
      ...(bias && { bias: valuesOf(backend, bias) }),
      ...(activation === 'relu' && { low: 0 }),
    });
    return backend.makeTensorInfo(shape.result, 'float32', values);
  });
}
