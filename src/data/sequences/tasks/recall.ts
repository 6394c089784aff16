import { stream } from '../../../random/stream';
import { distinctDraws } from '../distinct';
import { pick } from '../draw';
import type { SequenceInfo } from '../info';
import { letters } from '../rewriting';
import { symbolDataset } from '../symbolTask';
import type { SequenceTask } from './task';

const ask = '?';

/**
 * The first symbol is asked for after `distance` steps; all that come between are there to make it forget. After
 * the problem of long-term dependencies of Bengio, Simard, Frasconi, “Learning long-term dependencies with
 * gradient descent is difficult”, 1994.
 */
export const recall: SequenceTask = {
  id: 'recall',
  kind: 'puzzle',
  settings: ['samples', 'trainFraction', 'distance', 'symbols'],
  defaults: { samples: 5000, distance: 50, symbols: 4 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const alphabet = letters(options.symbols);
    const draw = () => Array.from({ length: options.distance }, () => pick(random, alphabet)).join('');
    const rows = distinctDraws(options.samples, draw, (row) => row);
    const input = { kind: 'symbols', vocabulary: [ask, ...alphabet] } as const;
    const info: SequenceInfo & { input: typeof input } = {
      name: 'recall',
      rows: rows.length,
      task: 'puzzle',
      length: options.distance + 1,
      layout: { kind: 'last' },
      input,
      output: { kind: 'symbols', vocabulary: alphabet },
    };
    const questions = rows.map((row) => ({ key: row, read: `${row}${ask}`, answers: [row.charAt(0)] }));
    return symbolDataset(info, questions, options, seed);
  },
};
