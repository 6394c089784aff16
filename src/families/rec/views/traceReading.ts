import type { Trace } from '../view';

/** Numbers that stand for a step's belief: one per answer, or one per step ahead. */
export const beliefWidth = ({ belief, steps }: Trace): number => (steps > 0 ? belief.length / steps : 0);

/** Numbers that a step reads; 0 where it reads a symbol. */
export function inputWidth({ inputs, steps }: Trace): number {
  return inputs instanceof Float32Array && steps > 0 ? inputs.length / steps : 0;
}

/** The numbers that belong to a step of a matrix stored step by step. */
export function atStep(values: Float32Array, step: number, steps: number): Float32Array {
  const width = steps > 0 ? values.length / steps : 0;
  return values.subarray(step * width, (step + 1) * width);
}

export interface TopAnswer {
  readonly place: number;
  readonly answer: string;
  readonly probability: number;
}

/** What the network believes most after a step; null where it says numbers. */
export function topAnswer(trace: Trace, step: number): TopAnswer | null {
  const { answers, belief } = trace;
  if (answers.length === 0) return null;
  let place = 0;
  for (let k = 1; k < answers.length; k++) {
    if ((belief[step * answers.length + k] ?? 0) > (belief[step * answers.length + place] ?? 0)) place = k;
  }
  return { place, answer: answers[place] ?? '', probability: belief[step * answers.length + place] ?? 0 };
}

/** Whether the belief after a step is right; null where nothing is asked, or numbers are. */
export function isRight(trace: Trace, step: number): boolean | null {
  const top = topAnswer(trace, step);
  return top && trace.asked[step] ? top.answer === trace.expected[step] : null;
}

/** Where to begin looking: the first step that is asked for something; where all are, or none is, the last. */
export function firstLook({ asked, steps }: Trace): number {
  const first = asked.findIndex((weight) => weight > 0);
  return first > 0 ? first : Math.max(0, steps - 1);
}

/** Whether two traces are of the same sequence and the same layer. */
export function sameSequence(a: Trace, b: Trace): boolean {
  return (
    a.steps === b.steps &&
    a.layer === b.layer &&
    a.units === b.units &&
    a.inputs.length === b.inputs.length &&
    Array.prototype.every.call(a.inputs, (value, i) => value === b.inputs[i])
  );
}
