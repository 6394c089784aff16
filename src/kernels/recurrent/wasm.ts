import { registerWasm, type WasmHeap } from '../wasm/heap';
import { scratchOf } from '../wasm/scratch';
import { sizeOf, wordBytes } from '../wasm/tensors';
import { cellActivations, cellNames } from './cells';
import {
  type RecurrentAttrs,
  type RecurrentInputs,
  type RecurrentPastInputs,
  recurrentKernels,
  recurrentShapes,
  type StatesBeforeAttrs,
  type StatesBeforeInputs,
} from './op';
import { recurrentScratch } from './scratch';

export function registerRecurrent(heap: WasmHeap): void {
  const { place, output, call } = heap;
  const at = (info: Parameters<typeof place>[0] | undefined) => (info ? place(info) : 0);

  cellNames.forEach((cell, kind) => {
    const sidesOf = ({ h0 }: Pick<RecurrentInputs, 'h0'>, { activation, steps, reverse }: RecurrentAttrs) => {
      const [rows = 0, units = 0] = h0.shape;
      return [kind, cellActivations.indexOf(activation), steps, rows, units, Number(reverse)] as const;
    };

    registerWasm(heap, recurrentKernels[cell], (_, inputs: RecurrentInputs, attrs: RecurrentAttrs) => {
      const { projected, kernel, recurrentBias, h0, c0 } = inputs;
      const shapes = recurrentShapes(inputs, attrs);
      const h = output(shapes.h);
      const trace = cell === 'simple' ? undefined : output(shapes.trace);
      const [units = 0, width = 0] = kernel.shape;
      const given = [at(projected), at(kernel), at(recurrentBias), at(h0), at(c0)] as const;
      const scratch = scratchOf(heap, recurrentScratch(units, width));
      call('recurrent', ...sidesOf(inputs, attrs), ...given, at(h), at(trace), scratch);
      return trace ? [h, trace] : [h];
    });

    registerWasm(heap, `${recurrentKernels[cell]}Gradient`, (_, inputs: RecurrentPastInputs, attrs: RecurrentAttrs) => {
      const { kernel, h0, c0, h, trace, dy } = inputs;
      const shapes = recurrentShapes(inputs, attrs);
      const dProjected = output(shapes.projected);
      const dStates = output(shapes.states);
      const dRecurrent = cell === 'gru' ? output(shapes.projected) : undefined;
      const [units = 0, width = 0] = kernel.shape;
      const dc0 = at(dStates) + wordBytes * sizeOf(h0);
      const given = [at(kernel), at(h0), at(c0), at(h), at(trace), at(dy)] as const;
      const gradients = [at(dProjected), at(dRecurrent), at(dStates), dc0] as const;
      const scratch = scratchOf(heap, recurrentScratch(width, units));
      call('recurrentGradient', ...sidesOf(inputs, attrs), ...given, ...gradients, scratch);
      return dRecurrent ? [dProjected, dStates, dRecurrent] : [dProjected, dStates];
    });
  });

  registerWasm(heap, 'StatesBefore', (_, { h0, h }: StatesBeforeInputs, { reverse }: StatesBeforeAttrs) => {
    const before = output(h.shape);
    const bytes = wordBytes * sizeOf(h0);
    const others = wordBytes * sizeOf(h) - bytes;
    call('copy', at(before) + (reverse ? others : 0), at(h0), bytes);
    call('copy', at(before) + (reverse ? 0 : bytes), at(h) + (reverse ? bytes : 0), others);
    return before;
  });
}
