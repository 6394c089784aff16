import { stream } from '../../../random/stream';
import { distinctDraws, fewerNotes, splitItems } from '../distinct';
import { pick, whole } from '../draw';
import type { SequenceInfo } from '../info';
import { letters } from '../rewriting';
import { encodeExamples } from '../symbolTask';
import type { SequenceTask } from './task';

const ask = '?';
const question = (row: string) => ({ read: `${row}${ask}`, answers: [row.charAt(0)] });

/**
 * The first symbol is asked for after `distance` steps; all that come between are there to make it forget. After
 * the problem of long-term dependencies of Bengio, Simard, Frasconi, “Learning long-term dependencies with
 * gradient descent is difficult”, 1994.
 *
 * Training asks after half the distance to all of it, the test after all of it. Were it always the same, a simple
 * cell could learn a rotation that shows the symbol at just that step; this way it has to be kept.
 */
export const recall: SequenceTask = {
  id: 'recall',
  kind: 'puzzle',
  settings: ['samples', 'trainFraction', 'distance', 'symbols'],
  defaults: { samples: 5000, distance: 50, symbols: 4 },
  build({ samples, trainFraction, distance, symbols }, seed) {
    const random = stream(seed, 'data');
    const alphabet = letters(symbols);
    const draw = () => Array.from({ length: distance }, () => pick(random, alphabet)).join('');
    const rows = distinctDraws(samples, draw, (row) => row);
    const input = { kind: 'symbols', vocabulary: [ask, ...alphabet] } as const;
    const info: SequenceInfo & { input: typeof input } = {
      name: 'recall',
      rows: rows.length,
      task: 'puzzle',
      length: distance + 1,
      layout: { kind: 'last' },
      input,
      output: { kind: 'symbols', vocabulary: alphabet },
    };
    const { train, test } = splitItems(rows, trainFraction, stream(seed, 'split'));
    const asked = train.map((row) => row.slice(0, whole(random, Math.ceil(distance / 2), distance)));
    return {
      kind: 'examples',
      info,
      train: encodeExamples(info, asked.map(question)),
      test: encodeExamples(info, test.map(question)),
      notes: fewerNotes(samples, rows.length),
    };
  },
};
