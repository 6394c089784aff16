import { linearTicks } from '../../../canvas/ticks';
import type { Trace } from '../view';

/** The belief in a few answers over the steps, one upon the other. */
export interface Bands {
  readonly bands: readonly Band[];
  readonly steps: number;
}

export interface Band {
  /** Place among the answers; −1 for all that are not shown apart. */
  readonly answer: number;
  readonly name: string;
  /** Where the band begins and ends at every step, 0 (bottom) … 1. */
  readonly from: Float32Array;
  readonly to: Float32Array;
}

/** As many bands as there are colours that can be told apart. */
const mostBands = 10;

/** Places of the answers that get a band: all, or those that were believed in most at some step, in their order. */
function chosenAnswers({ steps, answers, belief }: Trace): number[] {
  const all = answers.map((_, k) => k);
  if (answers.length <= mostBands) return all;
  const peak = all.map((k) => {
    let highest = 0;
    for (let step = 0; step < steps; step++) highest = Math.max(highest, belief[step * answers.length + k] ?? 0);
    return highest;
  });
  const most = all.sort((a, b) => (peak[b] ?? 0) - (peak[a] ?? 0)).slice(0, mostBands - 1);
  return most.sort((a, b) => a - b);
}

/** Stacks the belief of a sequence, the first answer at the top; what has no band of its own makes up the rest. */
export function stackBands(trace: Trace, others: string): Bands {
  const { steps, answers, belief } = trace;
  const chosen = chosenAnswers(trace);
  const tops = new Float32Array(steps).fill(1);
  const bands = chosen.map((answer): Band => {
    const to = tops.slice();
    for (let step = 0; step < steps; step++) {
      const share = belief[step * answers.length + answer] ?? 0;
      tops[step] = Math.max(0, (tops[step] ?? 0) - share);
    }
    return { answer, name: answers[answer] ?? '', from: tops.slice(), to };
  });
  if (chosen.length < answers.length) {
    bands.push({ answer: -1, name: others, from: new Float32Array(steps), to: tops.slice() });
  } else bands.at(-1)?.from.fill(0);
  return { bands, steps };
}

/** Share of the plot at its right that the names of the bands take: about so wide as the longest of them. */
export function namesShare(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map((name) => name.length));
  return Math.min(0.24, (longest * 7 + 18) / 560);
}

/** Where the middle of a step is, 0 … 1 from the left, where `free` of the width belongs to the names. */
export const stepPlace = (step: number, steps: number, free: number): number => ((step + 0.5) / steps) * (1 - free);

/** The step at a place, 0 … 1 from the left. */
export const stepAt = (across: number, steps: number, free: number): number =>
  Math.max(0, Math.min(steps - 1, Math.floor((across / (1 - free)) * steps)));

/** About so many whole steps to be named, the first of them 1. */
export function wholeTicks(steps: number, count: number): number[] {
  const round = linearTicks(0, steps, count).filter((tick) => Number.isInteger(tick) && tick > 1);
  return [1, ...(round[0] && round[0] < 3 && steps > 12 ? round.slice(1) : round)];
}
