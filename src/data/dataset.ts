import type { DataInfo } from './info';
import type { DataNote, IgnoreReason } from './note';

/** Examples in the form the network takes them, row after row. */
export interface Examples {
  readonly count: number;
  /** count × inputWidth(info). */
  readonly inputs: Float32Array;
  /** count × outputWidth(info): 0 or 1 for two classes, one-hot for more, standardized numbers. */
  readonly targets: Float32Array;
  /** Raw coordinates for drawing, count × coordinates; absent for tables. */
  readonly points?: Float32Array;
}

/** A ready data set: split, encoded, with all that is needed to encode raw inputs later. */
export interface Dataset {
  readonly info: DataInfo;
  readonly train: Examples;
  /** May be empty (count 0). */
  readonly test: Examples;
  /** What was repaired or left out, and what looks wrong; empty for the built-in sets. */
  readonly notes: readonly DataNote[];
}

/** One raw input, as the data file has it: cells in the order of the input columns, or coordinates. */
export type RawRow = readonly (string | number | null)[];

export type ColumnType = 'number' | 'category' | 'ignore';

export interface ColumnSummary {
  readonly name: string;
  /** What the reader took it for; the config's `data.columns` overrides it. */
  readonly detected: ColumnType;
  /** Where it was taken to be ignored: why. */
  readonly reason?: IgnoreReason;
  /** What it is taken for where it is predicted: texts and what looks like labels are classes. */
  readonly asTarget: 'classes' | 'number';
  readonly blanks: number;
  readonly distinct: number;
  /** The first few different values, as written. */
  readonly examples: readonly string[];
  /** Where every cell is a number or blank: smallest and largest. */
  readonly range?: readonly [number, number];
}

/** What was read from a file, before anything is trained on it. */
export interface TableSummary {
  readonly name: string;
  readonly rows: number;
  readonly delimiter: string;
  /** Whether the first line names the columns; without, they are column1, column2 … */
  readonly header: boolean;
  readonly columns: readonly ColumnSummary[];
  /** The column most likely meant to be predicted. */
  readonly suggestedTarget: string;
  /** Empty lines skipped. */
  readonly skipped: number;
  /** The first rows as read, for a look at them. */
  readonly head: readonly (readonly string[])[];
}

/** A table in memory: `cells[column][row]`, as written but for white space around and decimal commas; blanks as ''. */
export interface Table {
  readonly summary: TableSummary;
  readonly cells: readonly (readonly string[])[];
  /** Per row: its number in the file, the header being 1 and blank lines counted, for messages. */
  readonly rowNumbers: Int32Array;
}
