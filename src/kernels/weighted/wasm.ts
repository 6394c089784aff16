import { lossNames, outputKinds } from '../../training/names';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import { areClasses, type WeightedLossAttrs, type WeightedLossGradientInputs, type WeightedLossInputs } from './op';

export function registerWeightedLoss(heap: WasmHeap): void {
  const { place, output: make, call, workspace } = heap;
  const kinds = (inputs: WeightedLossInputs, { loss, output }: WeightedLossAttrs) =>
    [lossNames.indexOf(loss), outputKinds.indexOf(output), Number(areClasses(inputs))] as const;
  const places = ({ logits, targets, weights }: WeightedLossInputs) =>
    [place(logits), place(targets), place(weights)] as const;

  registerWasm(heap, 'WeightedLoss', (_, inputs: WeightedLossInputs, attrs: WeightedLossAttrs) => {
    const [rows = 0, columns = 0] = inputs.logits.shape;
    const mean = make([]);
    call('weightedLoss', ...kinds(inputs, attrs), place(mean), ...places(inputs), rows, columns, workspace);
    return mean;
  });
  registerWasm(heap, 'WeightedLossGradient', (_, inputs: WeightedLossGradientInputs, attrs: WeightedLossAttrs) => {
    const [rows = 0, columns = 0] = inputs.logits.shape;
    const gradient = make([rows, columns]);
    const given = [place(gradient), ...places(inputs), place(inputs.dy)] as const;
    call('weightedLossGradient', ...kinds(inputs, attrs), ...given, rows, columns, workspace);
    return gradient;
  });
}
