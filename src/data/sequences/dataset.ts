import type { Table } from '../dataset';
import { type SequenceInfo, sequenceInputWidth, sequenceOutputWidth } from './info';
import type { SequenceNote } from './note';

/** Examples in the form the network takes them, one after another, each of `length` = T steps. */
export interface SequenceExamples {
  readonly count: number;
  readonly length: number;
  /** Symbols, count × T; or standardized numbers, count × T × columns. 0 after the last step that is read. */
  readonly inputs: Int32Array | Float32Array;
  /** Symbols or classes, count × T; or standardized numbers, count × T × horizon. 0 where nothing is asked. */
  readonly targets: Int32Array | Float32Array;
  /** count × T: 1 where the step's answer counts, else 0. */
  readonly weights: Float32Array;
  /** Steps of each example that are read; those after it are padding. */
  readonly lengths: Int32Array;
}

/** Examples of a forecast: where in the series each of them stands. */
export interface SeriesExamples extends SequenceExamples {
  /** Place in `SeriesData.series`. */
  readonly series: Int32Array;
  /** Row of the last known value; the targets are the rows after it. */
  readonly origins: Int32Array;
}

/** One series in its own units, in the order of time. */
export interface Series {
  /** What tells it from the others of its table; '' where it is alone. */
  readonly key: string;
  /** Milliseconds since 1970 UTC, or plain numbers where the table has them; null where steps are just counted. */
  readonly times: Float64Array | null;
  /** The column that is forecast. */
  readonly values: Float64Array;
  /** Row after row, the input columns (rows × columns). */
  readonly inputs: Float64Array;
  /** The first row that is held out; rows before it are the past. */
  readonly cut: number;
}

export interface SeriesData {
  readonly series: readonly Series[];
  /** Whether `times` are dates. */
  readonly dated: boolean;
  /** Steps after which the series repeat; 1 where they do not. */
  readonly season: number;
}

interface Common {
  readonly info: SequenceInfo;
  /** What was repaired or left out; empty for most built-in sets. */
  readonly notes: readonly SequenceNote[];
}

/** Separate sequences, split at random, no question in both parts. */
export interface ExamplesDataset extends Common {
  readonly kind: 'examples';
  readonly train: SequenceExamples;
  /** May be empty (count 0), here as below. */
  readonly test: SequenceExamples;
}

/** One long text; the end of it is held out. Batches are windows of it: `streams`, `randomWindows`. */
export interface RunningDataset extends Common {
  readonly kind: 'running';
  /** Symbols. */
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Windows of series, split by time. */
export interface SeriesDataset extends Common {
  readonly kind: 'series';
  readonly train: SeriesExamples;
  readonly test: SeriesExamples;
  readonly data: SeriesData;
}

export type SequenceDataset = ExamplesDataset | RunningDataset | SeriesDataset;

/** What was read from a text file, or pasted. */
export interface TextSource {
  readonly name: string;
  /** Lines end in \n. */
  readonly text: string;
  /** Bytes of the whole, where only pieces of it were taken. */
  readonly sampledFrom?: number;
}

/** What a person brought along. */
export interface SequenceSources {
  readonly table?: Table | undefined;
  readonly text?: TextSource | undefined;
}

/** Room for examples, all 0. */
export function emptyExamples(
  info: Pick<SequenceInfo, 'length' | 'input' | 'output'>,
  count: number,
): SequenceExamples {
  const steps = count * info.length;
  return {
    count,
    length: info.length,
    inputs: info.input.kind === 'symbols' ? new Int32Array(steps) : new Float32Array(steps * sequenceInputWidth(info)),
    targets:
      info.output.kind === 'numbers' ? new Float32Array(steps * sequenceOutputWidth(info)) : new Int32Array(steps),
    weights: new Float32Array(steps),
    lengths: new Int32Array(count),
  };
}
