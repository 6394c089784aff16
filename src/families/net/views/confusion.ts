/** Counts of a split: `counts[actual × classes + predicted]`. */
export type Counts = ArrayLike<number>;

export interface ClassScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows of this class. */
  readonly support: number;
}

export interface ConfusionScores {
  readonly perClass: readonly ClassScore[];
  /** Unweighted means over the classes that have rows. */
  readonly mean: Omit<ClassScore, 'support'>;
  readonly right: number;
  readonly rows: number;
}

/** A share of nothing is no number. */
const share = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN);

/**
 * Precision, recall and F1 of each class. Where a class was never predicted its precision is NaN, where it has no
 * rows its recall; F1 is 2·tp ⁄ (2·tp + fp + fn), NaN only where both are.
 */
export function confusionScores(counts: Counts, classes: number): ConfusionScores {
  const at = (actual: number, predicted: number) => counts[actual * classes + predicted] ?? 0;
  const all = Array.from({ length: classes }, (_, i) => i);
  const total = (cells: readonly number[]) => cells.reduce((sum, n) => sum + n, 0);
  const perClass = all.map((k): ClassScore => {
    const hits = at(k, k);
    const support = total(all.map((j) => at(k, j)));
    const predicted = total(all.map((j) => at(j, k)));
    return {
      precision: share(hits, predicted),
      recall: share(hits, support),
      f1: share(2 * hits, support + predicted),
      support,
    };
  });
  const meanOf = (key: 'precision' | 'recall' | 'f1') => {
    const values = perClass.filter(({ support }) => support > 0).map((score) => score[key] || 0);
    return share(total(values), values.length);
  };
  return {
    perClass,
    mean: { precision: meanOf('precision'), recall: meanOf('recall'), f1: meanOf('f1') },
    right: total(all.map((k) => at(k, k))),
    rows: total(perClass.map(({ support }) => support)),
  };
}
