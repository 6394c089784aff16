/** What runs with and without generated examples say, pair by pair. */
export interface Helped {
  readonly kind: 'better' | 'worse' | 'same';
  readonly without: number;
  readonly with: number;
  /** Mean of with − without over the pairs. */
  readonly difference: number;
  /** Half the width of its 95 % interval. */
  readonly margin: number;
}

/** 97.5 % quantiles of Student's t by degrees of freedom, 1 … 9. */
const quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Compares pairs of runs that share a seed. Better or worse is only what lies outside of the 95 % interval of a paired t
 * test (Student 1908).
 * @param without,with one number a seed, in the same order; at least two
 */
export function verdictOn(without: readonly number[], with_: readonly number[]): Helped {
  const differences = without.map((value, i) => (with_[i] ?? Number.NaN) - value);
  const n = differences.length;
  const difference = mean(differences);
  const variance = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0) / (n - 1);
  const margin = (quantiles[n - 2] ?? 1.96) * Math.sqrt(variance / n);
  const kind = Math.abs(difference) <= margin || difference === 0 ? 'same' : difference > 0 ? 'better' : 'worse';
  return { kind, without: mean(without), with: mean(with_), difference, margin };
}
