import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { registerCpu, valuesOf } from '../cpu/backend';
import { areClasses, type WeightedLossAttrs, type WeightedLossGradientInputs, type WeightedLossInputs } from './op';
import { referenceWeightedLoss, referenceWeightedLossGradient, type WeightedRows } from './reference';

const rowsOf = (backend: MathBackendCPU, inputs: WeightedLossInputs, attrs: WeightedLossAttrs): WeightedRows => ({
  ...attrs,
  logits: valuesOf(backend, inputs.logits),
  targets: valuesOf(backend, inputs.targets),
  weights: valuesOf(backend, inputs.weights),
  columns: inputs.logits.shape[1] as number,
});

export function registerWeightedLoss(): void {
  registerCpu('WeightedLoss', (backend, inputs: WeightedLossInputs, attrs: WeightedLossAttrs) => {
    const mean = referenceWeightedLoss(rowsOf(backend, inputs, attrs), areClasses(inputs));
    return backend.makeTensorInfo([], 'float32', mean);
  });
  registerCpu('WeightedLossGradient', (backend, inputs: WeightedLossGradientInputs, attrs: WeightedLossAttrs) => {
    const [dy = 1] = valuesOf(backend, inputs.dy);
    const gradient = referenceWeightedLossGradient(rowsOf(backend, inputs, attrs), areClasses(inputs), dy);
    return backend.makeTensorInfo(inputs.logits.shape, 'float32', gradient);
  });
}
