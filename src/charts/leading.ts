import type { Series } from '../store/series';
import { lastFinite } from './lastFinite';

/** What tells best in one figure how far a run is, of what it measures. */
const order = ['testLoss', 'loss', 'js', 'generatorLoss'] as const;

/** The metric that the transport shows and says; `loss` before anything was measured. */
export const leadingMetric = ({ values }: Series): (typeof order)[number] =>
  order.find((name) => Number.isFinite(lastFinite(values[name]))) ?? 'loss';
