import { encodeCsv } from '../data/csv';
import type { Series } from '../store/series';

/** Every recorded row with a header line; what was not measured at a step is left blank. */
export function seriesCsv({ step, values }: Series): string {
  const names = Object.keys(values);
  const cell = (value = Number.NaN) => (Number.isNaN(value) ? null : value);
  const rows = step.map((at, i) => [at, ...names.map((name) => cell(values[name]?.[i]))]);
  return encodeCsv([['step', ...names], ...rows]);
}
