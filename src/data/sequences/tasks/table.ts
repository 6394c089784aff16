import { Problem } from '../../../problem';
import { seriesDataset } from '../series/dataset';
import { readSeries } from '../series/table';
import type { SequenceTask } from './task';

/** A column of one's own table, to be forecast from what was known before. */
export const table: SequenceTask = {
  id: 'table',
  kind: 'series',
  settings: ['trainFraction', 'window', 'horizon', 'season', 'measure', 'target', 'time', 'key', 'columns'],
  // Five sixths: of twelve years the last two are held out.
  defaults: { trainFraction: 0.8333, window: 24, horizon: 1 },
  build(options, _seed, sources) {
    if (!sources.table) throw new Problem('noTable');
    const { name, rows } = sources.table.summary;
    return seriesDataset({ name, rows, ...readSeries(sources.table, options) }, options);
  },
};
