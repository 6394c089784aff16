import { Problem } from '../../../problem';
import { labelledDataset } from '../labelled/dataset';
import { readLabelled } from '../labelled/table';
import type { SequenceTask } from './task';

/** A long table of one's own: whole sequences, each with a class. */
export const sequences: SequenceTask = {
  id: 'sequences',
  kind: 'classification',
  settings: ['trainFraction', 'window', 'target', 'time', 'key', 'columns'],
  defaults: { trainFraction: 0.8, window: 128 },
  build(options, seed, { table }) {
    if (!table) throw new Problem('noTable');
    return labelledDataset(readLabelled(table, options), options, seed);
  },
};
