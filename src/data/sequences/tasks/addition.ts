import { stream } from '../../../random/stream';
import { type AnswerInfo, type AnswerLayout, layOutAnswer, layOutQuestion } from '../answers';
import { blank, go } from '../info';
import { drawSums, sumKey } from '../sums';
import { symbolDataset } from '../symbolTask';
import type { SequenceTask } from './task';

const figures = Array.from('0123456789');

/** Sums to be calculated: 12+34= is read, 46 is said. A held-out sum is not trained on in either order. */
export const addition: SequenceTask = {
  id: 'addition',
  kind: 'addition',
  settings: ['samples', 'trainFraction', 'digits', 'reversed'],
  defaults: { samples: 5000, digits: 2 },
  build(options, seed) {
    const { digits, reversed } = options;
    const layout: AnswerLayout = { kind: 'answer', question: 2 * digits + 1, answer: digits + 1, reversed };
    const pairs = drawSums(stream(seed, 'data'), digits, options.samples);
    const info: AnswerInfo = {
      name: 'addition',
      rows: pairs.length,
      task: 'addition',
      length: layout.question + layout.answer,
      layout,
      input: { kind: 'symbols', vocabulary: [blank, go, '+', ...figures] },
      output: { kind: 'symbols', vocabulary: [blank, ...figures] },
    };
    const questions = pairs.map((sum) => ({
      key: sumKey(sum),
      read: layOutQuestion(`${sum[0]}+${sum[1]}`, layout),
      answers: layOutAnswer(String(sum[0] + sum[1]), layout),
    }));
    return symbolDataset(info, questions, options, seed);
  },
};
