import type { ForecastScore } from '../view';

/** Mean errors that differ by less than this share are told apart by no one. */
const even = 0.005;

/** Whether the network's mean error is smaller than that of the best baseline, and by what share of the latter's. */
export interface Verdict {
  readonly kind: 'better' | 'even' | 'worse';
  readonly baseline: string;
  /** Share of the baseline's error. */
  readonly share: number;
}

/** null where there is nothing to compare. */
export function verdict(scores: readonly ForecastScore[]): Verdict | null {
  const network = scores.find(({ name, mae }) => name === 'network' && Number.isFinite(mae));
  const others = scores.filter(({ name, mae }) => name !== 'network' && Number.isFinite(mae));
  const [best] = [...others].sort((a, b) => a.mae - b.mae);
  if (!network || !best) return null;
  const difference = best.mae - network.mae;
  const share = best.mae > 0 ? Math.abs(difference) / best.mae : Number(difference !== 0);
  const kind = share < even ? 'even' : difference > 0 ? 'better' : 'worse';
  return { kind, baseline: best.name, share };
}

export type ErrorMeasure = 'mae' | 'rmse' | 'mase';

/** Who has the smallest error; more than one where they are equal. */
export function winners(scores: readonly ForecastScore[], measure: ErrorMeasure): ReadonlySet<string> {
  const finite = scores.filter((score) => Number.isFinite(score[measure]));
  const best = Math.min(...finite.map((score) => score[measure]));
  return new Set(finite.filter((score) => score[measure] === best).map(({ name }) => name));
}
