import type { Series } from '../store/series';
import { decimate } from './decimate';
import { smooth } from './smooth';

/** The charts' cost grows with their rows, and their lines are a few hundred pixels wide. */
const rowLimit = 400;

/** One row of a chart: `step`, a value per metric, and under `rawKey(metric)` what it was before smoothing. */
export type ChartRow = Readonly<Record<string, number | null>>;

export const rawKey = (metric: string) => `${metric}·raw`;

/**
 * The rows that all charts of a run share, so that the step under the cursor in one is found in the others.
 * What is no finite number is left out as null.
 */
export function chartRows(series: Series, metrics: readonly string[], smoothing: number, limit = rowLimit): ChartRow[] {
  const present = metrics.filter((metric) => series.values[metric]);
  const raw = present.map((metric) => series.values[metric] ?? []);
  const drawn = raw.map((column) => smooth(column, smoothing));
  // The learning rate has no peaks that others would not stand by, and each column here thins out the rest.
  const peaked = raw.filter((_, k) => present[k] !== 'learningRate');
  return decimate(peaked, series.step.length, limit).map((i) => {
    const row: Record<string, number | null> = { step: series.step[i] ?? null };
    present.forEach((metric, k) => {
      row[metric] = finite(drawn[k]?.[i]);
      if (smoothing > 0) row[rawKey(metric)] = finite(raw[k]?.[i]);
    });
    return row;
  });
}

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);

/** Rows for a logarithmic axis, which has no place for zero and below. */
export function positiveRows(rows: readonly ChartRow[]): ChartRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, key !== 'step' && value !== null && value <= 0 ? null : value]),
    ),
  );
}
