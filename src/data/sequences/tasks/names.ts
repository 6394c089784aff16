import { type Stream, stream } from '../../../random/stream';
import { distinctDraws, fewerNotes } from '../distinct';
import { pick } from '../draw';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

const onsets = 'b c d f g h j k l m n p r s t v w y z br ch cl dr fl gr kr sh st th tr'.split(' ');
const vowels = 'a a a e e e i i o o u ai ea ia io ue'.split(' ');
const middles = 'l ll m n nn r rr s t v d b ld lv nd nt rd ri rl sk ss st th z'.split(' ');
const endings = 'a a ah e ea el en er ett ia ie ina is la lyn na o on or us y'.split(' ');

/** A name by a small grammar: [onset] vowel (middle vowel)* (middle ending). Longer ones are rarer. */
function inventName(random: Stream): string {
  let name = random.uniform() < 0.7 ? pick(random, onsets) : '';
  name += pick(random, vowels);
  while (random.uniform() < 0.3 && name.length < 7) name += pick(random, middles) + pick(random, vowels);
  if (random.uniform() < 0.9) name += pick(random, middles) + pick(random, endings);
  return name;
}

/** Invented names, one a line, all different. */
export const names: SequenceTask = {
  id: 'names',
  kind: 'characters',
  settings: ['samples', 'trainFraction', 'window'],
  defaults: { samples: 4000 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const lines = distinctDraws(
      options.samples,
      () => inventName(random),
      (name) => name,
    );
    const dataset = textDataset({ name: 'names', text: lines.join('\n') }, { ...options, form: 'lines' }, seed);
    return { ...dataset, notes: [...fewerNotes(options.samples, lines.length), ...dataset.notes] };
  },
};
