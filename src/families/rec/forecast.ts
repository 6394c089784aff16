import type { SeriesDataset, SeriesExamples } from '../../data/sequences/dataset';
import { atAskedSteps, decodeForecasts } from '../../data/sequences/decode';
import type { ForecastInfo } from '../../data/sequences/info';
import { coverage, residualBand } from '../../data/sequences/series/band';
import { baselineForecasts } from '../../data/sequences/series/baselines';
import { forecastErrors, meanAbsoluteError } from '../../data/sequences/series/errors';
import { answersTo, createLastAnswers, type RecTrainer } from './infer';
import type { RecModel } from './model';
import type { Forecast, ForecastScore } from './view';

/** Windows that scores and band are computed from, spread evenly. */
const scored = 400;
/** Known steps that are drawn before a forecast. */
const pastSteps = 200;

/** Some of the examples. */
function pick(examples: SeriesExamples, wanted: readonly number[]): SeriesExamples {
  const { length, count } = examples;
  const take = <T extends Float32Array | Int32Array>(values: T): T => {
    const width = values.length / Math.max(1, count);
    const Kind = values.constructor as new (size: number) => T;
    const taken = new Kind(wanted.length * width);
    wanted.forEach((from, i) => taken.set(values.subarray(from * width, (from + 1) * width), i * width));
    return taken;
  };
  return {
    count: wanted.length,
    length,
    inputs: take(examples.inputs),
    targets: take(examples.targets),
    weights: take(examples.weights),
    lengths: take(examples.lengths),
    series: take(examples.series),
    origins: take(examples.origins),
  };
}

function spread(count: number): number[] {
  const taken = Math.min(scored, count);
  return Array.from({ length: taken }, (_, i) => Math.floor((i * count) / taken));
}

/** Forecasts by the network, beside what asks no network. */
export interface Forecaster {
  /** Of the `which`-th held-out window of a series, '' being the first series. */
  forecast(
    trainer: RecTrainer,
    key: string,
    which: number,
  ): Promise<{
    readonly example: number;
    readonly forecast: Forecast;
    readonly scores: readonly ForecastScore[];
    /** The share of what came in the held-out time that the band holds; NaN where nothing is held out. */
    readonly covered: number;
  }>;
  /** How far the network's forecasts of what is held out lie from what came, in the series' own units. */
  meanError(trainer: RecTrainer): Promise<number>;
  readonly series: readonly string[];
}

export function createForecaster(model: RecModel, dataset: SeriesDataset): Forecaster {
  const { data, train } = dataset;
  const output = dataset.info.output as ForecastInfo;
  const { horizon } = output;
  const shown = dataset.test.count > 0 ? dataset.test : train;
  const judged = pick(shown, spread(shown.count));
  const past = pick(train, spread(train.count));
  const lastOf = ({ series, origins }: SeriesExamples) =>
    Array.from(series, (s, i) => data.series[s]?.values[origins[i] ?? 0] ?? Number.NaN);
  const baselines = baselineForecasts(data, judged, horizon);
  const { actual, ...others } = baselines;
  const baselineScores = Object.entries(others).map(([name, values]) => ({
    name,
    ...forecastErrors(data, judged, actual, values),
  }));

  /** Standardized forecasts, count × horizon. */
  const askJudged = createLastAnswers(model, judged);
  const askPast = createLastAnswers(model, past);
  const lastJudged = lastOf(judged);
  const decodeJudged = (said: Float32Array) => decodeForecasts(output, said, lastJudged, judged.series);
  const came = atAskedSteps(judged, judged.targets, horizon);
  const camePast = atAskedSteps(past, past.targets, horizon);

  return {
    series: data.series.map(({ key }) => key),
    meanError: async (trainer) => meanAbsoluteError(actual, decodeJudged(await askJudged(trainer))),
    async forecast(trainer, key, which) {
      const place = Math.max(
        0,
        data.series.findIndex((one) => one.key === key),
      );
      const windows = Array.from(shown.series.keys()).filter((i) => shown.series[i] === place);
      const example = windows[Math.min(which, windows.length - 1)] ?? 0;
      const chosen = pick(shown, [example]);
      const [steps, judgedSaid, pastSaid] = await Promise.all([
        answersTo(trainer, model, chosen, chosen.count),
        askJudged(trainer),
        askPast(trainer),
      ]);
      const said = atAskedSteps(chosen, steps, horizon);
      const network = { name: 'network', ...forecastErrors(data, judged, actual, decodeJudged(judgedSaid)) };
      const band = residualBand(camePast, pastSaid, horizon);
      const decode = (values: ArrayLike<number>) => decodeForecasts(output, values, lastOf(chosen), chosen.series);
      const shifted = (by: Float64Array) => decode(said.map((value, step) => value + (by[step] ?? 0)));
      const s = chosen.series[0] ?? 0;
      const origin = chosen.origins[0] ?? 0;
      const { key: name, times, values } = data.series[s] as (typeof data.series)[number];
      const from = Math.max(0, origin + 1 - pastSteps);
      const timeAt = (row: number) => {
        if (!times) return row;
        const step = times.length > 1 ? (times.at(-1) as number) - (times.at(-2) as number) : 1;
        return row < times.length ? (times[row] as number) : (times.at(-1) as number) + step * (row - times.length + 1);
      };
      const rows = (start: number, count: number) => Array.from({ length: count }, (_, i) => start + i);
      return {
        example,
        scores: [network, ...baselineScores],
        covered: dataset.test.count > 0 ? coverage(band, came, judgedSaid) : Number.NaN,
        forecast: {
          key: name,
          dated: data.dated,
          pastTimes: Float64Array.from(rows(from, origin + 1 - from), timeAt),
          past: values.slice(from, origin + 1),
          times: Float64Array.from(rows(origin + 1, horizon), timeAt),
          actual: Float64Array.from(rows(origin + 1, horizon), (row) => values[row] ?? Number.NaN),
          predicted: decode(said),
          low: shifted(band.low),
          high: shifted(band.high),
          baselines: onlyOf(baselineForecasts(data, chosen, horizon)),
        },
      };
    },
  };
}

/** The baselines without what came. */
function onlyOf({
  actual: _,
  ...others
}: ReturnType<typeof baselineForecasts>): Readonly<Record<string, Float64Array>> {
  return others;
}
