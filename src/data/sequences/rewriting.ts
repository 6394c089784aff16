import { stream } from '../../random/stream';
import { type AnswerInfo, type AnswerLayout, layOutAnswer, layOutQuestion } from './answers';
import { distinctDraws } from './distinct';
import { pick, whole } from './draw';
import { blank, go } from './info';
import { symbolDataset } from './symbolTask';
import type { SequenceTask } from './tasks/task';

/** So many letters, from a on. */
export function letters(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
}

/**
 * A puzzle that reads 1 … `length` letters and says them in another order. All questions are different.
 */
export function rewritingTask(id: string, rewrite: (letters: readonly string[]) => readonly string[]): SequenceTask {
  return {
    id,
    kind: 'puzzle',
    settings: ['samples', 'trainFraction', 'length', 'symbols'],
    defaults: { samples: 5000, length: 8, symbols: 8 },
    build(options, seed) {
      const { length, symbols } = options;
      const layout: AnswerLayout = { kind: 'answer', question: length, answer: length, reversed: false };
      const alphabet = letters(symbols);
      const random = stream(seed, 'data');
      const draw = () => Array.from({ length: whole(random, 1, length) }, () => pick(random, alphabet));
      const questions = distinctDraws(options.samples, draw, (question) => question.join(''));
      const info: AnswerInfo = {
        name: id,
        rows: questions.length,
        task: 'puzzle',
        length: layout.question + layout.answer,
        layout,
        input: { kind: 'symbols', vocabulary: [blank, go, ...alphabet] },
        output: { kind: 'symbols', vocabulary: [blank, ...alphabet] },
      };
      const written = questions.map((question) => ({
        key: question.join(''),
        read: layOutQuestion(question.join(''), layout),
        answers: layOutAnswer(rewrite(question).join(''), layout),
      }));
      return symbolDataset(info, written, options, seed);
    },
  };
}
