/**
 * What a recurrent network reads and says: enough to encode raw sequences and to read its outputs. Plain JSON:
 * it is the `data` field of a weights file.
 *
 * Every task has one form. An example is T steps; each step has an input (a symbol, or a list of numbers), and
 * some steps have an answer (a symbol, a class, or a list of numbers).
 */

export const taskKinds = ['characters', 'addition', 'puzzle', 'series', 'classification', 'article'] as const;
/** What a task is about: what its view shows and which metrics tell most. */
export type TaskKind = (typeof taskKinds)[number];

export const measures = ['level', 'change', 'growth'] as const;
/**
 * How the values of a series are told: as they are; as the difference from the step before; or as the difference
 * of logarithms, for what grows by a share of itself.
 */
export type Measure = (typeof measures)[number];

/** What values are standardized by: (value − mean) / deviation, one of each per column or step of the horizon. */
export interface Scale {
  /** The series these belong to, where there are several; else ''. */
  readonly key: string;
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Which steps of an example have an answer. */
export type SequenceLayout =
  /**
   * Every step: the symbol that comes next. Each line begins with `lineEnd` and is followed by one; running text
   * is read from anywhere.
   */
  | { readonly kind: 'next'; readonly form: 'lines' | 'running' }
  /** Every step, of what was read up to it. */
  | { readonly kind: 'every' }
  /** The last step. */
  | { readonly kind: 'last' }
  /**
   * A question of `question` steps, blanks before it where it is shorter (`reversed`: it is read from its end),
   * then `answer` steps: the first reads `go`, the others `blank`.
   */
  | { readonly kind: 'answer'; readonly question: number; readonly answer: number; readonly reversed: boolean };

export interface SymbolsInfo {
  readonly kind: 'symbols';
  /** One code point each; an index into it is a symbol. */
  readonly vocabulary: readonly string[];
}

export interface ClassesInfo {
  /** Two classes take one logit, more take one each. */
  readonly kind: 'classes';
  readonly name: string;
  readonly classes: readonly string[];
}

export interface ColumnsInfo {
  readonly kind: 'numbers';
  readonly columns: readonly { readonly name: string; readonly measure: Measure }[];
  /** One per series, or one alone; learned from the past and from training sequences. */
  readonly scales: readonly Scale[];
}

export interface ForecastInfo {
  /** The values of one column at the next `horizon` steps, counted from the last known one by `measure`. */
  readonly kind: 'numbers';
  readonly name: string;
  readonly measure: Measure;
  readonly horizon: number;
  readonly scales: readonly Scale[];
}

export interface SequenceInfo {
  /** Id of the built-in set, or the file's name. */
  readonly name: string;
  /** Examples, lines, characters of running text or rows of a table before the split. */
  readonly rows: number;
  readonly task: TaskKind;
  /** Steps of an example, T. */
  readonly length: number;
  readonly layout: SequenceLayout;
  readonly input: SymbolsInfo | ColumnsInfo;
  readonly output: SymbolsInfo | ClassesInfo | ForecastInfo;
}

/** Before the first and after the last symbol of every line. */
export const lineEnd = '\n';
/** Where there is nothing to read or to say. */
export const blank = ' ';
/** Tells that the question is over and the answer is to be said. */
export const go = '=';
/** Stands for the symbols that did not find a place in the vocabulary. */
export const unknownSymbol = '\uFFFD';

/** Numbers that a step of the network's input has: one per symbol (one is 1), or one per column. */
export function sequenceInputWidth({ input }: Pick<SequenceInfo, 'input'>): number {
  return input.kind === 'symbols' ? input.vocabulary.length : input.columns.length;
}

/** Numbers that a step of the network's output has: logits, or one value per step of the horizon. */
export function sequenceOutputWidth({ output }: Pick<SequenceInfo, 'output'>): number {
  if (output.kind === 'symbols') return output.vocabulary.length;
  if (output.kind === 'numbers') return output.horizon;
  return output.classes.length === 2 ? 1 : output.classes.length;
}
