import { type Stream, stream } from '../../../random/stream';
import { bracketWriter, writeBracket } from '../brackets';
import { distinctDraws, fewerNotes } from '../distinct';
import { whole } from '../draw';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

const openers = ['(', '[', '{', '<'];
const deepest = 5;

function nest(random: Stream): string {
  const length = 2 * whole(random, 2, 12);
  const writer = bracketWriter();
  while (writer.text.length < length) writeBracket(random, writer, openers, length - writer.text.length, deepest);
  return writer.text;
}

/** Lines of brackets of four kinds, each closed by its own, up to five deep: a text that needs a memory. */
export const nested: SequenceTask = {
  id: 'nested',
  kind: 'characters',
  settings: ['samples', 'trainFraction', 'window'],
  defaults: { samples: 4000 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const lines = distinctDraws(
      options.samples,
      () => nest(random),
      (line) => line,
    );
    const dataset = textDataset({ name: 'nested', text: lines.join('\n') }, { ...options, form: 'lines' }, seed);
    return { ...dataset, notes: [...fewerNotes(options.samples, lines.length), ...dataset.notes] };
  },
};
