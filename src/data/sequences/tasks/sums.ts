import { stream } from '../../../random/stream';
import { fewerNotes } from '../distinct';
import { drawSums, sumKey } from '../sums';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

/** Of a line such as 12+34=46, what it adds. */
function groupOf(line: string): string {
  const [a = 0, b = 0] = line.split(/[+=]/, 2).map(Number);
  return sumKey([a, b]);
}

/** Sums written out, such as 12+34=46, one a line: a text whose end can be calculated. */
export const sums: SequenceTask = {
  id: 'sums',
  kind: 'characters',
  settings: ['samples', 'trainFraction', 'digits', 'window'],
  defaults: { samples: 4000, digits: 2 },
  build(options, seed) {
    const pairs = drawSums(stream(seed, 'data'), options.digits, options.samples);
    const text = pairs.map(([a, b]) => `${a}+${b}=${a + b}`).join('\n');
    const dataset = textDataset({ name: 'sums', text }, { ...options, form: 'lines' }, seed, groupOf);
    return { ...dataset, notes: [...fewerNotes(options.samples, pairs.length), ...dataset.notes] };
  },
};
