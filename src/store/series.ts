import type { SeriesRows } from '../training/progress';

/** The metrics of a run, column by column, at full resolution. A new object whenever rows are added. */
export interface Series {
  readonly step: readonly number[];
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export const emptySeries: Series = { step: [], values: {} };

/**
 * The series with rows appended. The columns are extended in place, because a run of an hour has many
 * thousand rows and ten arrivals a second; the wrapper is new, so that watchers see a change.
 * A metric that starts late is padded with NaN; rows that are there already are passed over.
 */
export function appendRows(series: Series, rows: SeriesRows): Series {
  const last = series.step.at(-1) ?? -1;
  const known = rows.step.filter((step) => step <= last).length;
  const added = rows.step.slice(known);
  if (added.length === 0) return series;
  const before = series.step.length;
  const step = series === emptySeries ? [] : (series.step as number[]);
  step.push(...added);
  const values: Record<string, number[]> = {};
  for (const name of new Set([...Object.keys(series.values), ...Object.keys(rows.values)])) {
    const column = (series.values[name] as number[] | undefined) ?? new Array<number>(before).fill(Number.NaN);
    for (let i = 0; i < added.length; i++) column.push(rows.values[name]?.[known + i] ?? Number.NaN);
    values[name] = column;
  }
  return { step, values };
}

/** The rows up to and including a step: what remains when a run goes back to a checkpoint. */
export function truncateSeries(series: Series, lastStep: number): Series {
  const end = series.step.findIndex((s) => s > lastStep);
  if (end === -1) return series;
  const values: Record<string, readonly number[]> = {};
  for (const [name, column] of Object.entries(series.values)) values[name] = column.slice(0, end);
  return { step: series.step.slice(0, end), values };
}

/** At most `most` rows, evenly chosen, the first and the last among them. */
export function thinSeries(series: Series, most: number): Series {
  const count = series.step.length;
  if (count <= most) return series;
  const kept = Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
  const thin = (column: readonly number[]) => kept.map((row) => column[row] ?? Number.NaN);
  const values = Object.entries(series.values).map(([name, column]) => [name, thin(column)] as const);
  return { step: thin(series.step), values: Object.fromEntries(values) };
}
