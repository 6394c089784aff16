import { formatFigure, formatShare } from '../../../charts/figures';
import type { Messages } from '../../../i18n/en';
import { formatMessage } from '../../../i18n/format';
import type { Trace } from '../view';
import { symbolText } from './symbolText';
import { atStep, isRight, topAnswer } from './traceReading';

/** What happens at a step, in words. */
export function stepSentence(trace: Trace, step: number, words: Messages['recView']): string {
  const { inputs, steps, expected, belief } = trace;
  const read =
    inputs instanceof Float32Array
      ? formatMessage(words.readsNumbers, { step: step + 1, steps })
      : formatMessage(words.readsSymbol, { step: step + 1, steps, symbol: symbolText(inputs[step] ?? '') });
  const top = topAnswer(trace, step);
  if (!top) {
    const [next = Number.NaN] = atStep(belief, step, steps);
    return [read, formatMessage(words.forecastsNext, { value: formatFigure(next, 2) })].join(words.between);
  }
  const right = isRight(trace, step);
  const values = {
    answer: symbolText(top.answer),
    probability: formatShare(top.probability),
    expected: symbolText(expected[step] ?? ''),
  };
  const said = right === null ? words.believesUnasked : right ? words.believesRight : words.believesWrong;
  return [read, formatMessage(said, values)].join(words.between);
}
