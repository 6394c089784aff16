import type { ColumnValues } from '../../../data/imitated/rows';
import { countValues, meanAndDeviation } from '../../../data/statistics';
import { wasserstein } from './wasserstein';

export type { ColumnValues };

export interface ColumnsQuality {
  /**
   * Per column, how far generated values are from the data's. Numbers: Wasserstein-1 in standard deviations of the
   * data. Categories: total variation, half the summed differences of the shares, 0 … 1.
   */
  readonly marginals: readonly number[];
  /** The largest difference of a correlation between two number columns; 0 where there are not two. */
  readonly correlation: number;
  /** Places of the two columns that differ most. */
  readonly pair?: readonly [number, number];
}

type NumberColumn = Extract<ColumnValues, { kind: 'number' }>;

const isNumber = (column: ColumnValues | undefined): column is NumberColumn => column?.kind === 'number';

function numberDistance(generated: NumberColumn, data: NumberColumn): number {
  const known = Array.from(data.values).filter((value) => !Number.isNaN(value));
  // Scaled before they become 32-bit floats, so that large numbers keep their differences.
  const { mean, deviation } = meanAndDeviation(known);
  const scaled = (values: ArrayLike<number>) => Float32Array.from(values, (value) => (value - mean) / deviation);
  return wasserstein(scaled(generated.values), scaled(known));
}

function totalVariation(generated: readonly string[], data: readonly string[]): number {
  if (generated.length === 0 || data.length === 0) return Number.NaN;
  const [a, b] = [countValues(generated), countValues(data)];
  let sum = 0;
  for (const value of new Set([...a.keys(), ...b.keys()]))
    sum += Math.abs((a.get(value) ?? 0) / generated.length - (b.get(value) ?? 0) / data.length);
  return sum / 2;
}

/** Pearson's correlation over the rows without a blank; 0 where a column does not vary. */
function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const rows = Array.from({ length: a.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]),
  );
  const scale = (values: ArrayLike<number>) => {
    const taken = rows.map((row) => values[row] ?? 0);
    const { mean, deviation } = meanAndDeviation(taken);
    return taken.map((value) => (value - mean) / deviation);
  };
  const [x, y] = [scale(a), scale(b)];
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0) / (rows.length || 1);
}

/** Correlations of the number columns with each other, in their order. */
export function correlationsOf(columns: readonly ColumnValues[]): number[][] {
  const numbers = columns.filter(isNumber);
  return numbers.map((a) => numbers.map((b) => correlationOf(a.values, b.values)));
}

function marginal(generated: ColumnValues | undefined, data: ColumnValues): number {
  if (data.kind === 'number' && generated?.kind === 'number') return numberDistance(generated, data);
  if (data.kind === 'category' && generated?.kind === 'category') return totalVariation(generated.values, data.values);
  return Number.NaN;
}

/**
 * How generated columns differ from the data's, column by column and in their correlations. The tables have the same
 * columns and may differ in rows. Blanks of the data are left out; a generated number that is not finite, or a side
 * without values, makes the distance of its column NaN.
 *
 * Source: per-column distances and differences of pairwise correlations as in Zhao et al., "CTAB-GAN: Effective Table
 * Data Synthesizing", ACML 2021.
 */
export function columnsQuality(generated: readonly ColumnValues[], data: readonly ColumnValues[]): ColumnsQuality {
  const marginals = data.map((column, j) => marginal(generated[j], column));
  let correlation = 0;
  let pair: readonly [number, number] | undefined;
  for (let i = 0; i < data.length; i++)
    for (let j = i + 1; j < data.length; j++) {
      const [dataI, dataJ, generatedI, generatedJ] = [data[i], data[j], generated[i], generated[j]];
      if (!isNumber(dataI) || !isNumber(dataJ) || !isNumber(generatedI) || !isNumber(generatedJ)) continue;
      const difference = Math.abs(
        correlationOf(generatedI.values, generatedJ.values) - correlationOf(dataI.values, dataJ.values),
      );
      if (!(difference > correlation)) continue;
      correlation = difference;
      pair = [i, j];
    }
  return pair ? { marginals, correlation, pair } : { marginals, correlation };
}
