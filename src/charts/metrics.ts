import { formatFigure, formatShare, formatShareTick, formatSteps, formatTick } from './figures';

export type MetricName =
  | 'loss'
  | 'accuracy'
  | 'exact'
  | 'perplexity'
  | 'bits'
  | 'r2'
  | 'mae'
  | 'discriminatorLoss'
  | 'generatorLoss'
  | 'calledReal'
  | 'js'
  | 'wasserstein'
  | 'marginal'
  | 'correlation'
  | 'modes'
  | 'quality'
  | 'reverseKl'
  | 'precision'
  | 'recall'
  | 'classes'
  | 'leastClass'
  | 'confidence'
  | 'learningRate';

/** How a metric is written and drawn. */
export interface Metric {
  readonly name: MetricName;
  /** Series measured on the test examples; absent where there is no such thing. */
  readonly test?: string;
  /** What stands against it in the same chart. */
  readonly versus?: 'generatorLoss' | 'recall';
  /** Series of what not even a perfect model gets below. */
  readonly floor?: string;
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
  discriminatorLoss: {
    name: 'discriminatorLoss',
    versus: 'generatorLoss',
    format: formatFigure,
    tick: formatTick,
  },
  generatorLoss: { name: 'generatorLoss', format: formatFigure, tick: formatTick },
  calledReal: {
    name: 'calledReal',
    test: 'testCalledReal',
    format: formatShare,
    tick: formatShareTick,
    limits: [0, 1],
  },
  js: { name: 'js', floor: 'jsFloor', format: formatFigure, tick: formatTick, limits: [0, Infinity] },
  wasserstein: {
    name: 'wasserstein',
    floor: 'wassersteinFloor',
    format: formatFigure,
    tick: formatTick,
    limits: [0, Infinity],
  },
  marginal: { name: 'marginal', floor: 'marginalFloor', format: formatFigure, tick: formatTick, limits: [0, Infinity] },
  correlation: {
    name: 'correlation',
    floor: 'correlationFloor',
    format: formatFigure,
    tick: formatTick,
    limits: [0, 2],
  },
  modes: { name: 'modes', format: formatSteps, tick: formatTick, limits: [0, Infinity] },
  quality: { name: 'quality', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  reverseKl: { name: 'reverseKl', format: formatFigure, tick: formatTick, limits: [0, Infinity] },
  precision: { name: 'precision', versus: 'recall', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  recall: { name: 'recall', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  classes: { name: 'classes', format: formatSteps, tick: formatTick, limits: [0, Infinity] },
  leastClass: { name: 'leastClass', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  confidence: { name: 'confidence', format: formatShare, tick: formatShareTick, limits: [0, 1] },
  learningRate: { name: 'learningRate', format: formatFigure, tick: formatTick },
};

/** The lines of its chart: the first solid, the second dashed. */
export const seriesOf = ({ name, test, versus, floor }: Metric): readonly string[] => {
  const second = test ?? versus ?? floor;
  return second ? [name, second] : [name];
};

/** Whether a line is the second of its chart. */
export const isSecond = ({ name }: Metric, series: string): boolean => series !== name;

/** What tells how good a network is, by what it measures first; bits are the loss in another unit and have no chart. */
const qualities: readonly (readonly [MetricName, ...MetricName[]])[] = [
  ['exact', 'accuracy'],
  ['accuracy'],
  ['perplexity'],
  ['r2'],
  ['mae'],
];

/** What tells how well a generator imitates, the plainest first. */
const imitation: readonly MetricName[] = [
  'modes',
  'quality',
  'js',
  'wasserstein',
  'marginal',
  'correlation',
  'reverseKl',
  'precision',
  'classes',
  'leastClass',
  'confidence',
];
const played: readonly MetricName[] = ['discriminatorLoss', 'calledReal'];

/** The charts for what a run measures: losses, then how good it is, then the learning rate. */
export function chartsFor(measured: Readonly<Record<string, unknown>>): readonly Metric[] {
  const isMeasured = (metric: Metric) => seriesOf(metric).some((series) => series in measured);
  const quality = qualities.find(([name]) => isMeasured(metrics[name])) ?? [];
  const names: readonly MetricName[] = ['loss', ...quality, ...played, ...imitation, 'learningRate'];
  return names.map((name) => metrics[name]).filter(isMeasured);
}

interface Tile {
  readonly metric: Metric;
  /** What it was measured on, where there are both. */
  readonly split: 'training' | 'test' | null;
  readonly series: string;
}

const imitatedTiles: readonly MetricName[] = [
  'discriminatorLoss',
  'generatorLoss',
  'modes',
  'quality',
  'js',
  'wasserstein',
  'marginal',
  'correlation',
  'precision',
  'recall',
  'classes',
  'calledReal',
];
const mostTiles = 6;

/** The figures shown large: both losses, and how good it is on what it has not seen (or else on what it has). */
export function tilesFor(measured: Readonly<Record<string, unknown>>): readonly Tile[] {
  const unseen = (metric: Metric): Tile =>
    metric.test && metric.test in measured
      ? { metric, split: 'test', series: metric.test }
      : { metric, split: metric.test ? 'training' : null, series: metric.name };
  const { loss, exact, accuracy, perplexity, bits, r2, mae } = metrics;
  const tiles: Tile[] = [{ metric: loss, split: 'training', series: 'loss' }, unseen(loss)];
  for (const metric of [exact, accuracy, perplexity, bits, r2, mae]) tiles.push(unseen(metric));
  for (const name of imitatedTiles) tiles.push(unseen(metrics[name]));
  return tiles
    .filter(({ series }, i) => series in measured && tiles.findIndex((t) => t.series === series) === i)
    .slice(0, mostTiles);
}
