import { type Stream, stream } from '../../../random/stream';
import { pick } from '../draw';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

const things =
  'river kettle lantern sparrow window garden shadow baker feather mountain candle pigeon ribbon sailor teapot violin walnut blanket donkey pebble'.split(
    ' ',
  );
const kinds = 'quiet silver broken hollow golden little weary merry crooked distant gentle sleepy tall green'.split(
  ' ',
);
const acts = 'sings sleeps waits turns shines hides hums dreams walks leans drifts dances whistles rests'.split(' ');
const places = 'by under over near behind beyond beside below'.split(' ');
const ways = 'softly slowly gladly boldly sweetly lightly'.split(' ');
const rhymes = [
  'night light kite',
  'sea tree bee key',
  'day way bay hay',
  'stone bone throne',
  'hill mill quill sill',
  'rain lane grain train',
  'snow crow bow',
  'sky pie fly',
  'star jar tar',
  'street sheet seat',
  'moon spoon tune',
  'wall hall ball shawl',
  'bell shell well',
  'ring spring king wing',
  'gate plate crate',
].map((words) => words.split(' '));

/** One line that ends in a given word. */
function verseLine(random: Stream, last: string): string {
  const thing = () => pick(random, things);
  const place = () => pick(random, places);
  switch (random.integer(5)) {
    case 0:
      return `the ${pick(random, kinds)} ${thing()} ${pick(random, acts)} ${place()} the ${last}`;
    case 1:
      return `a ${thing()} ${pick(random, acts)} ${place()} the ${pick(random, kinds)} ${last}`;
    case 2:
      return `and ${place()} the ${thing()} there was a ${last}`;
    case 3:
      return `no ${thing()} ${pick(random, acts)} without the ${last}`;
    default:
      return `who ${pick(random, acts)} so ${pick(random, ways)} ${place()} the ${last}`;
  }
}

/** Four lines of which the first and third rhyme, and the second and fourth. */
function stanza(random: Stream): string {
  const [first, second] = random.permutation(rhymes.length);
  const [one, two] = [rhymes[first ?? 0] ?? [], rhymes[second ?? 0] ?? []];
  const ends = [one, two, one, two].map((words) => pick(random, words));
  const marks = [',', ';', ',', '.'];
  const lines = ends.map((last, i) => `${verseLine(random, last)}${marks[i] ?? ''}`);
  const whole = lines.join('\n');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}\n\n`;
}

/** Rhymed verse from templates: running text. */
export const verse: SequenceTask = {
  id: 'verse',
  kind: 'characters',
  settings: ['samples', 'trainFraction', 'window'],
  defaults: { samples: 2000 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const stanzas = Array.from({ length: Math.ceil(options.samples / 4) }, () => stanza(random));
    return textDataset({ name: 'verse', text: stanzas.join('') }, { ...options, form: 'running' }, seed);
  },
};
