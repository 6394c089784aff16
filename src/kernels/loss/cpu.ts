import { registerCpu, valuesOf } from '../cpu/backend';
import type { LossAttrs, LossGradientInputs, LossInputs } from './op';
import { referenceExampleLoss, referenceMeanLoss, referenceMeanLossGradient } from './reference';

const columnsOf = ({ logits }: LossInputs) => logits.shape[1] as number;

export function registerLosses(): void {
  registerCpu('ExampleLoss', (backend, inputs: LossInputs, { loss, output }: LossAttrs) => {
    const [logits, targets] = [valuesOf(backend, inputs.logits), valuesOf(backend, inputs.targets)];
    const losses = referenceExampleLoss(loss, output, logits, targets, columnsOf(inputs));
    return backend.makeTensorInfo([losses.length], 'float32', losses);
  });
  registerCpu('MeanLoss', (backend, inputs: LossInputs, { loss, output }: LossAttrs) => {
    const [logits, targets] = [valuesOf(backend, inputs.logits), valuesOf(backend, inputs.targets)];
    const mean = referenceMeanLoss(loss, output, logits, targets, columnsOf(inputs));
    return backend.makeTensorInfo([], 'float32', mean);
  });
  registerCpu('MeanLossGradient', (backend, inputs: LossGradientInputs, { loss, output }: LossAttrs) => {
    const [logits, targets] = [valuesOf(backend, inputs.logits), valuesOf(backend, inputs.targets)];
    const [dy = 1] = valuesOf(backend, inputs.dy);
    const gradient = referenceMeanLossGradient(loss, output, logits, targets, dy, columnsOf(inputs));
    return backend.makeTensorInfo(inputs.logits.shape, 'float32', gradient);
  });
}
