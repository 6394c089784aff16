import { readAnswer } from './answers';
import type { SequenceExamples } from './dataset';
import { type ForecastInfo, type SequenceInfo, sequenceOutputWidth } from './info';
import { valueAhead } from './series/measure';
import { decodeSymbols } from './vocabulary';

type Asked = Pick<SequenceExamples, 'count' | 'length' | 'weights'>;

/**
 * The most probable symbol or class of each row of outputs (probabilities, rows × outputs); the first among
 * equals. One output is the probability of the second of two classes.
 */
export function likeliest(info: Pick<SequenceInfo, 'output'>, outputs: ArrayLike<number>): Int32Array {
  const width = sequenceOutputWidth(info);
  return Int32Array.from({ length: outputs.length / width }, (_, row) => {
    if (width === 1) return (outputs[row] ?? 0) > 0.5 ? 1 : 0;
    let best = 0;
    for (let k = 1; k < width; k++) if ((outputs[row * width + k] ?? 0) > (outputs[row * width + best] ?? 0)) best = k;
    return best;
  });
}

/**
 * Of values that are there for every step, count × T × width, those of the asked steps, in their order: for
 * tasks that ask at the last step, count × width.
 */
export function atAskedSteps({ weights }: Asked, values: ArrayLike<number>, width: number): Float32Array {
  const steps: number[] = [];
  for (const [step, weight] of weights.entries()) if (weight > 0) steps.push(step);
  return Float32Array.from({ length: steps.length * width }, (_, i) => {
    return values[(steps[Math.floor(i / width)] ?? 0) * width + (i % width)] ?? 0;
  });
}

/**
 * Whether every asked step of an example was answered rightly, one 0 or 1 per example. `said` holds a symbol or
 * class for each step, count × T.
 */
export function exactMatches(examples: SequenceExamples, said: ArrayLike<number>): Uint8Array {
  const { count, length, targets, weights } = examples;
  return Uint8Array.from({ length: count }, (_, i) => {
    for (let step = i * length; step < (i + 1) * length; step++)
      if ((weights[step] ?? 0) > 0 && said[step] !== targets[step]) return 0;
    return 1;
  });
}

/**
 * What was said, in writing, one text per example: the symbols or class names at the asked steps. `said` holds a
 * symbol or class for each step, count × T; the targets of examples decode to the right answers.
 */
export function decodeSaid({ output, layout }: SequenceInfo, examples: Asked, said: ArrayLike<number>): string[] {
  const { count, length, weights } = examples;
  return Array.from({ length: count }, (_, i) => {
    const asked: number[] = [];
    for (let step = i * length; step < (i + 1) * length; step++)
      if ((weights[step] ?? 0) > 0) asked.push(said[step] ?? 0);
    if (output.kind === 'classes') return asked.map((place) => output.classes[place] ?? '').join(' ');
    if (output.kind === 'numbers') return '';
    const text = decodeSymbols(output.vocabulary, asked);
    return layout.kind === 'answer' ? readAnswer(text) : text;
  });
}

/** What an example reads, in writing: its symbols up to its length. Of lines, without the line's start. */
export function decodeRead({ input, layout }: SequenceInfo, examples: SequenceExamples, index: number): string {
  if (input.kind !== 'symbols') return '';
  const start = index * examples.length;
  const lines = layout.kind === 'next' && layout.form === 'lines';
  const symbols = examples.inputs.subarray(start + (lines ? 1 : 0), start + (examples.lengths[index] ?? 0));
  return decodeSymbols(input.vocabulary, symbols);
}

/**
 * Forecasts in the column's own units, count × horizon, of standardized ones. `last` holds the last known value of
 * each example, which changes and growths are counted from; `series` the place of its scale (0 where absent).
 */
export function decodeForecasts(
  { measure, horizon, scales }: ForecastInfo,
  outputs: ArrayLike<number>,
  last: ArrayLike<number>,
  series?: ArrayLike<number>,
): Float64Array {
  return Float64Array.from({ length: outputs.length }, (_, i) => {
    const row = Math.floor(i / horizon);
    const step = i % horizon;
    const { mean, deviation } = scales[series?.[row] ?? 0] ?? {};
    const ahead = (outputs[i] ?? 0) * (deviation?.[step] ?? 1) + (mean?.[step] ?? 0);
    return valueAhead(measure, last[row] ?? 0, ahead);
  });
}
