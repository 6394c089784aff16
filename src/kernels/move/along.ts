import { type Axis, forEachPlace, mergeAxes } from '../wasm/axes';
import type { WasmHeap } from '../wasm/heap';
import { wordBytes } from '../wasm/tensors';

const toStep = ({ steps }: Axis) => steps[0] as number;
const fromStep = ({ steps }: Axis) => steps[1] as number;

/** Axes that one operation goes along. */
const atOnce = 4;
const single: Axis = { length: 1, steps: [0, 0] };

/** The order in which the operation is fast: last the values side by side in the target, before them those in the source. */
function moveOrder(axes: readonly Axis[]): Axis[] {
  const last =
    axes.find((axis) => toStep(axis) === 1 && fromStep(axis) === 1) ?? axes.find((axis) => toStep(axis) === 1);
  const others = axes.filter((axis) => axis !== last);
  const next = others.find((axis) => fromStep(axis) === 1);
  return [...others.filter((axis) => axis !== next), next, last].filter((axis) => axis !== undefined);
}

/**
 * Copies values of 32 bits between two places, along axes with the steps of the target and of the source.
 * @param to bytes
 * @param from bytes
 */
export function moveAlong(heap: WasmHeap, to: number, from: number, axes: readonly Axis[]): void {
  if (axes.some(({ length }) => length === 0)) return;
  const ordered = moveOrder(mergeAxes(axes));
  const [only = { length: 1, steps: [1, 1] }] = ordered;
  if (ordered.length <= 1 && toStep(only) === 1 && fromStep(only) === 1)
    return heap.call('copy', to, from, only.length * wordBytes);
  const missing = Array.from({ length: Math.max(0, atOnce - ordered.length) }, () => single);
  const [a, b, c, d] = [...missing, ...ordered.slice(-atOnce)] as [Axis, Axis, Axis, Axis];
  const sides = [a.length, b.length, c.length, d.length] as const;
  const toSteps = [toStep(a), toStep(b), toStep(c), toStep(d)] as const;
  const fromSteps = [fromStep(a), fromStep(b), fromStep(c), fromStep(d)] as const;
  forEachPlace(ordered.slice(0, -atOnce), 2, ([toAt = 0, fromAt = 0]) =>
    heap.call('move', to + toAt * wordBytes, from + fromAt * wordBytes, ...sides, ...toSteps, ...fromSteps),
  );
}
