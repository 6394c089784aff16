import { meanAndDeviation } from '../../statistics';
import { emptyExamples } from '../dataset';
import type { SequenceInfo } from '../info';
import type { SequenceTask } from './task';

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
] as const;
const labels = [0, 1, 0] as const;

/**
 * The article's example with its slip mended. It gives one sequence of three steps with two numbers each, and
 * three labels, but reads one output, after the last step; here each step has its label. It is all for training.
 */
export const article: SequenceTask = {
  id: 'article',
  kind: 'article',
  settings: [],
  defaults: {},
  build() {
    const scales = [0, 1].map((j) => meanAndDeviation(rows.map((row) => row[j] ?? 0)));
    const info: SequenceInfo = {
      name: 'article',
      rows: 1,
      task: 'article',
      length: rows.length,
      layout: { kind: 'every' },
      input: {
        kind: 'numbers',
        columns: scales.map((_, j) => ({ name: `x${j + 1}`, measure: 'level' })),
        scales: [
          { key: '', mean: scales.map(({ mean }) => mean), deviation: scales.map(({ deviation }) => deviation) },
        ],
      },
      output: { kind: 'classes', name: 'y', classes: ['0', '1'] },
    };
    const train = emptyExamples(info, 1);
    train.inputs.set(
      rows.flatMap((row) => row.map((value, j) => (value - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1))),
    );
    train.targets.set(labels);
    train.weights.fill(1);
    train.lengths.fill(rows.length);
    return { kind: 'examples', info, train, test: emptyExamples(info, 0), notes: [] };
  },
};
