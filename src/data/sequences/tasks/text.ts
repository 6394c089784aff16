import { Problem } from '../../../problem';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

/** A text of one's own, pasted or from a file. */
export const text: SequenceTask = {
  id: 'text',
  kind: 'characters',
  settings: ['trainFraction', 'form', 'window'],
  defaults: {},
  build(options, seed, { text: source }) {
    if (!source) throw new Problem('noText');
    return textDataset(source, options, seed);
  },
};
