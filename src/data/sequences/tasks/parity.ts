import { stream } from '../../../random/stream';
import { distinctDraws } from '../distinct';
import type { SequenceInfo } from '../info';
import { symbolDataset } from '../symbolTask';
import type { SequenceTask } from './task';

/** At every step: whether the ones so far are odd (1) or even (0) in number. One bit of memory, never to be lost. */
export const parity: SequenceTask = {
  id: 'parity',
  kind: 'puzzle',
  settings: ['samples', 'trainFraction', 'length'],
  defaults: { samples: 2000, length: 16 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const draw = () => Array.from({ length: options.length }, () => random.integer(2));
    const rows = distinctDraws(options.samples, draw, (bits) => bits.join(''));
    const bits = { kind: 'symbols', vocabulary: ['0', '1'] } as const;
    const info: SequenceInfo & { input: typeof bits } = {
      name: 'parity',
      rows: rows.length,
      task: 'puzzle',
      length: options.length,
      layout: { kind: 'every' },
      input: bits,
      output: bits,
    };
    const questions = rows.map((row) => {
      let odd = 0;
      const answers = row.map((bit) => {
        odd ^= bit;
        return String(odd);
      });
      return { key: row.join(''), read: row.join(''), answers };
    });
    return symbolDataset(info, questions, options, seed);
  },
};
