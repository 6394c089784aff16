import type { ColumnType } from '../dataset';
import type { Measure } from './info';

/** The settings of a config's `data` that sequences are made by; each task says which of them it looks at. */
export interface SequenceOptions {
  /** Examples; lines of generated text; steps of a generated series. */
  readonly samples: number;
  /** 0 … 1; what it does is the task's own business. */
  readonly noise: number;
  readonly trainFraction: number;
  /** How a text is read; `auto`: as lines where it looks like a list. */
  readonly form: 'auto' | 'lines' | 'running';
  /** Steps of an example of text or series; the longest sequence of a table. */
  readonly window: number;
  /** Digits of each number of a sum, at most. */
  readonly digits: number;
  /** Questions are read from their end. */
  readonly reversed: boolean;
  /** Symbols of a puzzle, at most. */
  readonly length: number;
  /** Different symbols of a puzzle. */
  readonly symbols: number;
  /** Steps from the symbol to the question for it. */
  readonly distance: number;
  /** Steps ahead that are forecast at once. */
  readonly horizon: number;
  /** Steps after which a series repeats; 0: to be found, 1: it does not. */
  readonly season: number;
  /** `auto`: by whether the series trends, and whether all its values are positive. */
  readonly measure: 'auto' | Measure;
  /** The column to forecast, or the label; '' for the one that looks like it. So with `time` and `key`. */
  readonly target: string;
  /** The column that orders the rows, or several (year, month, day) divided by commas. */
  readonly time: string;
  /** The column that tells series, or sequences, apart. */
  readonly key: string;
  /** Number columns that are inputs or not, where that differs from what was detected. */
  readonly columns: Readonly<Record<string, ColumnType>>;
}
