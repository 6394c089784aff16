import { emptyExamples, type SeriesData, type SeriesExamples } from '../dataset';
import type { ColumnsInfo, ForecastInfo, SequenceInfo } from '../info';
import { measureStep, rowsBefore } from './measure';

/** The parts of a SequenceInfo that windows of series are made by. */
export interface WindowLayout extends SequenceInfo {
  readonly input: ColumnsInfo;
  readonly output: ForecastInfo;
}

/**
 * The standardized inputs of a window: `rows` holds, row after row, the columns in their own units, the rows
 * before the window first. Writes T × columns numbers to `out[at …]`.
 */
export function writeInputs(
  { length, input }: WindowLayout,
  series: number,
  rows: ArrayLike<number>,
  out: Int32Array | Float32Array,
  at: number,
): void {
  const width = input.columns.length;
  const before = rowsBefore(input.columns.map(({ measure }) => measure));
  const { mean = [], deviation = [] } = input.scales[series] ?? {};
  for (const [j, { measure }] of input.columns.entries())
    for (let step = 0; step < length; step++) {
      const row = step + before;
      const value = measureStep(measure, rows[(row - 1) * width + j] ?? 0, rows[row * width + j] ?? 0);
      out[at + step * width + j] = (value - (mean[j] ?? 0)) / (deviation[j] ?? 1);
    }
}

/** The last rows of the windows of one part, of a series with so many rows. */
function originsOf(
  rows: number,
  cut: number,
  part: 'train' | 'test',
  { length, output }: WindowLayout,
  before: number,
): { readonly first: number; readonly count: number } {
  const earliest = length - 1 + before;
  const first = part === 'train' ? earliest : Math.max(earliest, cut - 1);
  const last = (part === 'train' ? cut : rows) - 1 - output.horizon;
  return { first, count: Math.max(0, last - first + 1) };
}

/**
 * Every window of one part: of training, those whose targets all lie in the past; of the test, those whose
 * targets are all held out, whatever of the past they read. Windows with targets on both sides are in neither.
 */
export function seriesExamples(info: WindowLayout, data: SeriesData, part: 'train' | 'test'): SeriesExamples {
  const before = rowsBefore(info.input.columns.map(({ measure }) => measure));
  const spans = data.series.map(({ values, cut }) => originsOf(values.length, cut, part, info, before));
  const total = spans.reduce((sum, { count }) => sum + count, 0);
  const examples = emptyExamples(info, total);
  const { length, inputs, targets, weights, lengths } = examples;
  const [series, origins] = [new Int32Array(total), new Int32Array(total)];
  const width = info.input.columns.length;
  const { horizon, measure, scales } = info.output;
  let i = 0;
  for (const [s, span] of spans.entries()) {
    const { values = [], inputs: rows = new Float64Array(0) } = data.series[s] ?? {};
    const { mean = [], deviation = [] } = scales[s] ?? {};
    for (let origin = span.first; origin < span.first + span.count; origin++, i++) {
      const start = origin - length + 1 - before;
      writeInputs(info, s, rows.subarray(start * width, (origin + 1) * width), inputs, i * length * width);
      const lastStep = (i + 1) * length - 1;
      for (let h = 0; h < horizon; h++) {
        const ahead = measureStep(measure, values[origin] ?? 0, values[origin + h + 1] ?? 0);
        targets[lastStep * horizon + h] = (ahead - (mean[h] ?? 0)) / (deviation[h] ?? 1);
      }
      weights[lastStep] = 1;
      lengths[i] = length;
      series[i] = s;
      origins[i] = origin;
    }
  }
  return { ...examples, series, origins };
}
