import { lossNames, outputKinds } from '../../training/names';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { LossAttrs, LossGradientInputs, LossInputs } from './op';

export function registerLosses(heap: WasmHeap): void {
  const { place, output: make, call } = heap;
  const kinds = ({ loss, output }: LossAttrs) => [lossNames.indexOf(loss), outputKinds.indexOf(output)] as const;
  registerWasm(heap, 'ExampleLoss', (_, { logits, targets }: LossInputs, attrs: LossAttrs) => {
    const [rows = 0, columns = 0] = logits.shape;
    const losses = make([rows]);
    call('exampleLoss', ...kinds(attrs), place(losses), place(logits), place(targets), rows, columns);
    return losses;
  });
  registerWasm(heap, 'MeanLoss', (_, { logits, targets }: LossInputs, attrs: LossAttrs) => {
    const [rows = 0, columns = 0] = logits.shape;
    const mean = make([]);
    call('meanLoss', ...kinds(attrs), place(mean), place(logits), place(targets), rows, columns);
    return mean;
  });
  registerWasm(heap, 'MeanLossGradient', (_, { logits, targets, dy }: LossGradientInputs, attrs: LossAttrs) => {
    const [rows = 0, columns = 0] = logits.shape;
    const gradient = make([rows, columns]);
    const places = [place(gradient), place(logits), place(targets), place(dy)] as const;
    call('meanLossGradient', ...kinds(attrs), ...places, rows, columns);
    return gradient;
  });
}
