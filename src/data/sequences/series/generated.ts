import type { SeriesDataset } from '../dataset';
import { type SeriesOptions, seriesDataset } from './dataset';

/** A data set of one generated series, its steps counted and not dated. `season` is what it has, where it has one. */
export function generatedSeries(
  name: string,
  values: Float64Array,
  options: SeriesOptions,
  season: number,
): SeriesDataset {
  const series = [{ key: '', times: null, columns: [values] }];
  return seriesDataset(
    { name, rows: values.length, columns: ['value'], series, dated: false, notes: [] },
    { ...options, season: options.season > 0 ? options.season : season },
  );
}
