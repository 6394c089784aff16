import * as tf from '../../engine/tf';
import { activationNames } from '../../training/names';
import { registerWasm, type WasmHeap } from '../wasm/heap';
import type { ActivateGradientInputs, ActivateInputs, ActivationAttrs } from './op';

export function registerActivations(heap: WasmHeap): void {
  const { place, output, call } = heap;
  registerWasm(heap, 'Activate', (_, { x }: ActivateInputs, { activation }: ActivationAttrs) => {
    const y = output(x.shape);
    call('activate', activationNames.indexOf(activation), place(y), place(x), tf.util.sizeFromShape(x.shape));
    return y;
  });
  registerWasm(heap, 'ActivateGradient', (_, { x, dy }: ActivateGradientInputs, { activation }: ActivationAttrs) => {
    const dx = output(x.shape);
    const kind = activationNames.indexOf(activation);
    call('activateGradient', kind, place(dx), place(x), place(dy), tf.util.sizeFromShape(x.shape));
    return dx;
  });
}
