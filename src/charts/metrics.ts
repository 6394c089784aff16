import { formatFigure, formatShare, formatShareTick, formatTick } from './figures';

export type MetricName = 'loss' | 'accuracy' | 'exact' | 'perplexity' | 'bits' | 'r2' | 'mae' | 'learningRate';

/** How a metric is written and drawn. */
export interface Metric {
  readonly name: MetricName;
  /** Series measured on the test examples; absent where there is no such thing. */
  readonly test?: string;
  readonly format: (value: number) => string;
  readonly tick: (value: number) => string;
  /** Ends its axis does not pass; values beyond are cut off. */
  readonly limits?: readonly [number, number];
}

export const metrics: Readonly<Record<MetricName, Metric>> = {
  loss: { name: 'loss', test: 'testLoss', format: formatFigure, tick: formatTick },
  accuracy: { name: 'accuracy', test: 'testAccuracy', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  exact: { name: 'exact', test: 'testExact', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  perplexity: {
    name: 'perplexity',
    test: 'testPerplexity',
    format: formatFigure,
    tick: formatTick,
    limits: [1, Infinity],
  },
  bits: { name: 'bits', test: 'testBits', format: formatFigure, tick: formatTick },
  // Far below 0 at the start: worse than always answering the mean is told apart no further.
  r2: { name: 'r2', test: 'testR2', format: formatFigure, tick: formatTick, limits: [-0.5, 1] },
  mae: { name: 'mae', test: 'testMae', format: formatFigure, tick: formatTick },
  learningRate: { name: 'learningRate', format: formatFigure, tick: formatTick },
};

export const seriesOf = ({ name, test }: Metric): readonly string[] => (test ? [name, test] : [name]);

/** What tells how good a network is, by what it measures first; bits are the loss in another unit and have no chart. */
const qualities: readonly (readonly [MetricName, ...MetricName[]])[] = [
  ['exact', 'accuracy'],
  ['accuracy'],
  ['perplexity'],
  ['r2'],
  ['mae'],
];

/** The charts for what a run measures: loss, then how good it is, then the learning rate. */
export function chartsFor(measured: Readonly<Record<string, unknown>>): readonly Metric[] {
  const isMeasured = (metric: Metric) => seriesOf(metric).some((series) => series in measured);
  const quality = qualities.find(([name]) => isMeasured(metrics[name])) ?? [];
  return [metrics.loss, ...quality.map((name) => metrics[name]), metrics.learningRate].filter(isMeasured);
}

interface Tile {
  readonly metric: Metric;
  readonly split: 'training' | 'test';
  readonly series: string;
}

/** The figures shown large: both losses, and how good it is on what it has not seen (or else on what it has). */
export function tilesFor(measured: Readonly<Record<string, unknown>>): readonly Tile[] {
  const unseen = (metric: Metric): Tile =>
    metric.test && metric.test in measured
      ? { metric, split: 'test', series: metric.test }
      : { metric, split: 'training', series: metric.name };
  const { loss, exact, accuracy, perplexity, bits, r2, mae } = metrics;
  const tiles: Tile[] = [{ metric: loss, split: 'training', series: 'loss' }, unseen(loss)];
  for (const metric of [exact, accuracy, perplexity, bits, r2, mae]) tiles.push(unseen(metric));
  return tiles.filter(({ series }, i) => series in measured && tiles.findIndex((t) => t.series === series) === i);
}
